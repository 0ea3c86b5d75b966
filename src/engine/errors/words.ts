/** @file How errors speak of shapes and of values that are not what they should be. */
import type { Shape } from '../ndarray/shape.js';

/** NumPy's notation: `(2, 3)`, `(3,)`, `()`. */
export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${String(shape[0])},)` : `(${shape.join(', ')})`;
}

/** A number as it is, anything else by its kind. */
export function kindOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return value === null ? 'null' : Array.isArray(value) ? 'an array' : typeof value;
}

/** `1 axis`, `2 axes`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}

/** The positions that an axis of this length has. */
export function rangeText(length: number): string {
  return length === 0 ? 'it has no elements' : `use ${String(-length)} to ${String(length - 1)}`;
}
