/** @file Errors of data to learn from, and of loading it in batches. */
import type { Shape } from '../ndarray/shape.js';
import { catalogue } from './catalogue.js';
import { count, kindOf, shapeText, shown } from './words.js';

export const datasetErrors = catalogue('datasets', {
  /** Something else than options that hold a boolean of this name. */
  noSwitch: (operation: string, name: string, value: unknown) =>
    new TypeError(`${operation}: ${name} is a switch, not ${shown(value)}: give { ${name}: true } or { ${name}: false }`),

  batchSize: (size: unknown) =>
    new RangeError(`DataLoader: the batch size is ${shown(size)}, but must be a positive integer, the number of samples in a batch`),

  noData: (value: unknown) =>
    new TypeError(`DataLoader: the data are ${kindOf(value)}, but must be an array: [x, t] of NDArrays with a row for each sample, or examples such as [[x0, t0], [x1, t1]]`),

  noSamples: () =>
    new RangeError('DataLoader: there are no samples, so there is nothing to load: give at least one'),

  columnOfScalar: (position: number) =>
    new TypeError(`DataLoader: array ${String(position)} is 0-d, but must have a row for each sample along its first axis: reshape it`),

  columnLengths: (first: Shape, position: number, other: Shape) =>
    new Error(`DataLoader: array 0 has the shape ${shapeText(first)} and array ${String(position)} ${shapeText(other)}: their first axes must be of one length, a row for each sample`),

  noExample: (position: number, value: unknown) =>
    new TypeError(`DataLoader: example ${String(position)} is ${kindOf(value)}, but must be an array of its parts, such as [x, t]; whole arrays must all be NDArrays`),

  exampleLengths: (first: number, position: number, other: number) =>
    new Error(`DataLoader: example 0 has ${count(first, 'part')} and example ${String(position)} has ${String(other)}: give each the same parts`),
});
