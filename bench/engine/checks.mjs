// @ts-check
/** @file Whether a contestant has computed the right thing: nobody is timed for a wrong answer. */
import { largestError } from './exact.mjs';

/** @typedef {ReadonlyMap<string, readonly number[]>} Answers  Each contestant's values. */
/** @typedef {(values: readonly number[], answers: Answers) => { wrong: string | null, error?: { relative: number, ulps: number } }} Check */

/** As these, up to a difference relative to their size or to 1. @param {readonly number[] | (() => readonly number[])} expected @param {number} tolerance @returns {Check} */
export function numbers(expected, tolerance) {
  /** @type {readonly number[] | null} */
  let known = null;
  return values => {
    known ??= typeof expected === 'function' ? expected() : expected;
    return { wrong: difference(values, known, tolerance) };
  };
}

/** exp or tanh of these, measured against double-double arithmetic. @param {'exp' | 'tanh'} name @param {readonly number[]} xs @param {number} tolerance @returns {Check} */
export function accurate(name, xs, tolerance) {
  return values => {
    if (values.length !== xs.length) return { wrong: `gave ${values.length} numbers for ${xs.length}` };
    const error = largestError(name, xs, values);
    return { wrong: error.relative <= tolerance ? null : `is off by ${error.relative.toExponential(1)}`, error };
  };
}

/** As another contestant, where that one takes part. @param {string} other @param {number} tolerance @returns {Check} */
export function agreeing(other, tolerance) {
  return (values, answers) => {
    const expected = answers.get(other);
    return { wrong: expected === undefined ? null : difference(values, expected, tolerance) };
  };
}

/** @param {readonly number[]} values @param {readonly number[]} expected @param {number} tolerance */
function difference(values, expected, tolerance) {
  if (values.length !== expected.length) return `gave ${values.length} numbers for ${expected.length}`;
  const at = values.findIndex((value, i) => {
    const right = /** @type {number} */ (expected[i]);
    // Not `>`: NaN is wrong too.
    return !(Math.abs(value - right) <= tolerance * Math.max(1, Math.abs(right)));
  });
  return at < 0 ? null : `gave ${values[at]} for ${expected[at]}`;
}
