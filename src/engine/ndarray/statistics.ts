/** @file Summaries and pages of an array's elements, for reports: they never copy more than is asked for. */
import { blockOf } from './block.js';
import type { NDArray } from './ndarray.js';
import { pairwiseSum } from './reduce.js';

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
  let count = 0;
  let sum = 0;
  let runningMean = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < min) min = value;
    if (value > max) max = value;
    count++;
    sum += value;
    runningMean += value / count - runningMean / count;
  }
  const nonFinite = values.length - count;
  if (nonFinite === 0) sum = pairwiseSum(values, 0, count);
  // The sum of large finite numbers need not be finite; their mean is.
  const mean = Number.isFinite(sum) ? sum / count : runningMean;
  return count === 0 ? { min: null, max: null, mean: null, nonFinite } : { min, max, mean, nonFinite };
}

/** The elements `start` to `end` (exclusive) in row-major order, as numbers. */
export function elements(array: NDArray, start = 0, end = array.size): number[] {
  return Array.from(blockOf(array).values.slice(start, end));
}
