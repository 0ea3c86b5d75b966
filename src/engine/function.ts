/** @file Function: one call of an operation, and how to differentiate it (book steps 2–3, 6–7, 11–13, 16–17). */
import { checkArray, reading } from './changes.js';
import { Config } from './config.js';
import { describe } from './describe.js';
import { mutations, type NDArray } from './ndarray/index.js';
import { watch } from './observer.js';
import { OutputRef } from './output-ref.js';
import { asOperands, type Data, Variable } from './variable.js';

/** What `forward` may return for one output. */
export type ForwardValue = NDArray | number;
/** What `backward` may return for one input: a gradient of the input's shape; a number for a 0-d one; null where none flows. */
export type BackwardValue = NDArray | Variable | number | null;

type Outputs<R> = R extends readonly unknown[] ? Variable[] : Variable;

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
  /** What it was called with; empty under no-grad. */
  inputs: readonly Variable[] = [];
  /** The largest of its inputs' generations (book step 16). */
  generation = 0;

  /** @internal Where it was called; see {@link Observer.site}. */
  site = 0;
  /** @internal The mutation clock at the call. */
  calledAt = 0;
  /** @internal The serial number of its first output; the others follow. */
  firstOutput = 0;
  /** @internal */
  outputCount = 0;
  /** @internal The output that a running backward pass has reached; of several, those by position. null while there is none. */
  reached: Variable | (Variable | undefined)[] | null = null;
  /** @internal Shapes of several outputs: the gradient of one that nobody used is zeros of its shape. */
  outputShapes: readonly (readonly number[])[] | null = null;
  private refs: (OutputRef | undefined)[] | null = null;

  /** Computes the output, or an array of outputs, from the inputs' data. */
  abstract forward(...xs: NDArray[]): ForwardValue | readonly ForwardValue[];

  /** From the gradient of each output, the gradient of each input: one value for one input, an array for several. */
  abstract backward(...gys: NDArray[]): BackwardValue | readonly BackwardValue[];

  /**
   * Calls it: a Variable for one output, an array of Variables when `forward` returns an array. Numbers and arrays are taken as
   * Variables.
   * @throws TypeError for operands that are no data, or a `forward` that returns none; whatever `forward` throws.
   */
  call(...operands: (Variable | Data)[]): Outputs<ReturnType<this['forward']>> {
    const made = this.apply(operands);
    if (Config.enableBackprop) this.refs ??= [OutputRef.to(made as Variable)];
    return made as Outputs<ReturnType<this['forward']>>;
  }

  /** @internal What `call` does, for Functions that nobody holds but their output. Takes the array over. */
  apply(operands: (Variable | Data)[]): Variable | Variable[] {
    const { observer } = watch;
    const site = observer === null ? 0 : observer.site;
    const inputs = asOperands(operands, this);
    const result = this.compute(inputs);

    if (observer !== null) observer.site = site; // forward has been at places of its own
    this.site = site;
    const made = Array.isArray(result) ? (result as readonly ForwardValue[]).map(value => this.output(value)) : this.output(result as ForwardValue);
    if (Array.isArray(made)) this.recordAll(inputs, made);
    else this.record(inputs, made);
    observer?.called(this, inputs, Array.isArray(made) ? made : [made]);
    return made;
  }

  /** One and two inputs apart: to spread an array costs more than most scalar operations. */
  private compute(inputs: readonly Variable[]): ForwardValue | readonly ForwardValue[] {
    switch (inputs.length) {
      case 1:
        return this.forward(inputs[0]!.read());
      case 2:
        return this.forward(inputs[0]!.read(), inputs[1]!.read());
      default:
        return this.forward(...inputs.map(input => input.read()));
    }
  }

  /** Its outputs, referred to weakly (book step 17): an output that nobody else holds is collected. */
  get outputs(): readonly { deref(): Variable | undefined }[] {
    return Array.from({ length: this.outputCount }, (_, i) => this.refs?.[i] ?? { deref: () => undefined });
  }

  /** @internal Makes a Variable its only output, for `variable.setCreator(fn)`. */
  adopt(variable: Variable): void {
    variable.maker = this;
    variable.generation = this.generation + 1;
    this.firstOutput = variable.serial;
    this.outputCount = 1;
    this.refs = [OutputRef.to(variable)];
  }

  /** @internal Somebody who holds this output is about to get hold of the Function: from there the output must be found. */
  refer(output: Variable): void {
    const position = this.positionOf(output);
    if (position < 0) return;
    this.refs ??= new Array<OutputRef | undefined>(this.outputCount);
    this.refs[position] ??= OutputRef.to(output);
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
    const input = this.inputs[position]!;
    return reading.createGraph ? input : input.read();
  }

  /** The shape of an input, for a rule that needs no more: changed data is no matter then. */
  protected shapeOf(position: number): readonly number[] {
    return this.inputs[position]!.shape;
  }

  /** The same for an output, for a rule whose derivative is best said by it. */
  protected result(position = 0): NDArray | Variable {
    // A backward pass is here because it has reached an output, and holds it.
    const { reached } = this;
    const output = (Array.isArray(reached) ? reached[position] : reached) ?? this.refs?.[position]?.deref();
    if (output === undefined) throw new Error(`${this.name}.backward needs the output of its forward, which is gone. Keep the Variable that call() gave.`);
    checkArray(this, output.read(), () => describe(output));
    return reading.createGraph ? output : output.read();
  }

  /** @internal The class's name, which graphs and errors show. */
  get name(): string {
    return this.constructor.name;
  }

  private output(value: ForwardValue | undefined): Variable {
    if (value === undefined) {
      throw new TypeError(`${this.name}.forward returned nothing. It must return the output, or an array of outputs.`);
    }
    return new Variable(value);
  }

  private record(inputs: readonly Variable[], output: Variable): void {
    if (!Config.enableBackprop) {
      output.unrecorded = true;
      return;
    }
    this.remember(inputs);
    this.firstOutput = output.serial;
    this.outputCount = 1;
    this.outputShapes = null;
    this.refs = null;
    output.maker = this;
    output.generation = this.generation + 1;
  }

  private recordAll(inputs: readonly Variable[], outputs: readonly Variable[]): void {
    const [first] = outputs;
    if (first === undefined) throw new TypeError(`${this.name}.forward returned an empty array. It must return at least one output.`);
    if (!Config.enableBackprop) {
      for (const output of outputs) output.unrecorded = true;
      return;
    }
    this.remember(inputs);
    this.firstOutput = first.serial;
    this.outputCount = outputs.length;
    this.outputShapes = outputs.map(output => output.shape);
    this.refs = outputs.map(output => OutputRef.to(output));
    for (const output of outputs) {
      output.maker = this;
      output.generation = this.generation + 1;
    }
  }

  private remember(inputs: readonly Variable[]): void {
    this.inputs = inputs;
    this.calledAt = mutations.clock;
    let generation = 0;
    for (const input of inputs) if (input.generation > generation) generation = input.generation;
    this.generation = generation;
  }
}
