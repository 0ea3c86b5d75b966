/**
 * @file + - * / of whole float64 arrays, four elements a turn: what a turn costs beside its element is then shared. Measured on 10^6 numbers
 * that are in memory already: 1.9 ms one by one, 0.9 by fours (0.8 by eights).
 */

import type { Loop } from './loops.js';

/** `out[i] = a[i] (op) b[i]` for all of `out`; `a` and `b` are as long. */
type WholeLoop = (a: Float64Array, b: Float64Array, out: Float64Array) => void;

const addWhole: WholeLoop = (a, b, out) => {
  const n = out.length;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    out[i] = a[i]! + b[i]!;
    out[i + 1] = a[i + 1]! + b[i + 1]!;
    out[i + 2] = a[i + 2]! + b[i + 2]!;
    out[i + 3] = a[i + 3]! + b[i + 3]!;
  }
  for (; i < n; i++) out[i] = a[i]! + b[i]!;
};

const subWhole: WholeLoop = (a, b, out) => {
  const n = out.length;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    out[i] = a[i]! - b[i]!;
    out[i + 1] = a[i + 1]! - b[i + 1]!;
    out[i + 2] = a[i + 2]! - b[i + 2]!;
    out[i + 3] = a[i + 3]! - b[i + 3]!;
  }
  for (; i < n; i++) out[i] = a[i]! - b[i]!;
};

export const mulWhole: WholeLoop = (a, b, out) => {
  const n = out.length;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    out[i] = a[i]! * b[i]!;
    out[i + 1] = a[i + 1]! * b[i + 1]!;
    out[i + 2] = a[i + 2]! * b[i + 2]!;
    out[i + 3] = a[i + 3]! * b[i + 3]!;
  }
  for (; i < n; i++) out[i] = a[i]! * b[i]!;
};

const divWhole: WholeLoop = (a, b, out) => {
  const n = out.length;
  let i = 0;
  for (; i + 3 < n; i += 4) {
    out[i] = a[i]! / b[i]!;
    out[i + 1] = a[i + 1]! / b[i + 1]!;
    out[i + 2] = a[i + 2]! / b[i + 2]!;
    out[i + 3] = a[i + 3]! / b[i + 3]!;
  }
  for (; i < n; i++) out[i] = a[i]! / b[i]!;
};

/** A row as long is worth the views that a whole loop needs. */
export const LONG = 256;

/** The same for rows that begin anywhere in their arrays, with steps of 1. */
const byViews = (loop: WholeLoop): Loop<Float64Array> => (a, ao, _as, b, bo, _bs, out, oo, n) => {
  loop(a.subarray(ao, ao + n), b.subarray(bo, bo + n), out.subarray(oo, oo + n));
};

export const longLoops = { add: byViews(addWhole), sub: byViews(subWhole), mul: byViews(mulWhole), div: byViews(divWhole) };
