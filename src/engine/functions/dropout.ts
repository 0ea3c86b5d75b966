/** @file dropout: zeros at random while training, so that no unit can rely on another (book step 54). */
import { Config } from '../config.js';
import { functionErrors } from '../errors/functions.js';
import { Function, type Reads } from '../function.js';
import { asNDArray, np, type NDArray } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { div, mul } from './arithmetic.js';

class Dropout extends Function {
  /** Which elements stay: bool, of x's shape. */
  private kept: NDArray | null = null;

  constructor(private readonly ratio: number) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    this.kept = np.random.rand(x.shape).gt(this.ratio);
    return x.mul(this.kept).div(1 - this.ratio);
  }
  backward(gy: Tensor): Tensor {
    return div(mul(gy, this.kept!), 1 - this.ratio);
  }
}

/**
 * Each element is 0 with the probability `ratio`, and otherwise divided by 1 - ratio, so that the mean stays; under {@link testMode}
 * it is x itself. `np.random.seed` decides which are taken, the same as in the book. Float64 for integers while training.
 * @example
 * np.random.seed(0);
 * dropout(new Variable(np.ones(5)), 0.5)                  // variable([2. 2. 2. 2. 0.])
 * testMode(() => dropout(new Variable(np.ones(5)), 0.5))   // variable([1. 1. 1. 1. 1.])
 * @throws RangeError unless the ratio is from 0 to below 1. Source: book step 54 ("inverted dropout").
 */
export function dropout<A extends Operand>(x: A, ratio = 0.5): Result<A> {
  if (!(typeof ratio === 'number' && ratio >= 0 && ratio < 1)) throw functionErrors.dropoutRatio(ratio);
  if (Config.train) return apply(new Dropout(ratio), x);
  return (typeof x === 'number' ? asNDArray(x) : x) as Result<A>;
}
