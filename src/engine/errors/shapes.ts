/** @file Errors of shapes that do not fit an operation, or each other. */
import type { Shape } from '../ndarray/shape.js';
import { catalogue } from './catalogue.js';
import { count, shapeText, shown } from './words.js';

const elementsOf = (shape: Shape): number => shape.reduce((product, length) => product * length, 1);

export const shapeErrors = catalogue('shapes', {
  /** Counted from the last, axis `fromEnd` has `left` and `right` elements. */
  doNotBroadcast: (operation: string, a: Shape, b: Shape, fromEnd: number, left: number, right: number) =>
    new Error(`${operation}: shapes ${shapeText(a)} and ${shapeText(b)} do not broadcast: counted from the last, axis ${String(fromEnd)} `
      + `has ${String(left)} and ${String(right)} elements, and lengths must be equal or one of them 1: reshape one of the arrays`),

  cannotBroadcastTo: (operation: string, from: Shape, to: Shape) =>
    new Error(`${operation}: an array of shape ${shapeText(from)} cannot be broadcast to ${shapeText(to)}: `
      + `counted from the last axis, the lengths of ${shapeText(from)} must each be 1 or equal: reshape it first`),

  cannotSumTo: (from: Shape, to: Shape) =>
    new Error(`sumTo: an array of shape ${shapeText(from)} cannot be summed to ${shapeText(to)}: `
      + `counted from the last axis, the lengths of ${shapeText(to)} must each be 1 or equal: name such a shape`),

  matmulOfScalar: (a: Shape, b: Shape) =>
    new Error(`matmul: shapes ${shapeText(a)} and ${shapeText(b)}: a 0-d array has no rows or columns: use mul`),

  /** The sizes that are multiplied away differ: `left` and `right`. */
  matmulSizes: (a: Shape, b: Shape, left: number, right: number) =>
    new Error(`matmul: shapes ${shapeText(a)} and ${shapeText(b)} do not fit: the last axis of the left has ${String(left)} elements and the `
      + `${b.length === 1 ? '' : 'second to last '}axis of the right ${String(right)}, and they must be equal: transpose or reshape one of the arrays`),

  matmulStacks: (a: Shape, b: Shape) =>
    new Error(`matmul: shapes ${shapeText(a)} and ${shapeText(b)} do not fit: as stacks of matrices they have the shapes ${shapeText(a.slice(0, -2))} and `
      + `${shapeText(b.slice(0, -2))}, which do not broadcast: reshape one of the arrays`),

  dotOfStacks: (a: Shape, b: Shape) =>
    new Error(`dot: shapes ${shapeText(a)} and ${shapeText(b)}: only vectors and matrices are taken here: use matmul for stacks of matrices`),

  /** `what` the integers are: a shape, axes. */
  notIntegers: (operation: string, value: unknown, what: string) =>
    new TypeError(`${operation}: ${shown(value)} is no integer: give the ${what} as integers, in one array or one after the other`),

  missing: (operation: string) =>
    new TypeError(`${operation}: a shape is needed: give its lengths in one array or one after the other, [] for a 0-d array`),

  negativeLength: (operation: string, shape: Shape) =>
    new RangeError(`${operation}: negative lengths are not allowed in the shape ${shapeText(shape)}: give lengths from 0`),

  reshapeToNegative: (wanted: Shape) =>
    new RangeError(`reshape: negative lengths other than -1 are not allowed in the shape ${shapeText(wanted)}: give lengths from 0, and -1 at most once, for what is left`),

  reshapeToSeveralUnknown: (wanted: Shape) =>
    new Error(`reshape: only one length of ${shapeText(wanted)} may be -1, for what is left: give the others`),

  reshapeToOtherSize: (from: Shape, wanted: Shape) =>
    new Error(`reshape: an array of shape ${shapeText(from)} has ${count(elementsOf(from), 'element')}, which do not fill the shape ${shapeText(wanted)}: `
      + `give lengths whose product is ${String(elementsOf(from))}`),

  transposeAxes: (axes: readonly number[], shape: Shape) =>
    new Error(`transpose: axes ${shapeText(axes)} do not match an array of shape ${shapeText(shape)}: name each of its ${count(shape.length, 'axis', 'axes')} once`),

  /** `what` there is nothing of: arrays, tensors. */
  nothingToJoin: (operation: string, what: string) =>
    new Error(`${operation}: there are no ${what} to join: give at least one`),

  joinsNoList: () =>
    new TypeError('concat: the tensors come in one array: concat([x0, x1], axis)'),

  joinsScalar: (operation: string) =>
    new Error(`${operation}: a 0-d array has no axis to join along: reshape it to (1,) first`),

  joinsOtherLengths: (operation: string, first: Shape, position: number, other: Shape, axis: number) =>
    new Error(`${operation}: array 0 has the shape ${shapeText(first)} and array ${String(position)} ${shapeText(other)}: `
      + `all lengths but that of axis ${String(axis)} must be equal: reshape or cut one of them`),

  noExtremum: (name: 'max' | 'min' | 'argmax' | 'argmin', shape: Shape, axes: readonly number[]) =>
    new Error(`${name}: an array of shape ${shapeText(shape)} has no elements along ${axes.length === 1 ? `axis ${String(axes[0])}` : 'these axes'}, `
      + `so there is no ${name.replace('arg', '')}imum: ask its size first`),

  itemOfSeveral: (shape: Shape) =>
    new Error(`item: an array of shape ${shapeText(shape)} has ${count(elementsOf(shape), 'element')}, and item() needs exactly one: use at(…) or tolist()`),

  lengthOfScalar: () =>
    new TypeError('len: a 0-d array has no length (len() of unsized object): its size is 1, and item() is its number'),

  arrayIsNoNumber: (shape: Shape) =>
    new TypeError(`an array of shape ${shapeText(shape)} is no number: only one with a single element is: use the operators + - * / **, or take numbers with at(…) or tolist()`),
});
