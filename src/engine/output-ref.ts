/** @file How a Function refers to its outputs: weakly, as in the book's step 17, but without a WeakRef's price in a loop. */
import type { Variable } from './variable.js';

/*
 * The book breaks the cycle Variable → creator → outputs with Python's weakref. In JavaScript a cycle is no leak, but a strong
 * reference would keep an unused output alive as long as its Function or its sibling. A WeakRef, on the other hand, keeps its
 * target alive until the current job ends, so a synchronous training loop that makes one for each output would never free a graph.
 *
 * The backward pass needs neither: it reaches each Function from one of its outputs. So an output is referred to only where somebody
 * could ask for it: a Function that the user made and called, one with several outputs, and one that was read from `creator`.
 * Of those, the first in each job get a WeakRef, up to a budget; past it a strong reference, which the collector frees with its
 * graph, serves for the rest of the job.
 */
const BUDGET_BYTES = 4_000_000;
const COST_BYTES = 400;
let spent = 0;

/** A reference to an output that does not keep it alive, as a WeakRef is. */
export class OutputRef {
  private constructor(
    private readonly weak: WeakRef<Variable> | null,
    private readonly strong: Variable | null,
  ) {}

  static to(variable: Variable): OutputRef {
    if (spent > BUDGET_BYTES) return new OutputRef(null, variable);
    // A microtask runs when the current job has ended: then the budget is whole again.
    if (spent === 0) void Promise.resolve().then(() => (spent = 0));
    spent += COST_BYTES + variable.nbytes;
    return new OutputRef(new WeakRef(variable), null);
  }

  /** The output, or undefined when it was collected. */
  deref(): Variable | undefined {
    return this.strong ?? this.weak?.deref();
  }
}
