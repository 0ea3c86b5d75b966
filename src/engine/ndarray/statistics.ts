/** @file Summaries and pages of an array's elements, for reports: they never copy more than is asked for. */
import { blockOf } from './block.js';
import type { NDArray } from './ndarray.js';

export interface Statistics {
  /** Of the finite elements; null where there is none. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** How many elements are NaN or infinite. */
  readonly nonFinite: number;
}

export function statistics(array: NDArray): Statistics {
  const { values } = blockOf(array);
  let min = Infinity;
  let max = -Infinity;
  let mean = 0;
  let count = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    // Running, and in two quotients, because the sum of large finite numbers need not be finite.
    count++;
    mean += value / count - mean / count;
  }
  const nonFinite = values.length - count;
  return count === 0 ? { min: null, max: null, mean: null, nonFinite } : { min, max, mean, nonFinite };
}

/** The elements `start` to `end` (exclusive) in row-major order, as numbers. */
export function elements(array: NDArray, start = 0, end = array.size): number[] {
  return Array.from(blockOf(array).values.slice(start, end));
}
