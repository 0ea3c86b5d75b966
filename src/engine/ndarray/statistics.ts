/** @file Summaries of an array's elements, for reports. */
import { blockOf } from './block.js';
import type { TypedArray } from './dtype.js';
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

export interface Distribution {
  /** Of the finite elements, over their count; null where there is none. */
  readonly std: number | null;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
  readonly zeros: number;
  /** Counts of the finite elements in equal intervals from min to max, the last one closed; one interval where min is max. */
  readonly bins: readonly number[];
}

/** How the elements lie around the `statistics` that they have. */
export function distribution(array: NDArray, { min, max, mean }: Statistics, intervals: number): Distribution {
  const { values } = blockOf(array);
  if (min === null || max === null || mean === null) return { std: null, ...countSpecial(values), bins: [] };
  const binOf = min === max ? () => 0 : binFinder(min, max, intervals);
  const bins = new Array<number>(min === max ? 1 : intervals).fill(0);
  // In units of the largest deviation no square overflows or vanishes.
  const unit = Math.max(max - mean, mean - min);
  let squares = 0;
  let count = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    count++;
    const deviation = unit > 0 ? (value - mean) / unit : 0;
    squares += deviation * deviation;
    bins[binOf(value)]!++;
  }
  return { std: Math.sqrt(squares / count) * unit, ...countSpecial(values), bins };
}

function countSpecial(values: TypedArray): Omit<Distribution, 'std' | 'bins'> {
  const counts = { nan: 0, positiveInfinity: 0, negativeInfinity: 0, zeros: 0 };
  for (const value of values) {
    if (value === 0) counts.zeros++;
    else if (Number.isNaN(value)) counts.nan++;
    else if (value === Infinity) counts.positiveInfinity++;
    else if (value === -Infinity) counts.negativeInfinity++;
  }
  return counts;
}

/** Which of the equal intervals a value is in, by their edges as np.histogram has them: a division alone misses at the edges. */
function binFinder(min: number, max: number, intervals: number): (value: number) => number {
  // The range of large numbers need not be finite; half of it is.
  const half = Number.isFinite(max - min) ? 1 : 0.5;
  const range = max * half - min * half;
  const edges = Float64Array.from({ length: intervals + 1 }, (_, i) => (min * half + i * (range / intervals)) / half);
  return value => {
    let bin = Math.min(intervals - 1, Math.floor((value * half - min * half) / range * intervals));
    while (bin > 0 && value < edges[bin]!) bin--;
    while (bin < intervals - 1 && value >= edges[bin + 1]!) bin++;
    return bin;
  };
}

/** All elements in row-major order, as numbers. */
export function elements(array: NDArray): number[] {
  return Array.from(blockOf(array).values);
}
