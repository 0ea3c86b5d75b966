/** @file saveWeights and loadWeights: the Parameters of a Layer as a plain JSON value (book step 53, which has NumPy's files). */
import { array, type DType, elements, sameShape, shapeText } from '../ndarray/index.js';
import type { Layer } from './layer.js';
import type { Parameter } from './parameter.js';

/** JSON has no word for these. */
const unspeakable = new Map([['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity], ['-0', -0]]);

export interface SavedArray {
  readonly shape: readonly number[];
  readonly dtype: DType;
  /** In row-major order; what JSON cannot say is 'NaN', 'Infinity', '-Infinity' or '-0'. */
  readonly data: readonly (number | string)[];
}
/** By path, as `namedParams` gives them. */
export type Weights = Record<string, SavedArray>;

/**
 * A copy of all Parameters, which survives `JSON.stringify` to the last bit.
 * @throws Error when a Parameter has no data yet.
 */
export function saveWeights(layer: Layer): Weights {
  return Object.fromEntries(layer.namedParams().map(([path, param]) => {
    if (param.isEmpty) throw new Error(`saveWeights: the Parameter '${path}' has no data yet: call the layer once, or give inSize, before you save it`);
    const { shape, dtype } = param;
    return [path, { shape: [...shape], dtype, data: elements(param.data).map(speak) }];
  }));
}

/**
 * Gives the Parameters of a Layer the saved data; those that were empty take the saved shape. All is checked first: after an error
 * nothing has changed.
 * @throws Error when a Parameter is missing on either side, or a shape or dtype differs; TypeError for a value that is no saved array.
 */
export function loadWeights(layer: Layer, weights: unknown): void {
  if (!isRecord(weights)) throw new TypeError('loadWeights: the weights are not an object: give what saveWeights returned, after JSON.parse if it was text');
  const params = layer.namedParams();
  const paths = params.map(([path]) => path);
  const missing = paths.filter(path => !Object.hasOwn(weights, path));
  const unknown = Object.keys(weights).filter(path => !paths.includes(path));
  if (missing.length > 0 || unknown.length > 0) {
    const parts = [missing.length > 0 ? `the weights lack ${list(missing)}` : '', unknown.length > 0 ? `${layer.constructor.name} has no ${list(unknown)}` : ''];
    throw new Error(`loadWeights: ${parts.filter(Boolean).join(', and ')}: load them into a network built as the saved one was`);
  }
  const arrays = params.map(([path, param]) => read(path, param, weights[path]));
  params.forEach(([, param], i) => (param.data = arrays[i]!));
}

function read(path: string, param: Parameter, saved: unknown) {
  if (!isSaved(saved)) throw new TypeError(`loadWeights: '${path}' is no saved array: it must have a shape, a dtype, and as many data as the shape says`);
  if (!param.isEmpty && !sameShape(param.shape, saved.shape)) {
    throw new Error(`loadWeights: '${path}' has the shape ${shapeText(param.shape)}, but was saved with ${shapeText(saved.shape)}: build the network with the saved sizes`);
  }
  if (!param.isEmpty && param.dtype !== saved.dtype) {
    throw new Error(`loadWeights: '${path}' is ${param.dtype}, but was saved as ${saved.dtype}: build the network with that dtype`);
  }
  return array(saved.data.map(value => (typeof value === 'string' ? unspeakable.get(value)! : value)), saved.dtype).reshape(saved.shape);
}

function speak(value: number): number | string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}

const list = (paths: string[]): string => paths.map(path => `'${path}'`).join(', ');

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isSaved(value: unknown): value is SavedArray {
  if (!isRecord(value)) return false;
  const { shape, dtype, data } = value;
  return Array.isArray(shape) && shape.every(length => Number.isInteger(length) && length >= 0)
    && ['float64', 'float32', 'int32', 'bool'].includes(dtype as string)
    && Array.isArray(data) && data.length === shape.reduce<number>((size, length) => size * (length as number), 1)
    && data.every(element => typeof element === 'number' || unspeakable.has(element as string));
}
