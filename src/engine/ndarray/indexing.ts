/** @file Selecting elements as NumPy's brackets do, and adding to the selected ones: the two directions of `getItem`. */
import { indexErrors } from '../errors/indices.js';
import type { Block } from './block.js';
import { allocate } from './dtype.js';
import { readIndices, type AxisIndex } from './index-arguments.js';
import { broadcastShapes, broadcastStrides, sizeOf, stridesOf, type Shape } from './shape.js';

/** Which elements of an array of shape `from` make up one of `shape`: their offsets, in order, repeated where they are. */
export interface Selection {
  readonly from: Shape;
  readonly shape: Shape;
  readonly offsets: Int32Array;
}

/** An axis of the result: how far each of its positions lies from the first. */
interface ResultAxis {
  readonly shape: Shape;
  readonly steps: Int32Array;
}

/**
 * What `x[indices]` selects in NumPy of an `x` of `shape`: lists broadcast against each other, and their axes stand where the first of
 * them stood, or in front when a slice parts them.
 * @throws RangeError for an index out of bounds or too many; TypeError for what is no index; Error for lists or masks that do not fit.
 */
export function select(shape: Shape, indices: readonly unknown[], operation = 'getItem'): Selection {
  const read = readIndices(shape, indices, operation);
  const strides = stridesOf(shape);
  const lists = read.some(index => index.kind === 'positions');
  const axes: ResultAxis[] = [];
  const listed: ResultAxis[] = [];
  const listedAt: number[] = [];
  let listsStand = 0;
  let start = 0;
  let axis = 0;
  for (const [at, index] of read.entries()) {
    if (index.kind === 'gap') continue;
    if (index.kind === 'newAxis') {
      axes.push({ shape: [1], steps: Int32Array.of(0) });
      continue;
    }
    const length = shape[axis]!;
    const stride = strides[axis]!;
    const where = { axis: axis++, length, shape, operation };
    if (index.kind === 'slice') {
      const { first, step, count } = index.slice.resolve(length);
      start += count === 0 ? 0 : first * stride;
      axes.push({ shape: [count], steps: Int32Array.from({ length: count }, (_, i) => i * step * stride) });
    } else if (index.kind === 'number' && !lists) {
      start += position(index.value, where) * stride;
    } else {
      if (listed.length === 0) listsStand = axes.length;
      listedAt.push(at);
      listed.push(listedAxis(index, stride, where));
    }
  }
  if (listed.length > 0) {
    const together = listedAt.at(-1)! - listedAt[0]! === listedAt.length - 1;
    axes.splice(together ? listsStand : 0, 0, meet(listed, operation));
  }
  return { from: shape, shape: axes.flatMap(each => each.shape), offsets: offsetsOf(start, axes) };
}

interface Where {
  readonly axis: number;
  readonly length: number;
  readonly shape: Shape;
  readonly operation: string;
}

function listedAxis(index: Extract<AxisIndex, { kind: 'number' | 'positions' }>, stride: number, where: Where): ResultAxis {
  if (index.kind === 'number') return { shape: [], steps: Int32Array.of(position(index.value, where) * stride) };
  return { shape: index.shape, steps: Int32Array.from(index.values, value => position(value, where) * stride) };
}

/** A position counted from the front. */
function position(index: number, { axis, length, shape, operation }: Where): number {
  if (index >= -length && index < length) return index < 0 ? index + length : index;
  throw indexErrors.outOfBounds(operation, index, axis, shape);
}

/** Lists go together element by element, broadcast. */
function meet(listed: readonly ResultAxis[], operation: string): ResultAxis {
  let shape: Shape = [];
  for (const each of listed) shape = broadcastShapes(shape, each.shape, `${operation} (lists of indices)`);
  const steps = new Int32Array(sizeOf(shape));
  const own = stridesOf(shape);
  for (const each of listed) {
    const strides = broadcastStrides(each.shape, shape);
    for (let i = 0; i < steps.length; i++) {
      let offset = 0;
      for (const [axis, stride] of strides.entries()) offset += stride * (Math.floor(i / own[axis]!) % shape[axis]!);
      steps[i]! += each.steps[offset]!;
    }
  }
  return { shape, steps };
}

/** Every sum of a step of each axis, in row-major order. */
function offsetsOf(start: number, axes: readonly ResultAxis[]): Int32Array {
  let offsets = Int32Array.of(start);
  for (const { steps } of axes) {
    const longer = new Int32Array(offsets.length * steps.length);
    let to = 0;
    for (const offset of offsets) {
      for (let i = 0; i < steps.length; i++) longer[to++] = offset + steps[i]!;
    }
    offsets = longer;
  }
  return offsets;
}

/** The selected elements. */
export function gather(a: Block, { shape, offsets }: Selection): Block {
  const values = allocate(a.dtype, offsets.length);
  for (let i = 0; i < offsets.length; i++) values[i] = a.values[offsets[i]!]!;
  return { shape, dtype: a.dtype, values };
}

/** Zeros of the shape that was selected from, with `a`'s elements added to the selected ones: an element selected twice gets the sum. */
export function scatterAdd(a: Block, { from, offsets }: Selection): Block {
  // Sums in doubles, rounded once.
  const sums = new Float64Array(sizeOf(from));
  for (let i = 0; i < offsets.length; i++) sums[offsets[i]!]! += a.values[i]!;
  if (a.dtype === 'float64') return { shape: from, dtype: a.dtype, values: sums };
  const dtype = a.dtype === 'bool' ? 'int32' : a.dtype;
  const values = allocate(dtype, sums.length);
  values.set(sums);
  return { shape: from, dtype, values };
}
