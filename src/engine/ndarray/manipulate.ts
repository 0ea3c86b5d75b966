/** @file Changes of shape on blocks. Every result is a fresh copy: two arrays never share elements. */
import { shapeErrors } from '../errors/shapes.js';
import type { Block } from './block.js';
import { walkRows } from './broadcast.js';
import { allocate } from './dtype.js';
import { reduce } from './reduce.js';
import { broadcastStrides, normalizeAxes, resolveReshape, sameShape, sizeOf, stridesOf, type Shape } from './shape.js';

/** @throws Error if the sizes differ. */
export function reshape(a: Block, wanted: readonly number[]): Block {
  return { shape: resolveReshape(a.shape, wanted), dtype: a.dtype, values: a.values.slice() };
}

/**
 * The axes in a new order; in reverse order when none are given.
 * @throws Error for axes that are not each of the array's, once.
 */
export function transpose(a: Block, axes: readonly number[] | null): Block {
  const ndim = a.shape.length;
  const order = axes === null ? a.shape.map((_, axis) => ndim - 1 - axis) : normalizeAxes(axes, ndim, 'transpose');
  if (order.length !== ndim) throw shapeErrors.transposeAxes(order, a.shape);
  const strides = stridesOf(a.shape);
  return gather(a, order.map(axis => a.shape[axis]!), order.map(axis => strides[axis]!));
}

/** @throws Error if `a` does not stretch to `shape`. */
export function broadcastTo(a: Block, shape: Shape, operation = 'broadcastTo'): Block {
  if (!stretches(a.shape, shape)) throw shapeErrors.cannotBroadcastTo(operation, a.shape, shape);
  return gather(a, shape, broadcastStrides(a.shape, shape));
}

/**
 * The inverse of broadcasting: sums over the axes along which `shape` would stretch to the array's.
 * @throws Error if `shape` does not stretch to the array's shape.
 */
export function sumTo(a: Block, shape: Shape): Block {
  if (!stretches(shape, a.shape)) throw shapeErrors.cannotSumTo(a.shape, shape);
  if (sameShape(a.shape, shape)) return { ...a, values: a.values.slice() };
  const lead = a.shape.length - shape.length;
  const axes = a.shape.flatMap((length, axis) => axis < lead || (shape[axis - lead] === 1 && length !== 1) ? [axis] : []);
  return { ...reduce('sum', a, [axes]), shape };
}

function stretches(small: Shape, large: Shape): boolean {
  const lead = large.length - small.length;
  return lead >= 0 && small.every((length, axis) => length === 1 || length === large[axis + lead]);
}

/** Reads `a` with other strides. */
function gather(a: Block, shape: Shape, strides: readonly number[]): Block {
  const values = allocate(a.dtype, sizeOf(shape));
  if (values.length === 0) return { shape, dtype: a.dtype, values };
  const inner = shape[shape.length - 1] ?? 1;
  const step = strides[strides.length - 1] ?? 1;
  const outer = strides.slice(0, -1);
  const from = a.values;
  walkRows(shape.slice(0, -1), outer, outer, (offset, _, row) => {
    const to = row * inner;
    if (step === 1) values.set(from.subarray(offset, offset + inner), to);
    else if (step === 0) values.fill(from[offset]!, to, to + inner);
    else if (values instanceof Float64Array && from instanceof Float64Array) gatherRow(from, offset, step, values, to, inner);
    else for (let i = 0; i < inner; i++) values[to + i] = from[offset + i * step]!;
  });
  return { shape, dtype: a.dtype, values };
}

/** Apart from the other types, so that V8 compiles it for this one. */
function gatherRow(from: Float64Array, offset: number, step: number, values: Float64Array, to: number, n: number): void {
  for (let i = 0; i < n; i++) values[to + i] = from[offset + i * step]!;
}
