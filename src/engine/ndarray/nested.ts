/** @file Elements as plain JavaScript values. */
import type { Block } from './block.js';

/** What `tolist()` gives: a number (a boolean for bool), or nested arrays of them. */
export type NestedList = number | boolean | NestedList[];

/** A bool element is a boolean, as in NumPy. */
export function elementOf({ values, dtype }: Block, offset: number): number | boolean {
  const value = values[offset]!;
  return dtype === 'bool' ? value !== 0 : value;
}

export function nestedList(block: Block, axis = 0, offset = 0): NestedList {
  if (axis === block.shape.length) return elementOf(block, offset);
  const length = block.shape[axis]!;
  let stride = 1;
  for (const inner of block.shape.slice(axis + 1)) stride *= inner;
  return Array.from({ length }, (_, i) => nestedList(block, axis + 1, offset + i * stride));
}
