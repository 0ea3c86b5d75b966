/** @file Errors of layers, and of weights that are saved and loaded. */
import type { Shape } from '../ndarray/shape.js';
import type { Variable } from '../variable.js';
import { catalogue } from './catalogue.js';
import { calledWith } from './variables.js';
import { shapeText, shown } from './words.js';

const list = (paths: readonly string[]): string => paths.map(path => `'${path}'`).join(', ');

export const layerErrors = catalogue('layers', {
  linearSize: (what: 'outSize' | 'inSize', size: unknown) =>
    new RangeError(`Linear: ${what} is ${shown(size)}, but must be a positive integer, the number of ${what === 'outSize' ? 'outputs' : 'inputs'}`),

  linearDType: (dtype: unknown) =>
    new TypeError(`Linear: the dtype is ${shown(dtype)}, but weights must be 'float64' or 'float32'`),

  linearOfScalar: (x: Variable) =>
    new Error(`Linear: x is 0-d, but must have its inputs along the last axis: reshape it to (samples, inputs). ${calledWith('Linear', [x])}`),

  linearWeights: (shape: Shape, outSize: number) =>
    new Error(`Linear: W has the shape ${shapeText(shape)}, but this layer was made for ${String(outSize)} outputs: assign a W of shape (inputs, ${String(outSize)})`),

  noLayer: (position: number) =>
    new TypeError(`Sequential: argument ${String(position)} is neither a Layer nor a function: give Layers, and functions such as relu`),

  severalOutputs: (position: number, name: string) =>
    new TypeError(`Sequential: layer ${String(position)}, ${name}, gave several outputs, but each must give one: write a Model whose forward says what to do with them`),

  noSizes: () =>
    new RangeError('MLP: there are no sizes: give the outputs of each layer, such as [10, 1]'),

  savesEmpty: (path: string) =>
    new Error(`saveWeights: the Parameter '${path}' has no data yet: call the layer once, or give inSize, before you save it`),

  loadsNoObject: () =>
    new TypeError('loadWeights: the weights are not an object: give what saveWeights returned, after JSON.parse if it was text'),

  /** Paths that only the layer has, and paths that only the weights have. */
  loadsOtherPaths: (layer: string, missing: readonly string[], unknown: readonly string[]) => {
    const parts = [missing.length > 0 ? `the weights lack ${list(missing)}` : '', unknown.length > 0 ? `${layer} has no ${list(unknown)}` : ''];
    return new Error(`loadWeights: ${parts.filter(Boolean).join(', and ')}: load them into a network built as the saved one was`);
  },

  loadsNoArray: (path: string) =>
    new TypeError(`loadWeights: '${path}' is no saved array: it must have a shape, a dtype, and as many data as the shape says`),

  loadsOtherShape: (path: string, shape: Shape, saved: Shape) =>
    new Error(`loadWeights: '${path}' has the shape ${shapeText(shape)}, but was saved with ${shapeText(saved)}: build the network with the saved sizes`),

  loadsOtherDType: (path: string, dtype: string, saved: string) =>
    new Error(`loadWeights: '${path}' is ${dtype}, but was saved as ${saved}: build the network with that dtype`),
});
