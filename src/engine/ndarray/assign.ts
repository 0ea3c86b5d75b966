/** @file Writes into an array's elements: `a[indices] = value`. */
import type { Block } from './block.js';
import { castNumber, castValues } from './dtype.js';
import { broadcastTo } from './manipulate.js';
import { parse } from './parse.js';
import { offsetOf, sameShape, sizeOf } from './shape.js';

/**
 * Writes `value`, broadcast, to the part of `target` that the leading `indices` select.
 * @throws RangeError for an index out of bounds or a value that the dtype cannot hold; Error for a shape that does not fit.
 */
export function assign(target: Block, value: unknown, indices: readonly unknown[]): void {
  const offset = offsetOf(target.shape, indices, 'set');
  const shape = target.shape.slice(indices.length);
  const size = sizeOf(shape);
  if (typeof value === 'number' || typeof value === 'boolean') {
    target.values.fill(castNumber(Number(value), target.dtype, 'set'), offset, offset + size);
    return;
  }
  const source = parse(value, null, 'set');
  const whole = sameShape(source.shape, shape) ? source : broadcastTo(source, shape);
  target.values.set(castValues(whole.values, target.dtype, 'set'), offset);
}
