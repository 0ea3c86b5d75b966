/** @file The backward pass: from one Variable through all that it was made from, by generation (book steps 7–8, 13–18). */
import { changeSince, reading } from './changes.js';
import { checkGradients, checkGradientShape } from './check-gradients.js';
import { Config } from './config.js';
import { graphErrors } from './errors/graph.js';
import { withRule } from './errors/operands.js';
import type { Function } from './function.js';
import { addHeld, type Held, numberOf } from './held.js';
import { NDArray, ones, zeros } from './ndarray/index.js';
import { watch } from './observer.js';
import { PriorityQueue } from './priority-queue.js';
import type { Variable } from './variable.js';

/** See {@link Variable.backward}. */
export function backward(root: Variable, options: { readonly retainGrad: boolean; readonly seed: NDArray | null }): void {
  const seed = seedOf(root, options.seed);
  watch.observer?.started(root);
  if (root.maker === null) {
    keep(root, copyOf(seed), root.gradOrigin === 'given' ? 'given' : 'computed');
    return;
  }
  // The rules compute on arrays, but a user's may use Variables: what they do is not part of the graph.
  const { enableBackprop } = Config;
  Config.enableBackprop = false;
  try {
    runPass(root, seed, options.retainGrad ? keepingAll : keepingLeaves);
  } finally {
    Config.enableBackprop = enableBackprop;
  }
}

/** What a pass does with the gradients that it finds. */
export interface PassOptions {
  /** Whether the gradients are Variables, and how they were computed is recorded. */
  readonly createGraph: boolean;
  /** The sum of two gradients of one Variable, out of place. */
  sum(a: Held | Variable, b: Held | Variable): Held | Variable;
  /** A computed Variable's gradient is complete, and has been used. Unless it is `own`, another Variable's may be the same array. */
  passed(output: Variable, gradient: Held | Variable, own: boolean): void;
  /** A leaf's gradient is complete; called at the end, when nothing can fail any more. */
  reached(leaf: Variable, gradient: Held | Variable, own: boolean): void;
}

const keepingLeaves: PassOptions = {
  createGraph: false,
  sum: (a, b) => addHeld(a as Held, b as Held),
  passed: drop,
  reached(leaf, gradient, own) {
    const before = leaf.heldGradient;
    keep(leaf, before === null ? owned(gradient as Held, own) : addHeld(before, gradient as Held), 'computed');
  },
};

const keepingAll: PassOptions = {
  ...keepingLeaves,
  passed(output, gradient, own) {
    keep(output, owned(gradient as Held, own), output.gradOrigin === 'given' ? 'given' : 'computed');
  },
};

/** Takes the gradient of `root` back to the leaves. @throws what {@link Variable.backward} throws; then nothing has been reached. */
export function runPass(root: Variable, seed: Held | Variable, options: PassOptions): void {
  new Pass(options).run(root, seed);
}

/*
 * A pass gathers gradients in `pending`, apart from `grad`: so what an earlier pass left on the way counts for nothing, and what the
 * leaves have is added to only at the end, when nothing can fail any more.
 */
class Pass {
  private readonly queue = new PriorityQueue();
  private readonly leaves: Variable[] = [];
  /** Whose pending gradient is a sum: an array that nothing else refers to. */
  private readonly summed = new Set<Variable>();

  constructor(private readonly options: PassOptions) {}

  run(root: Variable, seed: Held | Variable): void {
    let taken: Function | undefined;
    try {
      this.reach(root.node, seed);
      for (taken = this.queue.pop(); taken !== undefined; taken = this.queue.pop()) this.take(taken);
    } catch (error) {
      if (taken !== undefined) forget(taken);
      this.abandon();
      throw error;
    }
    for (const leaf of this.leaves) {
      const gradient = leaf.pending!;
      leaf.pending = null;
      this.options.reached(leaf, gradient, this.summed.has(leaf));
    }
  }

  /** Takes a Function: hands its outputs' gradients to its rule, and the rule's gradients to its inputs. */
  private take(fn: Function): void {
    watch.observer?.took(fn);
    if (this.options.createGraph || !this.takeNumbers(fn)) this.takeArrays(fn);
    this.release(fn);
  }

  /** In plain numbers, where all that the rule could read is single float64 numbers as forward saw them; else not at all. */
  private takeNumbers(fn: Function): boolean {
    const { reached: y, input0, input1 } = fn;
    if (y === null || Array.isArray(y) || input0 === null || fn.inputCount > 2) return false;
    const gy = numberOf(y.pending);
    const valueY = unchangedNumber(y, fn);
    const x0 = unchangedNumber(input0, fn);
    const x1 = input1 === null ? 0 : unchangedNumber(input1, fn);
    if (gy === undefined || valueY === undefined || x0 === undefined || x1 === undefined) return false;
    const gradient0 = fn.backwardNumber(0, gy, x0, x1, valueY);
    if (gradient0 === undefined) return false;
    this.give(input0, gradient0, fn);
    if (input1 !== null) this.give(input1, fn.backwardNumber(1, gy, x0, x1, valueY)!, fn);
    return true;
  }

  private takeArrays(fn: Function): void {
    const { by, createGraph } = reading;
    reading.by = fn;
    reading.createGraph = this.options.createGraph;
    let returned;
    try {
      returned = applyRule(fn);
    } catch (error) {
      throw withRule(error, fn);
    } finally {
      reading.by = by;
      reading.createGraph = createGraph;
    }
    const gradients = checkGradients(fn, returned, this.options);
    for (let i = 0; i < gradients.length; i++) {
      const gradient = gradients[i]!;
      if (gradient !== null) this.give(fn.inputAt(i), gradient, fn);
    }
  }

  private give(input: Variable, gradient: Held | Variable, from: Function): void {
    watch.observer?.added(input, gradient, from);
    this.reach(input.node, gradient);
  }

  private reach(variable: Variable, gradient: Held | Variable): void {
    const before = variable.pending;
    if (before !== null) {
      const sum = this.options.sum(before, gradient);
      variable.pending = sum;
      if (typeof sum !== 'number') this.summed.add(variable);
      return;
    }
    variable.pending = gradient;
    const fn = variable.maker;
    if (fn === null) {
      this.leaves.push(variable);
      return;
    }
    const position = fn.positionOf(variable);
    if (position < 0) throw graphErrors.calledAgain(fn, variable);
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
    this.options.passed(output, gradient, this.summed.delete(output));
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
export function seedOf(root: Variable, given: NDArray | null): Held {
  if (root.unrecorded) throw graphErrors.madeUnderNoGrad(root);
  if (root.held === null) throw graphErrors.emptyRoot(root);
  if (given !== null) {
    checkGradientShape(root, given);
    return given;
  }
  const { gradOrigin, heldGradient } = root.node;
  if (gradOrigin === 'given' && heldGradient !== null) return heldGradient;
  return numberOf(root.held) === undefined ? ones(root.shape, root.dtype) : 1;
}

/** The rule's answer to the gradients of a Function's outputs; an output that nobody used counts as zeros. */
function applyRule(fn: Function): ReturnType<Function['backward']> {
  const { reached } = fn;
  // Where a graph is made they are Variables: the rules compute with functions that take both.
  if (!Array.isArray(reached)) return fn.backward(tensorOf(reached!.pending!) as NDArray);
  return fn.backward(...(Array.from(reached, (output, i) => (output === undefined ? zeros(fn.outputShapes![i]!) : tensorOf(output.pending!))) as NDArray[]));
}

function tensorOf(gradient: Held | Variable): NDArray | Variable {
  return typeof gradient === 'number' ? NDArray.scalar(gradient) : gradient;
}

/** Its number as the Function's forward saw it; undefined where it is no single float64 number, or has changed since. */
function unchangedNumber(variable: Variable, fn: Function): number | undefined {
  const { held } = variable;
  // What changes it in place asks for its array first, and what replaces it gives an array.
  if (typeof held === 'number') return held;
  return changeSince(fn, variable) === null ? numberOf(held) : undefined;
}

function forget(fn: Function): void {
  const { reached } = fn;
  fn.reached = null;
  for (const output of Array.isArray(reached) ? reached : [reached]) if (output) output.pending = null;
}

/** The gradient as an array that nothing else refers to. */
function owned(gradient: Held, own: boolean): Held {
  return own ? gradient : copyOf(gradient);
}

function copyOf(gradient: Held): Held {
  return typeof gradient === 'number' ? gradient : gradient.copy();
}

function drop(variable: Variable): void {
  variable.heldGradient = null;
  variable.gradOrigin = 'dropped';
  watch.observer?.dropped(variable);
}

function keep(variable: Variable, gradient: Held, origin: 'given' | 'computed'): void {
  variable.heldGradient = gradient;
  variable.gradOrigin = origin;
}
