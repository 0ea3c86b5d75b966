/** @file Finds data that was changed between forward and a backward rule that reads it. */
import { describe } from './describe.js';
import type { Function } from './function.js';
import type { NDArray } from './ndarray/index.js';
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

/** @throws Error when the Function that is reading had this Variable as an input, and its data has changed since. */
export function checkUnchanged(variable: Variable): void {
  const fn = reading.by;
  if (fn === null || variable.content === null || !fn.inputs.includes(variable)) return;
  if (variable.replacedAt > fn.calledAt) throw changed(fn, describe(variable), 'replaced');
  checkArray(fn, variable.content, () => describe(variable));
}

/** @throws Error when a rule that will be differentiated again is about to take an input for a constant. */
export function checkRecorded(variable: Variable): void {
  const fn = reading.by;
  if (fn === null || !reading.createGraph || !fn.inputs.includes(variable)) return;
  throw new Error(
    `${fn.name}.backward reads the data of ${describe(variable)}, which cannot be differentiated again. Compute with the Variable itself, ` +
      'this.inputs[…], for createGraph; or, where its derivative does not matter, take asArray(this.inputs[…]).',
  );
}

/** As checkUnchanged, for an array that a rule reads, such as its own output. */
export function checkArray(fn: Function, array: NDArray, name: () => string): void {
  if (array.version > fn.calledAt) throw changed(fn, name(), 'changed in place');
}

function changed(fn: Function, name: string, how: string): Error {
  const op = fn.name;
  return new Error(
    `${op}: the data of ${name} was ${how} after ${op} used it, and backward needs the values that forward saw. ` +
      'Call backward() before you change the data, or change a copy: x.data.copy().',
  );
}
