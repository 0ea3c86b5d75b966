/** @file AdaGrad and Adam, whose steps are measured by the gradients so far. */
import type { Parameter } from '../layers/parameter.js';
import type { NDArray } from '../ndarray/index.js';
import { checkSetting, Memory, Optimizer } from './optimizer.js';

/** h ← h + gradient², p ← p - lr · gradient / (√h + eps). Source: Duchi et al. 2011, as in the book's library. */
export class AdaGrad extends Optimizer {
  private readonly squares = new Memory();

  /** @throws RangeError for settings below 0. */
  constructor(readonly lr = 0.001, readonly eps = 1e-8) {
    super();
    checkSetting('AdaGrad: lr', lr);
    checkSetting('AdaGrad: eps', eps);
  }

  protected updateOne(param: Parameter, gradient: NDArray): void {
    const h = this.squares.keep(param, this.squares.of(param).add(gradient.square()));
    this.descend(param, gradient.mul(this.lr).div(h.sqrt().add(this.eps)));
  }
}

/**
 * m and v are running means of the gradient and its square; p ← p - rate · m / (√v + eps), where the rate makes good that both began at 0:
 * alpha · √(1 - beta2^t) / (1 - beta1^t) at update t. Source: Kingma and Ba 2015, the end of section 2, as in the book's library.
 */
export class Adam extends Optimizer {
  private updates = 0;
  private readonly means = new Memory();
  private readonly squares = new Memory();

  /** @throws RangeError for alpha or eps below 0, or a beta that is not from 0 to below 1. */
  constructor(readonly alpha = 0.001, readonly beta1 = 0.9, readonly beta2 = 0.999, readonly eps = 1e-8) {
    super();
    checkSetting('Adam: alpha', alpha);
    checkSetting('Adam: beta1', beta1, { below: 1 });
    checkSetting('Adam: beta2', beta2, { below: 1 });
    checkSetting('Adam: eps', eps);
  }

  protected override beforeUpdate(): void {
    this.updates++;
  }

  protected updateOne(param: Parameter, gradient: NDArray): void {
    const m = nearer(this.means, param, gradient, 1 - this.beta1);
    const v = nearer(this.squares, param, gradient.square(), 1 - this.beta2);
    const rate = (this.alpha * Math.sqrt(1 - this.beta2 ** this.updates)) / (1 - this.beta1 ** this.updates);
    this.descend(param, m.mul(rate).div(v.sqrt().add(this.eps)));
  }
}

/** Moves a running mean towards a value by a part of the way. */
function nearer(memory: Memory, param: Parameter, value: NDArray, part: number): NDArray {
  const mean = memory.of(param);
  return memory.keep(param, mean.add(value.sub(mean).mul(part)));
}
