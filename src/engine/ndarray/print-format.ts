/** @file How all elements of one array are written, so that they line up. Source: numpy/_core/arrayprint.py. */
import type { DType, TypedArray } from './dtype.js';
import { nonFinite, positional, positionalParts, scientific, scientificParts, type FloatDType } from './print-float.js';

export type ElementFormat = (value: number) => string;

/** NumPy's default `precision`. */
const PRECISION = 8;

/** The format for the elements that will be shown. */
export function elementFormat(shown: TypedArray, dtype: DType): ElementFormat {
  switch (dtype) {
    case 'float64': case 'float32': return floatFormat(shown, dtype);
    case 'int32': return integerFormat(shown);
    case 'bool': return value => value === 0 ? 'False' : ' True';
  }
}

function integerFormat(shown: TypedArray): ElementFormat {
  let width = 0;
  for (const value of shown) width = Math.max(width, String(value).length);
  return value => String(value).padStart(width);
}

function longest(texts: readonly string[]): number {
  return texts.reduce((length, text) => Math.max(length, text.length), 0);
}

/** An exponent for all as soon as the largest or smallest magnitude, or their ratio, would need many digits. */
function needsExponent(finite: readonly number[], dtype: FloatDType): boolean {
  let largest = 0;
  let smallest = Infinity;
  for (const value of finite) {
    if (value === 0) continue;
    largest = Math.max(largest, Math.abs(value));
    smallest = Math.min(smallest, Math.abs(value));
  }
  if (largest === 0) return false;
  // float32 has 6 sure digits; there all comparisons are in float32, as NumPy's.
  return dtype === 'float32'
    ? largest >= 1e6 || smallest < Math.fround(0.0001) || Math.fround(largest / smallest) > 1000
    : largest >= 1e8 || smallest < 0.0001 || largest / smallest > 1000;
}

function floatFormat(shown: TypedArray, dtype: FloatDType): ElementFormat {
  const finite = Array.from(shown as Iterable<number>).filter(Number.isFinite);
  let padLeft = 0;
  let padRight = 0;
  let write: (padLeft: number) => ElementFormat = () => nonFinite;
  if (finite.length > 0 && needsExponent(finite, dtype)) {
    const parts = finite.map(value => scientificParts(value, dtype, PRECISION));
    const precision = longest(parts.map(part => part[1]));
    const exponentDigits = longest(parts.map(part => part[2])) - 1;
    padLeft = longest(parts.map(part => part[0]));
    padRight = exponentDigits + 2 + precision;
    write = width => value => scientific(value, { digits: precision, padLeft: width, exponentDigits });
  } else if (finite.length > 0) {
    const parts = finite.map(value => positionalParts(value, dtype, PRECISION));
    padLeft = longest(parts.map(part => part[0]));
    padRight = longest(parts.map(part => part[1]));
    const fraction = padRight;
    write = width => value => positional(value, dtype, { precision: PRECISION, padLeft: width, padRight: fraction });
  }
  if (finite.length < shown.length) {
    const negative = shown.includes(-Infinity) ? 1 : 0;
    padLeft = Math.max(padLeft, 'nan'.length - padRight - 1, 'inf'.length + negative - padRight - 1);
  }
  const width = padLeft + padRight + 1;
  const finiteText = write(padLeft);
  return value => Number.isFinite(value) ? finiteText(value) : nonFinite(value).padStart(width);
}
