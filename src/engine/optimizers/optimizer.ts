/** @file Optimizer: what changes the Parameters of a network by their gradients, and what is done to these before (book step 46). */
import { optimizerErrors } from '../errors/optimizers.js';
import type { Parameter } from '../layers/parameter.js';
import { type NDArray, sameShape, zerosLike } from '../ndarray/index.js';

/** What has Parameters: a Layer. */
export interface Target {
  params(): Iterable<Parameter>;
}
/** Changes the gradients of the Parameters that have one, before each update. */
export type UpdateHook = (params: readonly Parameter[]) => void;

/**
 * Derive from it to write one of your own: `updateOne` changes one Parameter by its gradient.
 *
 * ```ts
 * const optimizer = new SGD(0.2).setup(model);
 * model.clearGrads();
 * loss.backward();
 * optimizer.update();
 * ```
 */
export abstract class Optimizer {
  private target: Target | null = null;
  private readonly hooks: UpdateHook[] = [];

  /** Says whose Parameters shall be updated; those that it gets later too. Returns the optimizer. @throws TypeError for what has no `params()`. */
  setup(target: Target): this {
    if (typeof (target as Partial<Target> | null | undefined)?.params !== 'function') throw optimizerErrors.noTarget(this.name, target);
    this.target = target;
    return this;
  }

  /** Adds what is done before each update, after the hooks that were added before. Returns the optimizer. */
  addHook(hook: UpdateHook): this {
    this.hooks.push(hook);
    return this;
  }

  /**
   * Runs the hooks, then changes each Parameter that has a gradient; the others are left alone.
   * @throws Error before `setup`; TypeError for a Parameter that is no float.
   */
  update(): void {
    if (this.target === null) throw optimizerErrors.nothingToUpdate(this.name);
    const params = [...this.target.params()].filter(param => param.grad !== null);
    for (const param of params) this.checkFloat(param);
    for (const hook of this.hooks) hook(params);
    this.beforeUpdate();
    // A hook may take a gradient away.
    for (const param of params) if (param.grad !== null) this.updateOne(param, param.grad);
  }

  /** Assigns the Parameter's next data. Never in place: a graph may still read the old ones. */
  protected abstract updateOne(param: Parameter, gradient: NDArray): void;

  /** Once for each `update`, before the first Parameter. */
  protected beforeUpdate(): void {
    // Most optimizers count nothing.
  }

  /** data - step, in the Parameter's own dtype. */
  protected descend(param: Parameter, step: NDArray): void {
    param.data = param.data.sub(step).astype(param.dtype);
  }

  private checkFloat(param: Parameter): void {
    if (param.dtype !== 'float64' && param.dtype !== 'float32') throw optimizerErrors.noFloat(this.name, param);
  }

  private get name(): string {
    return this.constructor.name;
  }
}

/** An array that an optimizer keeps for each Parameter: zeros of its shape at first. It does not keep the Parameter alive. */
export class Memory {
  private readonly arrays = new WeakMap<Parameter, NDArray>();

  of(param: Parameter): NDArray {
    const kept = this.arrays.get(param);
    return kept !== undefined && sameShape(kept.shape, param.shape) ? kept : zerosLike(param.data);
  }

  keep(param: Parameter, value: NDArray): NDArray {
    this.arrays.set(param, value);
    return value;
  }
}

/** @throws RangeError for a setting that is not a number of the given range. */
export function checkSetting(what: string, value: number, { below = Infinity }: { below?: number } = {}): number {
  if (typeof value === 'number' && value >= 0 && value < below) return value;
  throw optimizerErrors.setting(what, value, below);
}
