/** @file The outputs of a Function, where it has to know them: several of them, or one that somebody could ask for. */
import { VariableRef } from './variable-ref.js';
import type { Variable } from './variable.js';

/** A reference that does not keep its target alive, as a WeakRef is. */
export interface WeakOutput {
  deref(): Variable | undefined;
}

const gone: WeakOutput = { deref: () => undefined };

export class Outputs {
  private constructor(
    /** Shapes of several outputs: the gradient of one that nobody used is zeros of its shape. */
    readonly shapes: readonly (readonly number[])[] | null,
    private readonly refs: (VariableRef | undefined)[],
  ) {}

  /** One output, which is referred to when somebody asks for it. */
  static one(): Outputs {
    return new Outputs(null, [undefined]);
  }

  static several(outputs: readonly Variable[]): Outputs {
    return new Outputs(outputs.map(output => output.shape), outputs.map(output => VariableRef.to(output)));
  }

  get count(): number {
    return this.refs.length;
  }

  /** From here this output can be found, while something else holds it. */
  refer(position: number, output: Variable): void {
    this.refs[position] ??= VariableRef.to(output);
  }

  deref(position: number): Variable | undefined {
    return this.refs[position]?.deref();
  }

  all(): readonly WeakOutput[] {
    return Array.from(this.refs, ref => ref ?? gone);
  }
}
