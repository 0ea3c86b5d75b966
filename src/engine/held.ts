/** @file How data and gradients are held: a 0-d float64 as its number, until somebody asks for the array. */
import { NDArray, scalarOf } from './ndarray/index.js';

/*
 * In a graph of scalars the arrays around the numbers were a third of its memory, and most of them nobody ever sees.
 */

/** An array, or the number of a 0-d float64 for which no array has been made yet. */
export type Held = NDArray | number;

export function arrayOf(held: Held): NDArray {
  return typeof held === 'number' ? NDArray.scalar(held) : held;
}

/** Their sum, out of place. */
export function addHeld(a: Held, b: Held): Held {
  return typeof a === 'number' && typeof b === 'number' ? a + b : arrayOf(a).add(b);
}

/** The number of a 0-d float64; undefined for anything else. */
export function numberOf(held: unknown): number | undefined {
  if (typeof held === 'number') return held;
  return held instanceof NDArray ? scalarOf(held) : undefined;
}

/** Size of the elements in bytes. */
export function bytesOf(held: Held | null): number {
  return held === null ? 0 : typeof held === 'number' ? 8 : held.nbytes;
}
