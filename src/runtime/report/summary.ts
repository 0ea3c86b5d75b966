/** @file A tensor as text and statistics, within a budget. */
import { distribution, elements, format, type NDArray, statistics } from '../../engine/ndarray/index.js';
import type { TensorSummary } from '../../protocol/report.js';
import { reportNumber } from './report-number.js';

/** Up to this many elements a tensor is shown whole, and its elements are part of the report. */
const WHOLE = 64;
/** From this many elements on there is something to count: a graph of thousands of scalars is to stay small. */
const COUNTED = 8;
const INTERVALS = 20;

export function summarize(array: NDArray, maxTextLength: number): TensorSummary {
  const { size } = array;
  const summary = statistics(array);
  return {
    text: shorten(format(array, { threshold: WHOLE }), maxTextLength),
    ...summary,
    ...(size >= COUNTED && { distribution: distribution(array, summary, INTERVALS) }),
    ...(size <= WHOLE && { data: elements(array).map(reportNumber) }),
  };
}

function shorten(text: string, maxLength: number): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}
