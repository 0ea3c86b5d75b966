/** @file A tensor as text and statistics, within a budget. */
import type { NDArray } from '../../engine/index.js';
import { format } from '../../engine/ndarray/index.js';
import { blockOf } from '../../engine/ndarray/block.js';
import type { TensorSummary } from '../../protocol/report.js';

/** Up to this many elements a tensor is shown whole, and its elements are part of the report. */
const WHOLE = 64;

export function summarize(array: NDArray, maxTextLength: number): TensorSummary {
  const { values } = blockOf(array);
  let [min, max, sum, nonFinite] = [Infinity, -Infinity, 0, 0];
  for (const value of values) {
    if (!Number.isFinite(value)) {
      nonFinite++;
      continue;
    }
    if (value < min) min = value;
    if (value > max) max = value;
    sum += value;
  }
  const finite = values.length - nonFinite;
  const statistics = finite === 0 ? { min: null, max: null, mean: null } : { min, max, mean: sum / finite };
  const text = shorten(format(array, { threshold: WHOLE }), maxTextLength);
  if (values.length > WHOLE) return { text, ...statistics, nonFinite };
  return { text, ...statistics, nonFinite, data: Array.from(values, jsonNumber) };
}

/** JSON has no NaN and no infinities. */
function jsonNumber(value: number): number | 'nan' | 'inf' | '-inf' {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  return value === -Infinity ? '-inf' : value;
}

function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}
