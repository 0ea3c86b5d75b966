/** @file Numbers as text for narrow places. */
import type { DType, ReportNumber } from '../../src/protocol/report.js';
import { grouped } from '../model/text.js';

/** At most so many significant digits, with an exponent where plain digits would be long: `0.25`, `1.5e+20`, `-3e-07`. */
export function shortNumber(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : value < 0 ? '-inf' : 'inf';
  if (Object.is(value, -0)) return '-0';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e7)) return String(Number(value.toPrecision(digits)));
  const [mantissa, exponent] = value.toExponential(digits - 2).split('e') as [string, string];
  return `${Number(mantissa)}e${exponent[0]!}${exponent.slice(1).padStart(2, '0')}`;
}

/** An element of a tensor. */
export function elementText(value: ReportNumber, dtype: DType | null): string {
  if (typeof value === 'string') return value;
  if (dtype === 'bool') return value === 0 ? 'False' : 'True';
  return dtype === 'int32' ? String(value) : shortNumber(value);
}

/** A part of a whole: `12 (12 %)`, `1 (< 0.1 %)`. */
export function shareText(count: number, size: number): string {
  const percent = 100 * count / size;
  const text = count > 0 && percent < 0.1 ? '< 0.1' : count < size && percent > 99.9 ? '> 99.9' : Number(percent.toFixed(1));
  return `${grouped(count)} (${text} %)`;
}
