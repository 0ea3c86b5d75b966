/** @file Reads what stands between NumPy's brackets: numbers, slices, lists, arrays, null and '...'. */
import { indexErrors } from '../errors/indices.js';
import { blockOf, isStored, type Block, type Stored } from './block.js';
import type { NestedArray, NumberArray } from './parse.js';
import { parse } from './parse.js';
import { sizeOf, stridesOf, type Shape } from './shape.js';
import { Slice, slice } from './slice.js';

/**
 * What selects along one axis: a number, a {@link slice}, a list or an int32 or bool array (a bool array takes as many axes as it has),
 * null for a new axis of length 1, '...' for all axes that the others leave.
 */
export type Index = number | Slice | null | '...' | NestedArray | NumberArray | Stored;

/** A number or a slice on one axis of the array, a list of positions on one, or a new axis. */
export type AxisIndex =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'slice'; readonly slice: Slice }
  | { readonly kind: 'positions'; readonly values: ArrayLike<number>; readonly shape: Shape }
  | { readonly kind: 'newAxis' }
  /** Takes no axis, but parts the lists on its sides. */
  | { readonly kind: 'gap' };

/**
 * One entry for each axis of an array of `shape`, and for each new one.
 * @throws TypeError for what is no index; RangeError for too many of them; Error for a mask that does not fit.
 */
export function readIndices(shape: Shape, indices: readonly unknown[], operation: string): AxisIndex[] {
  const groups = indices.map(index => index === '...' ? null : readIndex(index, operation));
  const ellipsis = groups.indexOf(null);
  if (groups.indexOf(null, ellipsis + 1) > ellipsis && ellipsis >= 0) throw indexErrors.ellipsisTwice(operation);
  const taken = groups.reduce((sum, group) => sum + (group === null ? 0 : axesOf(group)), 0);
  if (taken > shape.length) throw indexErrors.tooMany(operation, taken, shape);
  const rest = Array.from({ length: shape.length - taken }, (): AxisIndex => ({ kind: 'slice', slice: slice() }));
  const result: AxisIndex[] = [];
  for (const group of groups) {
    if (group === null) result.push({ kind: 'gap' }, ...rest);
    else if ('mask' in group) result.push(...positionsOf(group.mask, shape, result.filter(takesAxis).length, operation));
    else result.push(group);
  }
  return ellipsis < 0 ? [...result, ...rest] : result;
}

type Group = AxisIndex | { readonly mask: Block };

function readIndex(index: unknown, operation: string): Group {
  if (index === null) return { kind: 'newAxis' };
  if (typeof index === 'number') return { kind: 'number', value: wholeNumber(index, operation) };
  if (index instanceof Slice) return { kind: 'slice', slice: index };
  if (!isStored(index) && !Array.isArray(index) && !ArrayBuffer.isView(index)) throw indexErrors.noIndex(operation, index);
  const given = isStored(index);
  const block = given ? blockOf(index) : parse(index, null, operation);
  if (block.dtype === 'bool' && block.shape.length > 0) return { mask: block };
  if (block.dtype === 'bool') throw indexErrors.noIndex(operation, true);
  // In a list 1 and 1.0 are the same; a float array is somebody's measurements.
  if (given && block.dtype !== 'int32') throw indexErrors.noIndexArray(operation, block.dtype);
  const values = block.dtype === 'int32' ? block.values : block.values.map(value => wholeNumber(value, operation));
  return block.shape.length === 0 ? { kind: 'number', value: values[0]! } : { kind: 'positions', values, shape: block.shape };
}

function wholeNumber(value: number, operation: string): number {
  if (Number.isInteger(value)) return value;
  throw indexErrors.fraction(operation, value);
}

const takesAxis = (index: AxisIndex): boolean => index.kind !== 'newAxis' && index.kind !== 'gap';

function axesOf(group: Group): number {
  if ('mask' in group) return group.mask.shape.length;
  return takesAxis(group) ? 1 : 0;
}

/** Where a mask is true: a list of positions for each of its axes. */
function positionsOf(mask: Block, shape: Shape, axis: number, operation: string): AxisIndex[] {
  const masked = shape.slice(axis, axis + mask.shape.length);
  if (masked.some((length, i) => length !== mask.shape[i])) throw indexErrors.maskShape(operation, mask.shape, masked, shape);
  const strides = stridesOf(mask.shape);
  const found: number[] = [];
  for (let i = 0; i < sizeOf(mask.shape); i++) if (mask.values[i] !== 0) found.push(i);
  return mask.shape.map((length, i) => ({ kind: 'positions', values: found.map(at => Math.floor(at / strides[i]!) % length), shape: [found.length] }));
}
