/** @file A tensor as text and statistics, within a budget. */
import { elements, format, type NDArray, statistics } from '../../engine/ndarray/index.js';
import type { TensorSummary } from '../../protocol/report.js';

/** Up to this many elements a tensor is shown whole, and its elements are part of the report. */
const WHOLE = 64;

export function summarize(array: NDArray, maxTextLength: number): TensorSummary {
  const text = shorten(format(array, { threshold: WHOLE }), maxTextLength);
  const summary = { text, ...statistics(array) };
  return array.size > WHOLE ? summary : { ...summary, data: elements(array).map(jsonNumber) };
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
