/** @file `grad`: gradients as Variables, which can be differentiated again (book steps 32–36). */
import { runPass, seedOf } from './backward.js';
import { usingConfig } from './config.js';
import { functionErrors } from './errors/functions.js';
import { add } from './functions/arithmetic.js';
import type { Held } from './held.js';
import { NDArray, zeros } from './ndarray/index.js';
import { checkOptions } from './options.js';
import { Variable } from './variable.js';

export interface GradOptions {
  /** Whether to record how the gradients are computed, so that they can be differentiated in turn. */
  readonly createGraph?: boolean;
}

/**
 * The gradients of `y` with respect to each of `xs`, in their order, of their shapes; zeros where `y` does not depend on one. No `grad` is
 * touched. For a non-scalar `y` they are those of its sum.
 *
 * ```ts
 * const [gx] = grad(y, [x], { createGraph: true });
 * const [gx2] = grad(gx, [x]);   // the second derivative
 * ```
 * @throws Error as {@link Variable.backward}; with `createGraph` also when a Function's `backward` reads data where it needs the Variable.
 */
export function grad(y: Variable, xs: readonly Variable[], options: GradOptions = {}): Variable[] {
  if (!(y instanceof Variable)) throw functionErrors.differentiatesNoVariable(y);
  if (!Array.isArray(xs)) throw functionErrors.noListOfVariables(xs);
  for (const [i, x] of (xs as readonly unknown[]).entries()) if (!(x instanceof Variable)) throw functionErrors.noVariableInList(i, x);
  checkOptions(options, ['createGraph'], 'grad');
  const { createGraph = false } = options;
  const wanted = new Map<number, Variable | null>(xs.map(x => [x.serial, null]));
  const note = (variable: Variable, gradient: Held | Variable): void => {
    if (!wanted.has(variable.serial)) return;
    wanted.set(variable.serial, gradient instanceof Variable ? gradient : new Variable(gradient instanceof NDArray ? gradient.copy() : gradient));
  };
  const seed = seedOf(y, null);
  using _ = usingConfig('enableBackprop', createGraph);
  runPass(y, createGraph ? new Variable(seed) : seed, { createGraph, sum: (a, b) => add(a, b), passed: note, reached: note });
  return xs.map(x => wanted.get(x.serial) ?? new Variable(zeros(x.shape, x.dtype)));
}
