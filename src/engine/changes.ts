/** @file Finds data that was changed between forward and a backward rule that reads it. */
import { graphErrors } from './errors/graph.js';
import { describe } from './errors/variables.js';
import type { Function } from './function.js';
import type { Variable } from './variable.js';

/** The Function whose `backward` is running: what it reads must be what its `forward` saw. */
export const reading: {
  by: Function | null;
  /** Whether the gradients will be differentiated again, so that they must be computed from Variables. */
  createGraph: boolean;
} = { by: null, createGraph: false };

/*
 * Every change in place stamps its array with the clock, and every call of a Function notes the clock: one number a call, and one
 * comparison a read.
 */

/** How its data has changed since the Function was called; null if it has not. */
export function changeSince(fn: Function, { held, replacedAt }: Variable): 'replaced' | 'changed in place' | null {
  if (replacedAt > fn.calledAt) return 'replaced';
  return held !== null && typeof held !== 'number' && held.version > fn.calledAt ? 'changed in place' : null;
}

/** @throws Error when the Function that is reading had this Variable as an input, and its data has changed since. */
export function checkUnchanged(variable: Variable): void {
  const fn = reading.by;
  if (fn === null || variable.held === null || !fn.keeps(variable)) return;
  const change = changeSince(fn, variable);
  if (change !== null) throw graphErrors.changedSince(fn, describe(variable), change);
}

/** @throws Error when a rule that will be differentiated again is about to take an input for a constant. */
export function checkRecorded(variable: Variable): void {
  const fn = reading.by;
  if (fn === null || !reading.createGraph || !fn.keeps(variable)) return;
  throw graphErrors.takenForConstant(fn, variable);
}
