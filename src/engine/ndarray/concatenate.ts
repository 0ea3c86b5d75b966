/** @file Joins blocks along an axis. */
import type { Block } from './block.js';
import { allocate, promote } from './dtype.js';
import { normalizeAxis, shapeText, sizeOf } from './shape.js';

/**
 * The blocks one after the other along `axis`; of the dtype that holds them all. Source: NumPy's `concatenate`.
 * @throws Error for no blocks, 0-d ones, or lengths that differ along another axis; RangeError for an axis out of bounds.
 */
export function concatenate(blocks: readonly Block[], axis: number, operation: string): Block {
  const first = blocks[0];
  if (first === undefined) throw new Error(`${operation}: there are no arrays to join: give at least one`);
  if (blocks.some(block => block.shape.length === 0)) {
    throw new Error(`${operation}: a 0-d array has no axis to join along: reshape it to (1,) first`);
  }
  const along = normalizeAxis(axis, first.shape.length, operation);
  for (const [i, { shape }] of blocks.entries()) {
    if (shape.length === first.shape.length && shape.every((length, at) => at === along || length === first.shape[at])) continue;
    throw new Error(`${operation}: array 0 has the shape ${shapeText(first.shape)} and array ${String(i)} ${shapeText(shape)}: `
      + `all lengths but that of axis ${String(along)} must be equal: reshape or cut one of them`);
  }
  const shape = first.shape.map((length, at) => at === along ? blocks.reduce((sum, block) => sum + block.shape[at]!, 0) : length);
  const dtype = blocks.reduce((found, block) => promote(found, block.dtype), first.dtype);
  const values = allocate(dtype, sizeOf(shape));
  const row = sizeOf(shape.slice(along));
  let at = 0;
  for (const block of blocks) {
    const length = sizeOf(block.shape.slice(along));
    for (let from = 0, to = at; from < block.values.length; from += length, to += row) values.set(block.values.subarray(from, from + length), to);
    at += length;
  }
  return { shape, dtype, values };
}
