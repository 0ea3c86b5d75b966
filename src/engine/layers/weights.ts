/** @file saveWeights and loadWeights: the Parameters of a Layer as a plain JSON value (book step 53, which has NumPy's files). */
import { layerErrors } from '../errors/layers.js';
import { array, type DType, elements, sameShape } from '../ndarray/index.js';
import type { Layer } from './layer.js';
import type { Parameter, State } from './parameter.js';

/** JSON has no word for these. */
const unspeakable = new Map([['NaN', NaN], ['Infinity', Infinity], ['-Infinity', -Infinity], ['-0', -0]]);

export interface SavedArray {
  readonly shape: readonly number[];
  readonly dtype: DType;
  /** In row-major order; what JSON cannot say is 'NaN', 'Infinity', '-Infinity' or '-0'. */
  readonly data: readonly (number | string)[];
}
/** By path, as `namedWeights` gives them. */
export type Weights = Record<string, SavedArray>;

/**
 * A copy of all Parameters, and of what Layers have seen, which survives `JSON.stringify` to the last bit.
 * @throws Error when a Parameter has no data yet.
 */
export function saveWeights(layer: Layer): Weights {
  return Object.fromEntries(layer.namedWeights().map(([path, param]) => {
    if (param.isEmpty) throw layerErrors.savesEmpty(path);
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
  if (!isRecord(weights)) throw layerErrors.loadsNoObject();
  const params = layer.namedWeights();
  const paths = params.map(([path]) => path);
  const missing = paths.filter(path => !Object.hasOwn(weights, path));
  const unknown = Object.keys(weights).filter(path => !paths.includes(path));
  if (missing.length > 0 || unknown.length > 0) throw layerErrors.loadsOtherPaths(layer.constructor.name, missing, unknown);
  const arrays = params.map(([path, param]) => read(path, param, weights[path]));
  params.forEach(([, param], i) => (param.data = arrays[i]!));
}

function read(path: string, param: Parameter | State, saved: unknown) {
  if (!isSaved(saved)) throw layerErrors.loadsNoArray(path);
  if (!param.isEmpty && !sameShape(param.shape, saved.shape)) throw layerErrors.loadsOtherShape(path, param.shape, saved.shape);
  if (!param.isEmpty && param.dtype !== saved.dtype) throw layerErrors.loadsOtherDType(path, param.dtype, saved.dtype);
  return array(saved.data.map(value => (typeof value === 'string' ? unspeakable.get(value)! : value)), saved.dtype).reshape(saved.shape);
}

function speak(value: number): number | string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

function isSaved(value: unknown): value is SavedArray {
  if (!isRecord(value)) return false;
  const { shape, dtype, data } = value;
  return Array.isArray(shape) && shape.every(length => Number.isInteger(length) && length >= 0)
    && ['float64', 'float32', 'int32', 'bool'].includes(dtype as string)
    && Array.isArray(data) && data.length === shape.reduce<number>((size, length) => size * (length as number), 1)
    && data.every(element => typeof element === 'number' || unspeakable.has(element as string));
}
