/** @file The innermost loops of binary operators: one monomorphic loop each for float64, one that takes any types. */
import type { TypedArray } from './dtype.js';

/**
 * `out[oo + i] = a[ao + i * as] (op) b[bo + i * bs]` for n elements; the steps `as` and `bs` are 0 (a repeated element) or 1,
 * and not both 0.
 */
export type Loop<T extends TypedArray> = (
  a: T, ao: number, as: number, b: T, bo: number, bs: number, out: T, oo: number, n: number,
) => void;

export const addFloat64: Loop<Float64Array> = (a, ao, as, b, bo, bs, out, oo, n) => {
  if (as === 0) {
    const x = a[ao]!;
    for (let i = 0; i < n; i++) out[oo + i] = x + b[bo + i]!;
  } else if (bs === 0) {
    const y = b[bo]!;
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! + y;
  } else {
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! + b[bo + i]!;
  }
};

export const subFloat64: Loop<Float64Array> = (a, ao, as, b, bo, bs, out, oo, n) => {
  if (as === 0) {
    const x = a[ao]!;
    for (let i = 0; i < n; i++) out[oo + i] = x - b[bo + i]!;
  } else if (bs === 0) {
    const y = b[bo]!;
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! - y;
  } else {
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! - b[bo + i]!;
  }
};

export const mulFloat64: Loop<Float64Array> = (a, ao, as, b, bo, bs, out, oo, n) => {
  if (as === 0) {
    const x = a[ao]!;
    for (let i = 0; i < n; i++) out[oo + i] = x * b[bo + i]!;
  } else if (bs === 0) {
    const y = b[bo]!;
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! * y;
  } else {
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! * b[bo + i]!;
  }
};

export const divFloat64: Loop<Float64Array> = (a, ao, as, b, bo, bs, out, oo, n) => {
  if (as === 0) {
    const x = a[ao]!;
    for (let i = 0; i < n; i++) out[oo + i] = x / b[bo + i]!;
  } else if (bs === 0) {
    const y = b[bo]!;
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! / y;
  } else {
    for (let i = 0; i < n; i++) out[oo + i] = a[ao + i]! / b[bo + i]!;
  }
};

/** A loop over `f` for operands of any types. */
export function loopOf(f: (x: number, y: number) => number): Loop<TypedArray> {
  return (a, ao, as, b, bo, bs, out, oo, n) => {
    for (let i = 0; i < n; i++) out[oo + i] = f(a[ao + i * as]!, b[bo + i * bs]!);
  };
}
