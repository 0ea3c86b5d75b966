/** @file The backward pass: from one Variable through all that it was made from, by generation (book steps 7–8, 13–18). */
import { reading } from './changes.js';
import { usingConfig } from './config.js';
import { checkGradients } from './check-gradients.js';
import { checkGradientShape, describeFirst } from './describe.js';
import type { Function } from './function.js';
import { type NDArray, onesLike, zeros } from './ndarray/index.js';
import { watch } from './observer.js';
import { PriorityQueue } from './priority-queue.js';
import type { Variable } from './variable.js';

/** See {@link Variable.backward}. */
export function backward(root: Variable, options: { readonly retainGrad: boolean; readonly seed: NDArray | null }): void {
  const seed = seedOf(root, options.seed);
  watch.observer?.started(root);
  if (root.maker === null) {
    keep(root, seed.copy(), root.gradOrigin === 'given' ? 'given' : 'computed');
    return;
  }
  const pass = new Pass(options.retainGrad);
  // The rules compute on arrays, but a user's may use Variables: what they do is not part of the graph.
  using _ = usingConfig('enableBackprop', false);
  pass.run(root, seed);
}

/*
 * A pass gathers gradients in `pending`, apart from `grad`: so what an earlier pass left on the way counts for nothing, and what the
 * leaves have is added to only at the end, when nothing can fail any more.
 */
class Pass {
  private readonly queue = new PriorityQueue();
  private readonly leaves: Variable[] = [];

  constructor(private readonly retainGrad: boolean) {}

  run(root: Variable, seed: NDArray): void {
    try {
      this.reach(root, seed);
      for (let fn = this.queue.pop(); fn !== undefined; fn = this.queue.pop()) this.take(fn);
    } catch (error) {
      this.abandon();
      throw error;
    }
    for (const leaf of this.leaves) {
      const before = leaf.gradient;
      const gradient = ownPending(leaf);
      keep(leaf, before === null ? gradient : before.add(gradient), 'computed');
    }
  }

  /** Takes a Function: hands its outputs' gradients to its rule, and the rule's gradients to its inputs. */
  private take(fn: Function): void {
    watch.observer?.took(fn);
    const outer = reading.by;
    reading.by = fn;
    try {
      const gradients = checkGradients(fn, fn.backward(...gradientsOf(fn)));
      reading.by = outer;
      fn.inputs.forEach((input, i) => {
        const gradient = gradients[i]!;
        if (gradient === null) return;
        watch.observer?.added(input, gradient, fn);
        this.reach(input, gradient);
      });
    } finally {
      reading.by = outer;
      this.release(fn);
    }
  }

  private reach(variable: Variable, gradient: NDArray): void {
    const first = variable.pending === null;
    variable.pending = variable.pending === null ? gradient : variable.pending.add(gradient);
    variable.pendingOwned = !first;
    if (!first) return;
    const fn = variable.maker;
    if (fn === null) {
      this.leaves.push(variable);
      return;
    }
    if (fn.reached === null) {
      fn.reached = new Array<Variable | undefined>(fn.outputCount);
      this.queue.push(fn);
    }
    const position = fn.positionOf(variable);
    if (position < 0) throw calledAgain(variable, fn);
    fn.reached[position] = variable;
  }

  /** Its outputs' gradients have been used: kept with retain-grad, else dropped while the pass goes on. */
  private release(fn: Function): void {
    for (const output of fn.reached ?? []) {
      if (output === undefined) continue;
      if (this.retainGrad) {
        keep(output, ownPending(output), output.gradOrigin === 'given' ? 'given' : 'computed');
        continue;
      }
      output.pending = null;
      output.gradient = null;
      output.gradOrigin = 'dropped';
      watch.observer?.dropped(output);
    }
    fn.reached = null;
  }

  /** After an error: no trace of the pass stays on the graph, and every `grad` of a leaf is as it was. */
  private abandon(): void {
    for (let fn = this.queue.pop(); fn !== undefined; fn = this.queue.pop()) {
      for (const output of fn.reached ?? []) if (output !== undefined) output.pending = null;
      fn.reached = null;
    }
    for (const leaf of this.leaves) leaf.pending = null;
  }
}

function seedOf(root: Variable, given: NDArray | null): NDArray {
  if (root.unrecorded) {
    throw new Error(
      `${describeFirst(root)} was made under no-grad, so nothing was recorded that backward() could go through. ` +
        'Compute it outside of noGrad(), with Config.enableBackprop true.',
    );
  }
  if (root.content === null) {
    throw new Error(`${describeFirst(root)} is empty: there is nothing to differentiate. Give it data first.`);
  }
  if (given !== null) {
    checkGradientShape(root, given);
    return given;
  }
  return root.gradOrigin === 'given' && root.gradient !== null ? root.gradient : onesLike(root.content);
}

function gradientsOf(fn: Function): NDArray[] {
  return Array.from(fn.reached!, (output, i) => output?.pending ?? zeros(fn.outputShapes![i]!));
}

/** Takes the pending gradient, as an array that nothing else refers to. */
function ownPending(variable: Variable): NDArray {
  const gradient = variable.pending!;
  variable.pending = null;
  return variable.pendingOwned ? gradient : gradient.copy();
}

function keep(variable: Variable, gradient: NDArray, origin: 'given' | 'computed'): void {
  variable.gradient = gradient;
  variable.gradOrigin = origin;
}

function calledAgain(variable: Variable, fn: Function): Error {
  return new Error(
    `${describeFirst(variable)} was made by a ${fn.name} that has been called again since, and a Function remembers its last call only. ` +
      `Make a new one for each call: new ${fn.name}().call(x).`,
  );
}
