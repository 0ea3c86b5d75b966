/** @file SGD and Momentum (book step 46). */
import type { Parameter } from '../layers/parameter.js';
import type { NDArray } from '../ndarray/index.js';
import { checkSetting, Memory, Optimizer } from './optimizer.js';

/** Gradient descent: p ← p - lr · gradient. Source: book step 46. */
export class SGD extends Optimizer {
  /** @throws RangeError for a rate below 0. */
  constructor(readonly lr = 0.01) {
    super();
    checkSetting('SGD: lr', lr);
  }

  protected updateOne(param: Parameter, gradient: NDArray): void {
    this.descend(param, gradient.mul(this.lr));
  }
}

/** Descent with a velocity: v ← momentum · v - lr · gradient, p ← p + v. Source: book step 46. */
export class Momentum extends Optimizer {
  private readonly velocities = new Memory();

  /** @throws RangeError for a rate below 0, or a momentum that is not from 0 to below 1. */
  constructor(readonly lr = 0.01, readonly momentum = 0.9) {
    super();
    checkSetting('Momentum: lr', lr);
    checkSetting('Momentum: momentum', momentum, { below: 1 });
  }

  protected updateOne(param: Parameter, gradient: NDArray): void {
    const v = this.velocities.of(param).mul(this.momentum).sub(gradient.mul(this.lr));
    this.descend(param, this.velocities.keep(param, v).neg());
  }
}
