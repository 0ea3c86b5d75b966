/** @file How errors speak of shapes and of values that are not what they should be. */
import type { Shape } from '../ndarray/shape.js';

/** NumPy's notation: `(2, 3)`, `(3,)`, `()`. */
export function shapeText(shape: Shape): string {
  return shape.length === 1 ? `(${String(shape[0])},)` : `(${shape.join(', ')})`;
}

/** `a string`, `an object`, `an NDArray`. */
function withArticle(noun: string): string {
  return `${/^(?:[aeio]|NDA)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What sort of value it is: `a string`, `an array`, `a Variable`, `null`. */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return 'an array';
  if (typeof value !== 'object') return withArticle(typeof value);
  const { name } = (value as { constructor?: { name?: string } }).constructor ?? {};
  return withArticle(name === undefined || name === '' || name === 'Object' ? 'object' : name);
}

/** A number or a text as it is, anything else by its kind. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`;
  return typeof value === 'number' ? String(value) : kindOf(value);
}

/** `1 axis`, `2 axes`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${String(n)} ${n === 1 ? one : many}`;
}

/** The positions that an axis of this length has. */
export function rangeText(length: number): string {
  return length === 0 ? 'it has no elements' : `use ${String(-length)} to ${String(length - 1)}`;
}
