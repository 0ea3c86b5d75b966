/** @file The intervals of a tensor's histogram. */
import type { TensorSummary } from '../../src/protocol/report.js';

export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** The intervals with their counts; none where all finite elements are the same, or there is none. */
export function barsOf({ min, max, distribution }: TensorSummary): Bar[] {
  const bins = distribution?.bins ?? [];
  if (min === null || max === null || bins.length < 2) return [];
  // Weighted, for the difference of large finite numbers need not be finite.
  const edge = (index: number): number => min * (1 - index / bins.length) + max * (index / bins.length);
  return bins.map((count, index) => ({ from: edge(index), to: edge(index + 1), count }));
}
