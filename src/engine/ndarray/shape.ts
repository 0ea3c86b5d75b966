/** @file Shapes and axes: sizes, strides, broadcasting, and reading them from arguments. */
import { indexErrors } from '../errors/indices.js';
import { shapeErrors } from '../errors/shapes.js';

export type Shape = readonly number[];
/** Shapes and axes are taken as one array or as several numbers. */
export type NumbersArgument = readonly number[] | readonly [readonly number[]];

/** The shape of every 0-d array, shared so that a scalar allocates none. */
export const SCALAR_SHAPE: Shape = Object.freeze([]);

export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** Row-major strides, in elements. */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

export function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) {
    if (a[axis] !== b[axis]) return false;
  }
  return true;
}

/**
 * The shape that two arrays broadcast to: axes are matched from the last, and 1 stretches.
 * @param operation Named in the error.
 * @throws Error if two lengths differ and neither is 1.
 */
export function broadcastShapes(a: Shape, b: Shape, operation = 'broadcast'): Shape {
  if (sameShape(a, b)) return a;
  const ndim = Math.max(a.length, b.length);
  const shape = new Array<number>(ndim);
  for (let fromEnd = 1; fromEnd <= ndim; fromEnd++) {
    const left = a[a.length - fromEnd] ?? 1;
    const right = b[b.length - fromEnd] ?? 1;
    if (left !== right && left !== 1 && right !== 1) throw shapeErrors.doNotBroadcast(operation, a, b, fromEnd, left, right);
    shape[ndim - fromEnd] = left === 1 ? right : left;
  }
  return shape;
}

/** Whether two arrays broadcast. */
export function broadcasts(a: Shape, b: Shape): boolean {
  for (let fromEnd = 1; fromEnd <= Math.min(a.length, b.length); fromEnd++) {
    const [left, right] = [a[a.length - fromEnd], b[b.length - fromEnd]];
    if (left !== right && left !== 1 && right !== 1) return false;
  }
  return true;
}

/** The strides with which an array of `shape` is read as the larger `target`: 0 along the stretched axes. */
export function broadcastStrides(shape: Shape, target: Shape): number[] {
  const own = stridesOf(shape);
  const lead = target.length - shape.length;
  return target.map((_, axis) => axis < lead || shape[axis - lead] === 1 ? 0 : own[axis - lead]!);
}

/**
 * An axis counted from the front.
 * @throws RangeError if there is no such axis, TypeError if it is no integer.
 */
export function normalizeAxis(axis: unknown, ndim: number, operation: string): number {
  if (typeof axis !== 'number' || !Number.isInteger(axis)) throw indexErrors.notAnAxis(operation, axis);
  if (axis < -ndim || axis >= ndim) throw indexErrors.axisOutOfBounds(operation, axis, ndim);
  return axis < 0 ? axis + ndim : axis;
}

/**
 * Axes counted from the front, in the order given.
 * @throws Error if one is named twice, and as {@link normalizeAxis} does.
 */
export function normalizeAxes(axes: readonly unknown[], ndim: number, operation: string): number[] {
  const result = axes.map(axis => normalizeAxis(axis, ndim, operation));
  for (const [i, axis] of result.entries()) {
    if (result.indexOf(axis) !== i) throw indexErrors.axisTwice(operation, axis, axes);
  }
  return result;
}

/**
 * Numbers given as one array or one after the other.
 * @throws TypeError for anything else.
 */
export function numbersArgument(args: readonly unknown[], operation: string, what: string): number[] {
  const list: readonly unknown[] = args.length === 1 && Array.isArray(args[0]) ? args[0] : args;
  return list.map(item => {
    if (typeof item === 'number' && Number.isInteger(item)) return item;
    throw shapeErrors.notIntegers(operation, item, what);
  });
}

/**
 * A shape given as one array or as several numbers.
 * @throws RangeError for a negative length.
 */
export function shapeArgument(args: readonly unknown[], operation: string): number[] {
  const shape = numbersArgument(args, operation, 'shape');
  if (shape.some(length => length < 0)) throw shapeErrors.negativeLength(operation, shape);
  return shape;
}

/**
 * The shape that `size` elements take, where one length may be -1: whatever is left.
 * @throws Error if the sizes differ or -1 cannot be found.
 */
export function resolveReshape(from: Shape, wanted: readonly number[]): Shape {
  const size = sizeOf(from);
  const unknown = wanted.indexOf(-1);
  if (wanted.indexOf(-1, unknown + 1) > unknown && unknown >= 0) throw shapeErrors.reshapeToSeveralUnknown(wanted);
  if (wanted.some(length => length < -1)) throw shapeErrors.reshapeToNegative(wanted);
  const known = wanted.reduce((product, length) => length === -1 ? product : product * length, 1);
  const fits = unknown < 0 ? known === size : known > 0 && size % known === 0;
  if (!fits) throw shapeErrors.reshapeToOtherSize(from, wanted);
  return wanted.map(length => length === -1 ? size / known : length);
}

/**
 * Where the elements begin that `indices` (one for each leading axis; negative ones count from the end) select.
 * @throws RangeError out of bounds, TypeError for an index that is no integer.
 */
export function offsetOf(shape: Shape, indices: readonly unknown[], operation: string): number {
  if (indices.length > shape.length) throw indexErrors.tooMany(operation, indices.length, shape);
  let offset = 0;
  const strides = stridesOf(shape);
  for (const [axis, index] of indices.entries()) {
    if (typeof index !== 'number' || !Number.isInteger(index)) throw indexErrors.noPosition(operation, index);
    const length = shape[axis]!;
    if (index < -length || index >= length) throw indexErrors.outOfBounds(operation, index, axis, shape);
    offset += (index < 0 ? index + length : index) * strides[axis]!;
  }
  return offset;
}
