/** @file A reference to a Variable that does not keep it alive, as in the book's step 17, but without a WeakRef's price in a loop. */
import type { Variable } from './variable.js';

/*
 * The book breaks the cycle Variable → creator → outputs with Python's weakref. In JavaScript a cycle is no leak, but a strong
 * reference would keep an unused output alive as long as its Function or its sibling. A WeakRef, on the other hand, keeps its
 * target alive until the current job ends, so a synchronous training loop that makes one for each output would never free a graph.
 *
 * The backward pass needs neither: it reaches each Function from one of its outputs. So a Variable is referred to only where somebody
 * could ask for it: an output of a Function that the user made and called, or that was read from `creator`, or that has several; and an
 * input whose data the graph does not keep. Of those, the first in each job get a WeakRef, up to a budget.
 */
const BUDGET_BYTES = 4_000_000;
const COST_BYTES = 400;
let spent = 0;

export class VariableRef {
  private constructor(
    private readonly weak: WeakRef<Variable> | null,
    private readonly strong: Variable | null,
  ) {}

  /** Past the budget a strong reference, which the collector frees with its graph, serves for the rest of the job. */
  static to(variable: Variable): VariableRef {
    return VariableRef.weak(variable) ?? new VariableRef(null, variable);
  }

  /** Null past the budget. */
  static weak(variable: Variable): VariableRef | null {
    if (spent > BUDGET_BYTES) return null;
    // A microtask runs when the current job has ended: then the budget is whole again.
    if (spent === 0) void Promise.resolve().then(() => (spent = 0));
    spent += COST_BYTES + variable.nbytes;
    return new VariableRef(new WeakRef(variable), null);
  }

  /** The Variable, or undefined when it was collected. */
  deref(): Variable | undefined {
    return this.strong ?? this.weak?.deref();
  }
}
