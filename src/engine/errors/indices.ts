/** @file Errors of axes, indices and slices. */
import type { Shape } from '../ndarray/shape.js';
import { catalogue } from './catalogue.js';
import { count, rangeText, shapeText, shown } from './words.js';

export const indexErrors = catalogue('indices', {
  notAnAxis: (operation: string, axis: unknown) =>
    new TypeError(`${operation}: ${shown(axis)} is not an axis: axes are integers`),

  axisOutOfBounds: (operation: string, axis: number, ndim: number) =>
    new RangeError(`${operation}: axis ${String(axis)} is out of bounds for an array of dimension ${String(ndim)}`
      + (ndim === 0 ? ': a 0-d array has no axes: reshape it to (1,) first' : `: ${rangeText(ndim)}`)),

  axisTwice: (operation: string, axis: number, axes: readonly unknown[]) =>
    new Error(`${operation}: axis ${String(axis)} is named twice in ${shapeText(axes as number[])}: name it once`),

  unknownOption: (operation: string, option: string, options: string) =>
    new TypeError(`${operation}: unknown option '${option}': give ${options}`),

  noOptions: (operation: string, value: unknown, options: string) =>
    new TypeError(`${operation}: ${shown(value)} in the place of its options: give ${options}`),

  severalAxes: (operation: string, argument: unknown) =>
    new TypeError(`${operation}: ${shown(argument)} is no axis: give one axis, as a number or as { axis }`),

  tooMany: (operation: string, indices: number, shape: Shape) =>
    new RangeError(`${operation}: ${count(indices, 'index', 'indices')} for an array of shape ${shapeText(shape)}, which has ${count(shape.length, 'axis', 'axes')}: leave some out`),

  tooFew: (operation: string, indices: number, shape: Shape) =>
    new RangeError(`${operation}: ${count(indices, 'index', 'indices')} for an array of shape ${shapeText(shape)}: give one for each of its ${count(shape.length, 'axis', 'axes')}`),

  outOfBounds: (operation: string, index: number, axis: number, shape: Shape) =>
    new RangeError(`${operation}: index ${String(index)} is out of bounds for axis ${String(axis)} with size ${String(shape[axis])} of the shape ${shapeText(shape)}: ${rangeText(shape[axis]!)}`),

  noPosition: (operation: string, index: unknown) =>
    new TypeError(`${operation}: ${shown(index)} is not an index: indices are integers`),

  fraction: (operation: string, value: number) =>
    new TypeError(`${operation}: ${String(value)} is no index: positions are integers`),

  noIndex: (operation: string, index: unknown) =>
    new TypeError(`${operation}: ${shown(index)} is no index: give a number, slice(start, stop, step), a list, an int32 or bool array, null for a new axis, or '...'`),

  noIndexArray: (operation: string, dtype: string) =>
    new TypeError(`${operation}: a ${dtype} array is no index: positions are int32 and masks bool: convert it with astype('int32'), or give a list`),

  ellipsisTwice: (operation: string) =>
    new RangeError(`${operation}: '...' may stand once only: write slice() for each of the other axes`),

  /** `masked`: the lengths of the axes that the mask is for. */
  maskShape: (operation: string, mask: Shape, masked: Shape, shape: Shape) =>
    new Error(`${operation}: a bool array of shape ${shapeText(mask)} does not fit the axes of lengths ${shapeText(masked)} of an array of shape ${shapeText(shape)}: `
      + 'a mask has the shape of what it masks'),

  slicePart: (part: string, value: unknown) =>
    new TypeError(`slice: the ${part} is ${shown(value)}, but slices are made of integers: give one, or null to leave it out`),

  sliceStep: () =>
    new RangeError('slice: a step of 0 never arrives: give a step other than 0'),
});
