/** @file argmax and argmin: where along an axis the largest or smallest element stands, on blocks. */
import { indexErrors } from '../errors/indices.js';
import { shapeErrors } from '../errors/shapes.js';
import type { Block } from './block.js';
import { readReduction } from './reduce.js';
import { sizeOf } from './shape.js';

/** One axis, or null for all elements in a row; alone, or by name. */
export type ArgAxis = number | null | { readonly axis?: number | null | undefined; readonly keepdims?: boolean | undefined };
export type ArgExtremeName = 'argmax' | 'argmin';

const better: Record<ArgExtremeName, (x: number, best: number) => boolean> = {
  argmax: (x, best) => x > best,
  argmin: (x, best) => x < best,
};

/**
 * Positions as int32: the first of those that tie, and of nan before all numbers.
 * @throws Error where there is nothing to choose from; TypeError for several axes, RangeError for one out of bounds.
 */
export function argExtreme(name: ArgExtremeName, a: Block, argument: ArgAxis): Block {
  const axis: unknown = typeof argument === 'object' && argument !== null && !Array.isArray(argument) ? argument.axis : argument;
  if (Array.isArray(axis)) throw indexErrors.severalAxes(name, axis);
  const { axes, shape, count } = readReduction([argument], a.shape, name);
  // As NumPy, which does not ask whether there is a result to be filled.
  if (count === 0) throw shapeErrors.noExtremum(name, a.shape, axes);
  const inner = axes.length === 0 ? 1 : sizeOf(a.shape.slice(axes.at(-1)! + 1));
  const values = new Int32Array(sizeOf(shape));
  const beats = better[name];
  for (let to = 0; to < values.length; to++) {
    const first = Math.floor(to / inner) * count * inner + (to % inner);
    let best = a.values[first]!;
    let at = 0;
    for (let k = 1; k < count && best === best; k++) {
      const x = a.values[first + k * inner]!;
      if (!beats(x, best) && x === x) continue;
      best = x;
      at = k;
    }
    values[to] = at;
  }
  return { shape, dtype: 'int32', values };
}
