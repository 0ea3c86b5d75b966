/** @file Function: one call of an operation, and how to differentiate it (book steps 2–3, 6–7, 11–13, 16–17). */
import { call } from './call.js';
import { changeSince, reading } from './changes.js';
import { Config } from './config.js';
import { graphErrors } from './errors/graph.js';
import { ruleErrors } from './errors/rules.js';
import { describe } from './errors/variables.js';
import { mutations, type NDArray } from './ndarray/index.js';
import { Outputs, type WeakOutput } from './outputs.js';
import { keptInput, original, type Reads } from './stand-in.js';
import type { Data, Variable } from './variable.js';

/** What `forward` may return for one output. */
export type ForwardValue = NDArray | number;
/** What `backward` may return for one input: a gradient of the input's shape; a number for a 0-d one; null where none flows. */
export type BackwardValue = NDArray | Variable | number | null;

export type { Reads };

type Made<R> = R extends readonly unknown[] ? Variable[] : Variable;

/**
 * An operation. Derive from it to write one of your own: `forward` computes on arrays, `backward` takes the gradient of each output
 * and returns the gradient of each input. One instance is one node of the graph, so make a new one for each call.
 *
 * ```ts
 * class Square extends Function {
 *   forward(x: NDArray) { return x ** 2; }
 *   backward(gy: NDArray) { return 2 * this.inputs[0].data * gy; }
 * }
 * const y = new Square().call(x);
 * ```
 */
export abstract class Function {
  /** The largest of its inputs' generations (book step 16). */
  generation = 0;

  /** @internal Where it was called; see {@link Observer.site}. */
  site = 0;
  /** @internal What it was called in; an observer's own. */
  scope: unknown = null;
  /** @internal The mutation clock at the call. */
  calledAt = 0;
  /** @internal The serial number of its first output; the others follow. 0 before the call. */
  firstOutput = 0;
  /** @internal The output that a running backward pass has reached; of several, those by position. null while there is none. */
  reached: Variable | (Variable | undefined)[] | null = null;
  /*
   * Most Functions have one or two inputs and an output that is found from above: with these slots, and without an array and a reference
   * each, a graph of scalars is half as many objects, and takes half as long at a million of them.
   */
  /** @internal */
  input0: Variable | null = null;
  /** @internal */
  input1: Variable | null = null;
  private inputList: readonly Variable[] | null = null;
  private known: Outputs | null = null;

  /** Computes the output, or an array of outputs, from the inputs' data. */
  abstract forward(...xs: NDArray[]): ForwardValue | readonly ForwardValue[];

  /** From the gradient of each output, the gradient of each input: one value for one input, an array for several. */
  abstract backward(...gys: NDArray[]): BackwardValue | readonly BackwardValue[];

  /** @internal What `backward` reads of the call; one's own may read all. */
  get reads(): Reads {
    return 'all';
  }

  /** @internal `forward` for operands that are single float64 numbers, without arrays; undefined where there is no such way. */
  forwardNumber(_x0: number, _x1: number): number | undefined {
    return undefined;
  }

  /** @internal `backward` for the same: the gradient of one input. To the bit what `backward` gives. */
  backwardNumber(_input: 0 | 1, _gy: number, _x0: number, _x1: number, _y: number): number | undefined {
    return undefined;
  }

  /**
   * Calls it: a Variable for one output, an array of Variables when `forward` returns an array. Numbers and arrays are taken as
   * Variables.
   * @throws TypeError for operands that are no data, or a `forward` that returns none; whatever `forward` throws.
   */
  call(...operands: (Variable | Data)[]): Made<ReturnType<this['forward']>> {
    const made = call(this, operands);
    if (Config.enableBackprop && !Array.isArray(made)) this.refer(made);
    return made as Made<ReturnType<this['forward']>>;
  }

  /** What it was called with; empty under no-grad. The data of one that its rule does not read may be freed. */
  get inputs(): readonly Variable[] {
    const { input0, input1 } = this;
    this.inputList ??= input0 === null ? [] : input1 === null ? [input0] : [input0, input1];
    return this.inputList.map(original);
  }

  /** @internal Whether it keeps this Variable as an input. */
  keeps(variable: Variable): boolean {
    return variable === this.input0 || variable === this.input1 || (this.inputList !== null && this.inputList.includes(variable));
  }

  /** @internal */
  get inputCount(): number {
    if (this.inputList !== null) return this.inputList.length;
    return this.input1 !== null ? 2 : this.input0 !== null ? 1 : 0;
  }

  /** Its outputs, referred to weakly (book step 17): an output that nobody else holds is collected. */
  get outputs(): readonly WeakOutput[] {
    if (this.firstOutput === 0) return [];
    return (this.known ??= Outputs.one()).all();
  }

  /** @internal */
  get outputCount(): number {
    return this.known === null ? Math.min(this.firstOutput, 1) : this.known.count;
  }

  /** @internal */
  get outputShapes(): readonly (readonly number[])[] | null {
    return this.known === null ? null : this.known.shapes;
  }

  /** @internal Keeps what a call needs for the way back. The list may be left out for one or two inputs. */
  record(input0: Variable | null, input1: Variable | null, list: readonly Variable[] | null, made: Variable | readonly Variable[]): void {
    this.input0 = input0 === null ? null : keptInput(this, input0);
    this.input1 = input1 === null ? null : keptInput(this, input1);
    this.inputList = list === null ? null : list.map(input => keptInput(this, input));
    this.calledAt = mutations.clock;
    let generation = input0 === null ? 0 : input0.generation;
    if (input1 !== null && input1.generation > generation) generation = input1.generation;
    if (list !== null) for (const input of list) if (input.generation > generation) generation = input.generation;
    this.generation = generation;
    if (Array.isArray(made)) {
      this.known = Outputs.several(made as readonly Variable[]);
      this.firstOutput = (made as readonly Variable[])[0]!.serial;
      for (const output of made as readonly Variable[]) this.makes(output);
    } else {
      this.known = null;
      this.firstOutput = (made as Variable).serial;
      this.makes(made as Variable);
    }
  }

  /** @internal Makes a Variable its only output, for `variable.setCreator(fn)`. */
  adopt(variable: Variable): void {
    this.makes(variable);
    if (variable.standIn !== null) {
      this.makes(variable.standIn);
      variable.standIn.held = variable.held; // this rule may read it
    }
    this.firstOutput = variable.serial;
    this.known = null;
    this.refer(variable);
  }

  private makes(output: Variable): void {
    output.maker = this;
    output.generation = this.generation + 1;
  }

  /** @internal Somebody who holds this output is about to get hold of the Function: from there the output must be found. */
  refer(output: Variable): void {
    const position = this.positionOf(output);
    if (position >= 0) (this.known ??= Outputs.one()).refer(position, output);
  }

  /** @internal Which output it is; -1 for one of an earlier call. */
  positionOf(output: Variable): number {
    const position = output.serial - this.firstOutput;
    return position < this.outputCount ? position : -1;
  }

  /**
   * An input, for a rule: its data as forward saw it, or the Variable where the gradient will be differentiated again. Rules that compute
   * with functions such as `mul` serve both.
   * @throws Error when the data has changed since forward.
   */
  protected operand(position: number): NDArray | Variable {
    const input = this.inputAt(position);
    return reading.createGraph ? input : input.read();
  }

  /** The shape of an input, for a rule that needs no more: changed data is no matter then. */
  protected shapeOf(position: number): readonly number[] {
    return this.inputAt(position).shape;
  }

  /** @internal As the graph keeps it. */
  inputAt(position: number): Variable {
    return (position === 0 ? this.input0 : position === 1 ? this.input1 : this.inputList![position])!;
  }

  /** The same for an output, for a rule whose derivative is best said by it. */
  protected result(position = 0): NDArray | Variable {
    // A backward pass is here because it has reached an output, and holds it.
    const { reached } = this;
    const output = (Array.isArray(reached) ? reached[position] : reached) ?? this.known?.deref(position);
    if (output === undefined) throw ruleErrors.outputIsGone(this);
    const change = changeSince(this, output);
    if (change !== null) throw graphErrors.changedSince(this, describe(output), change);
    return reading.createGraph ? output : output.read();
  }

  /** @internal The class's name, which graphs and errors show. */
  get name(): string {
    return this.constructor.name;
  }
}
