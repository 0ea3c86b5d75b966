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
  const { retainGrad } = options;
  // The rules compute on arrays, but a user's may use Variables: what they do is not part of the graph.
  using _ = usingConfig('enableBackprop', false);
  runPass(root, seed, {
    createGraph: false,
    sum: (a, b) => (a as NDArray).add(b as NDArray),
    passed(output, gradient) {
      if (retainGrad) keep(output, own(output, gradient as NDArray), output.gradOrigin === 'given' ? 'given' : 'computed');
      else drop(output);
    },
    reached(leaf, gradient) {
      const array = gradient as NDArray;
      keep(leaf, leaf.gradient === null ? own(leaf, array) : leaf.gradient.add(array), 'computed');
    },
  });
}

/** What a pass does with the gradients that it finds. */
export interface PassOptions {
  /** Whether the gradients are Variables, and how they were computed is recorded. */
  readonly createGraph: boolean;
  /** The sum of two gradients of one Variable, out of place. */
  sum(a: NDArray | Variable, b: NDArray | Variable): NDArray | Variable;
  /** A computed Variable's gradient is complete, and has been used. Another Variable's may be the same array: see `pendingOwned`. */
  passed(output: Variable, gradient: NDArray | Variable): void;
  /** A leaf's gradient is complete; called at the end, when nothing can fail any more. */
  reached(leaf: Variable, gradient: NDArray | Variable): void;
}

/** Takes the gradient of `root` back to the leaves. @throws what {@link Variable.backward} throws; then nothing has been reached. */
export function runPass(root: Variable, seed: NDArray | Variable, options: PassOptions): void {
  new Pass(options).run(root, seed);
}

/*
 * A pass gathers gradients in `pending`, apart from `grad`: so what an earlier pass left on the way counts for nothing, and what the
 * leaves have is added to only at the end, when nothing can fail any more.
 */
class Pass {
  private readonly queue = new PriorityQueue();
  private readonly leaves: Variable[] = [];

  constructor(private readonly options: PassOptions) {}

  run(root: Variable, seed: NDArray | Variable): void {
    let taken: Function | undefined;
    try {
      this.reach(root, seed);
      for (taken = this.queue.pop(); taken !== undefined; taken = this.queue.pop()) this.take(taken);
    } catch (error) {
      if (taken !== undefined) forget(taken);
      this.abandon();
      throw error;
    }
    for (const leaf of this.leaves) {
      const gradient = leaf.pending!;
      leaf.pending = null;
      this.options.reached(leaf, gradient);
    }
  }

  /** Takes a Function: hands its outputs' gradients to its rule, and the rule's gradients to its inputs. */
  private take(fn: Function): void {
    watch.observer?.took(fn);
    const { by, createGraph } = reading;
    reading.by = fn;
    reading.createGraph = this.options.createGraph;
    let returned;
    try {
      returned = applyRule(fn);
    } finally {
      reading.by = by;
      reading.createGraph = createGraph;
    }
    const gradients = checkGradients(fn, returned, this.options);
    const { inputs } = fn;
    for (let i = 0; i < inputs.length; i++) {
      const gradient = gradients[i]!;
      if (gradient === null) continue;
      watch.observer?.added(inputs[i]!, gradient, fn);
      this.reach(inputs[i]!, gradient);
    }
    this.release(fn);
  }

  private reach(variable: Variable, gradient: NDArray | Variable): void {
    const first = variable.pending === null;
    variable.pending = variable.pending === null ? gradient : this.options.sum(variable.pending, gradient);
    variable.pendingOwned = !first;
    if (!first) return;
    const fn = variable.maker;
    if (fn === null) {
      this.leaves.push(variable);
      return;
    }
    const position = fn.positionOf(variable);
    if (position < 0) throw calledAgain(variable, fn);
    if (fn.reached === null) this.queue.push(fn);
    if (fn.outputCount === 1) fn.reached = variable;
    else ((fn.reached ??= new Array<Variable | undefined>(fn.outputCount)) as (Variable | undefined)[])[position] = variable;
  }

  /** Its outputs' gradients have been used: what is not kept is free while the pass goes on. */
  private release(fn: Function): void {
    const { reached } = fn;
    fn.reached = null;
    if (Array.isArray(reached)) for (const output of reached) this.pass(output);
    else this.pass(reached!);
  }

  private pass(output: Variable | undefined): void {
    if (output === undefined) return;
    const gradient = output.pending!;
    output.pending = null;
    this.options.passed(output, gradient);
  }

  /** After an error: no trace of the pass stays on the graph, and every `grad` of a leaf is as it was. */
  private abandon(): void {
    for (let fn = this.queue.pop(); fn !== undefined; fn = this.queue.pop()) {
      forget(fn);
    }
    for (const leaf of this.leaves) leaf.pending = null;
  }
}

/** The gradient to start from. @throws Error when there is nothing to differentiate, or a given one does not fit. */
export function seedOf(root: Variable, given: NDArray | null): NDArray {
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

/** The rule's answer to the gradients of a Function's outputs; an output that nobody used counts as zeros. */
function applyRule(fn: Function): ReturnType<Function['backward']> {
  const { reached } = fn;
  // Where a graph is made they are Variables: the rules compute with functions that take both.
  if (!Array.isArray(reached)) return fn.backward(reached!.pending as NDArray);
  return fn.backward(...(Array.from(reached, (output, i) => output?.pending ?? zeros(fn.outputShapes![i]!)) as NDArray[]));
}

function forget(fn: Function): void {
  const { reached } = fn;
  fn.reached = null;
  for (const output of Array.isArray(reached) ? reached : [reached]) if (output) output.pending = null;
}

/** The gradient as an array that nothing else refers to. */
function own(variable: Variable, gradient: NDArray): NDArray {
  return variable.pendingOwned ? gradient : gradient.copy();
}

function drop(variable: Variable): void {
  variable.gradient = null;
  variable.gradOrigin = 'dropped';
  watch.observer?.dropped(variable);
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
