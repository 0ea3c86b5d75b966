/** @file A tensor's statistics as facts. */
import type { TensorSummary } from '../../src/protocol/report.js';
import { element, type Child } from '../dom/element.js';
import { grouped } from '../model/text.js';
import { shareText, shortNumber } from './number-text.js';
import { facts } from './section.js';

/** Two columns of them stand side by side. */
const DIGITS = 4;

/** Null where there is no more than one element to have them of, unless that is not finite. */
export function statistics(tensor: TensorSummary, size: number): HTMLElement | null {
  const entries = entriesOf(tensor, size);
  return entries.length === 0 ? null : element('div', { class: 'statistics' }, facts(entries));
}

function entriesOf({ min, max, mean, nonFinite, distribution }: TensorSummary, size: number): [string, Child][] {
  const number = (value: number | null | undefined): string | null => value === null || value === undefined ? null : shortNumber(value, DIGITS);
  const some = (count: number): string | null => count === 0 ? null : shareText(count, size);
  const entries: [string, Child][] = size <= 1 ? [] : [['min', number(min)], ['max', number(max)], ['mean', number(mean)]];
  if (!distribution) return nonFinite === 0 ? entries : [...entries, ['not finite', grouped(nonFinite)]];
  const { std, zeros, nan, positiveInfinity, negativeInfinity } = distribution;
  return [
    ...entries, ['std', number(std)], ['zeros', zeros === 0 ? 'none' : shareText(zeros, size)],
    ['nan', some(nan)], ['inf', some(positiveInfinity)], ['-inf', some(negativeInfinity)],
  ];
}
