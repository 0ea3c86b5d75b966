/** @file Joins blocks along an axis. */
import { shapeErrors } from '../errors/shapes.js';
import type { Block } from './block.js';
import { allocate, promote } from './dtype.js';
import { normalizeAxis, sizeOf } from './shape.js';

/**
 * The blocks one after the other along `axis`; of the dtype that holds them all. Source: NumPy's `concatenate`.
 * @throws Error for no blocks, 0-d ones, or lengths that differ along another axis; RangeError for an axis out of bounds.
 */
export function concatenate(blocks: readonly Block[], axis: number, operation: string): Block {
  const first = blocks[0];
  if (first === undefined) throw shapeErrors.nothingToJoin(operation, 'arrays');
  if (blocks.some(block => block.shape.length === 0)) throw shapeErrors.joinsScalar(operation);
  const along = normalizeAxis(axis, first.shape.length, operation);
  for (const [i, { shape }] of blocks.entries()) {
    if (shape.length === first.shape.length && shape.every((length, at) => at === along || length === first.shape[at])) continue;
    throw shapeErrors.joinsOtherLengths(operation, first.shape, i, shape, along);
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
