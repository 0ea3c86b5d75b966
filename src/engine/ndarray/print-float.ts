/** @file One float as NumPy writes it: positional or with an exponent, cut and padded. Source: numpy/_core/src/multiarray/dragon4.c. */
import { rounded, shortestDouble, shortestSingle, type Decimal } from './digits.js';

export type FloatDType = 'float64' | 'float32';

export interface PositionalLayout {
  /** Digits after the point at most. */
  readonly precision: number;
  /** Width of sign and whole part. */
  readonly padLeft: number;
  /** Width of the fraction, filled with spaces. */
  readonly padRight: number;
}
export interface ScientificLayout {
  /** Digits after the point. */
  readonly digits: number;
  /** Width of sign and whole part. */
  readonly padLeft: number;
  readonly exponentDigits: number;
}

function shortest(x: number, dtype: FloatDType): Decimal {
  return dtype === 'float32' ? shortestSingle(x) : shortestDouble(x);
}

function signOf(x: number): string {
  return x < 0 || Object.is(x, -0) ? '-' : '';
}

/** `-12`, `5` of -12.5; `precision` null: as many digits as the shortest text needs. */
export function positionalParts(x: number, dtype: FloatDType, precision: number | null): [whole: string, fraction: string] {
  const magnitude = Math.abs(x);
  let decimal = shortest(magnitude, dtype);
  const count = decimal.exponent + 1 + (precision ?? Infinity);
  if (decimal.digits.length > count) decimal = rounded(magnitude, Math.max(1, count));
  const { digits, exponent } = decimal;
  const whole = exponent < 0 ? '0' : digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  const fraction = exponent < 0 ? '0'.repeat(-exponent - 1) + digits : digits.slice(exponent + 1);
  return [signOf(x) + whole, fraction.replace(/0+$/, '')];
}

export function positional(x: number, dtype: FloatDType, layout: PositionalLayout): string {
  const [whole, fraction] = positionalParts(x, dtype, layout.precision);
  return `${whole.padStart(layout.padLeft)}.${fraction.padEnd(layout.padRight)}`;
}

/** `-1`, `5`, `+20` of -1.5e+20: the exponent has a sign and at least two digits. */
export function scientificParts(x: number, dtype: FloatDType, precision: number | null): [whole: string, fraction: string, exponent: string] {
  const magnitude = Math.abs(x);
  const decimal = shortest(magnitude, dtype);
  return writtenOut(x, precision !== null && decimal.digits.length > precision + 1 ? rounded(magnitude, precision + 1) : decimal);
}

function writtenOut(x: number, { digits, exponent }: Decimal): [whole: string, fraction: string, exponent: string] {
  const power = `${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
  return [signOf(x) + digits[0]!, digits.slice(1), power];
}

/** Digits past the shortest text are those of the exact value, as in NumPy: a single 0.9316406 beside longer ones is 9.3164062e-01. */
export function scientific(x: number, layout: ScientificLayout): string {
  const [whole, fraction, exponent] = writtenOut(x, rounded(Math.abs(x), layout.digits + 1));
  return `${whole.padStart(layout.padLeft)}.${fraction.padEnd(layout.digits, '0')}e${exponent[0]!}${exponent.slice(1).padStart(layout.exponentDigits, '0')}`;
}

export function nonFinite(x: number): string {
  return Number.isNaN(x) ? 'nan' : x < 0 ? '-inf' : 'inf';
}

/** A scalar, unpadded and uncut: `2.0`, `1e-05`, `nan`. */
export function scalarText(x: number, dtype: FloatDType): string {
  if (!Number.isFinite(x)) return nonFinite(x);
  const magnitude = Math.abs(x);
  const cutoff = dtype === 'float32' ? 1e6 : 1e16;
  if (magnitude === 0 || (magnitude >= 1e-4 && magnitude < cutoff)) {
    const [whole, fraction] = positionalParts(x, dtype, null);
    return `${whole}.${fraction === '' ? '0' : fraction}`;
  }
  const [whole, fraction, exponent] = scientificParts(x, dtype, null);
  return `${whole}${fraction === '' ? '' : `.${fraction}`}e${exponent}`;
}
