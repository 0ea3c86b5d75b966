/** @file Numbers as JSON can hold them. */
import type { ReportNumber } from '../../protocol/report.js';

export function reportNumber(value: number): ReportNumber {
  if (Number.isNaN(value)) return 'nan';
  if (value === Infinity) return 'inf';
  return value === -Infinity ? '-inf' : value;
}
