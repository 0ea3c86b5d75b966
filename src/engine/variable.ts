/** @file Variable: a value that remembers how it was made, so that it can be differentiated (book steps 1, 7–9, 16–19). */
import { backward } from './backward.js';
import { checkRecorded, checkUnchanged, reading } from './changes.js';
import { checkGradientShape } from './check-gradients.js';
import { Config } from './config.js';
import { graphErrors } from './errors/graph.js';
import { describe } from './errors/variables.js';
import { shapeText } from './errors/words.js';
import type { Function } from './function.js';
import { arrayOf, bytesOf, type Held, heldOf, Outline } from './held.js';
import { asNDArray, len, mutations, type ArrayLike, type DType, type NDArray } from './ndarray/index.js';
import { here, watch } from './observer.js';
import { checkOptions } from './options.js';

/** What a Variable can be made of: a number, nested arrays of numbers, a typed array, an NDArray. */
export type Data = ArrayLike;

/** Where a gradient came from, or where it went. */
export type GradOrigin =
  /** There has been none yet. */
  | 'none'
  /** The user assigned it. As the root of a backward pass it is the seed. */
  | 'given'
  /** A backward pass left it. */
  | 'computed'
  /** A backward pass dropped it after use. */
  | 'dropped'
  /** The user took it away. */
  | 'cleared';

export interface BackwardOptions {
  /** Whether computed Variables keep their gradients too; without it, as `Config.retainGrad` says. */
  readonly retainGrad?: boolean;
  /** The seed, of the Variable's shape: the gradient of what one is interested in with respect to it. Without it, ones. */
  readonly gradient?: Data | Variable;
}

let variablesMade = 0;

/** The serial number of the newest Variable: what has a larger one later was made after now. */
export function newestSerial(): number {
  return variablesMade;
}

export class Variable {
  /** What the user calls it. Errors and graphs use it. */
  name: string | null;
  /** How far from the inputs: 0 for what no Function made, else its creator's generation plus 1. */
  generation = 0;

  /** @internal Order of making, from 1. A Variable and what stands in for it have one. */
  serial = ++variablesMade;
  /** @internal Where it was made; see {@link Observer.site}. */
  site = here();
  /** @internal The output of a Function that was called under no-grad. */
  unrecorded = false;
  /** @internal */
  gradOrigin: GradOrigin = 'none';
  /** @internal The sum of the gradients that the running backward pass has brought here. */
  pending: Held | Variable | null = null;
  /** @internal The mutation clock when `data` was replaced last. */
  replacedAt = 0;
  /** @internal The data; null when empty, and its outline where this is a stand-in. */
  held: Held | Outline | null;
  /** @internal */
  heldGradient: Held | null = null;
  /** @internal */
  maker: Function | null = null;
  /** @internal What stands in the graph for this, and has the gradient; see stand-in.ts. */
  standIn: Variable | null = null;

  /**
   * @param data  A number, nested arrays of numbers, a typed array or an NDArray, which is not copied; null for an empty Variable.
   * @throws TypeError for anything else: strings, booleans, undefined, ragged arrays, objects.
   */
  constructor(data: Data | null, name: string | null = null) {
    this.held = data === null || typeof data === 'number' ? data : heldOf(data, () => (name === null ? '' : `Variable '${name}'`));
    this.name = name;
  }

  /**
   * The values. Assigning replaces them; a graph made from the old ones can then no longer be differentiated, and says so.
   * @throws Error when the Variable is empty.
   */
  get data(): NDArray {
    if (reading.createGraph) checkRecorded(this);
    return this.read();
  }
  set data(data: Data | null) {
    // Never as a number: one that is held as such has been there from the beginning, and a rule need not ask (see backward.ts).
    this.held = data === null ? null : arrayOf(heldOf(data, () => describe(this)));
    this.replacedAt = ++mutations.clock;
  }

  /** @internal The data as forward saw it; `data` for those who know that it is a constant to them, or record what they do with it. */
  read(): NDArray {
    if (reading.by !== null) checkUnchanged(this);
    return this.filled;
  }

  /** Whether it was made of null and has got no data since. */
  get isEmpty(): boolean {
    return this.held === null;
  }

  /** @internal Where this Variable's gradient is. */
  get node(): Variable {
    return this.standIn ?? this;
  }

  /** @internal Whether it stands in for a Variable that has been collected, and the data with it. */
  get isFreed(): boolean {
    return this.held instanceof Outline;
  }

  /** @internal The data without a check, null when there is none: for those who look at the program and are no part of it. */
  get content(): NDArray | null {
    const { held } = this;
    return held === null || held instanceof Outline ? null : (this.held = arrayOf(held));
  }

  /** @internal Size of its data and its gradient in bytes. */
  get nbytes(): number {
    return bytesOf(this.held) + bytesOf(this.node.heldGradient);
  }

  /** The gradient that the last backward passes left, of the shape of `data`; null where there is none. */
  get grad(): NDArray | null {
    const { node } = this;
    return node.heldGradient === null ? null : (node.heldGradient = arrayOf(node.heldGradient));
  }
  /** @throws Error for a shape other than that of `data`. */
  set grad(gradient: Data | Variable | null) {
    if (gradient === null) {
      this.clearGrad();
      return;
    }
    const array = asArray(gradient);
    checkGradientShape(this, array);
    this.node.heldGradient = array;
    this.node.gradOrigin = 'given';
  }

  /** The Function that made it; null for a leaf, and for what was made under no-grad. */
  get creator(): Function | null {
    this.maker?.refer(this);
    return this.maker;
  }

  /** Makes this an output of a Function: its creator, and one generation above it (book step 16). */
  setCreator(fn: Function): void {
    fn.adopt(this);
  }

  /** Forgets the gradient, so that the next backward pass starts afresh (book step 14). */
  clearGrad(): void {
    const { node } = this;
    if (node.heldGradient !== null) node.gradOrigin = 'cleared';
    node.heldGradient = null;
    watch.observer?.cleared(this);
  }

  /**
   * Differentiates this Variable with respect to all that it was made from, and adds the result to their `grad`.
   * Functions are taken by generation, the largest first, each once. Afterwards only leaf Variables have gradients, unless
   * `retainGrad` keeps all. Source: book steps 7–8, 14, 16 and 18.
   *
   * The seed is ones of this Variable's shape (for a non-scalar: the gradient of its sum), or `gradient`, or what was assigned to `grad`.
   * @throws Error when it was made under no-grad, is empty, the seed's shape differs, data that a rule reads has changed since
   * forward, or a Function's `backward` returns what does not fit.
   */
  backward(options: BackwardOptions = {}): void {
    checkOptions(options, ['retainGrad', 'gradient'], 'backward');
    const { retainGrad = Config.retainGrad, gradient } = options;
    backward(this, { retainGrad, seed: gradient === undefined ? null : asArray(gradient) });
  }

  /** Sizes of the axes. */
  get shape(): readonly number[] {
    return this.extent.shape;
  }
  get ndim(): number {
    return this.shape.length;
  }
  /** Number of elements. */
  get size(): number {
    return this.extent.size;
  }
  get dtype(): DType {
    return this.extent.dtype;
  }
  /** Size of the first axis. @throws TypeError for a 0-d Variable, as NumPy's `len`. */
  get length(): number {
    return len(this.filled);
  }

  private get filled(): NDArray {
    const { content } = this;
    if (content === null) throw this.held === null ? graphErrors.emptyVariable(this) : graphErrors.dataFreed(this);
    return content;
  }

  private get extent(): NDArray | Outline {
    const { held } = this;
    if (held === null) throw graphErrors.emptyVariable(this);
    return typeof held === 'number' ? Outline.scalar : held;
  }

  /** `variable(…)` around what NumPy prints; `variable(None)` when empty. */
  toString(): string {
    const { content } = this;
    if (content === null) return this.held === null ? 'variable(None)' : `variable(<freed: shape ${shapeText(this.shape)}, ${this.dtype}>)`;
    return `variable(${content.toString().replaceAll('\n', `\n${' '.repeat('variable('.length)}`)})`;
  }

  /** @internal What Node's console prints, also inside objects and arrays. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  [Symbol.toPrimitive](hint: string): string | number {
    if (hint === 'number') throw graphErrors.variableIsNoNumber(this);
    return this.toString();
  }
}

/** A Variable as it is, anything else as a new Variable of it (book step 21). */
export function asVariable(value: Data | Variable): Variable {
  return value instanceof Variable ? value : new Variable(value);
}

/** The NDArray of a number, nested arrays, a typed array or a Variable; an NDArray as it is (book step 9). */
export function asArray(value: Data | Variable): NDArray {
  return value instanceof Variable ? value.read() : asNDArray(value);
}
