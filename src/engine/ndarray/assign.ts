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
  // As NumPy does in assignments: leading axes of length 1 that the target has not are dropped.
  let extra = 0;
  while (source.shape.length - extra > shape.length && source.shape[extra] === 1) extra++;
  const fitting = { ...source, shape: source.shape.slice(extra) };
  const whole = sameShape(fitting.shape, shape) ? fitting : broadcastTo(fitting, shape, 'set');
  target.values.set(castValues(whole.values, target.dtype, 'set'), offset);
}
