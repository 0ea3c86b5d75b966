/** @file max, min and clip: gradients go to the elements that the result is made of. */
import { Function, type Reads } from '../function.js';
import { type NDArray, type ReduceArguments } from '../ndarray/index.js';
import { apply, dataOf, type Operand, type Result, type Tensor } from './apply.js';
import { div } from './arithmetic.js';
import { keptShape } from './reduce.js';
import { broadcastTo, reshape, sumTo } from './shape.js';
import { choose } from './where.js';

abstract class Extreme extends Function {
  protected abstract readonly operation: 'max' | 'min';

  constructor(protected readonly axes: ReduceArguments) {
    super();
  }

  forward(x: NDArray): NDArray {
    return x[this.operation](...this.axes);
  }

  /** Elements that tie for it, of which NaN is one kind, share the gradient equally. */
  backward(gy: Tensor): Tensor {
    const x = dataOf(this.operand(0));
    const kept = keptShape(this.axes, x.shape, this.operation);
    const y = dataOf(this.result()).reshape(kept);
    const ties = x.eq(y).add(x.ne(x).mul(y.ne(y)));
    const share = div(reshape(gy, kept), ties.sumTo(kept));
    return choose(ties, broadcastTo(share, x.shape), 0);
  }
}

class Max extends Extreme {
  protected readonly operation = 'max';
}

class Min extends Extreme {
  protected readonly operation = 'min';
}

/** What an element may be at least or at most; null for no bound. It is a constant: no gradient flows to it. */
export type Bound = number | NDArray | null;

class Clip extends Function {
  constructor(private readonly low: Bound, private readonly high: Bound) {
    super();
  }
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.clip(this.low, this.high);
  }
  /** Flows where x is within the bounds, the bounds included, as in the book and in PyTorch. */
  backward(gy: Tensor): Tensor {
    const x = dataOf(this.operand(0));
    const notNaN = x.eq(x);
    const above = this.low === null ? notNaN : x.ge(this.low);
    const below = this.high === null ? notNaN : x.le(this.high);
    return sumTo(choose(above.mul(below), gy, 0), x.shape);
  }
}

/**
 * The largest element over all axes, or over the given ones, as `sum` takes them; nan where one is.
 * Elements that tie share the gradient equally.
 * @throws Error for no elements. Source: NumPy's `max`.
 */
export function max<A extends Operand>(x: A, ...axes: ReduceArguments): Result<A> {
  return apply(new Max(axes), x);
}

/**
 * The smallest element over all axes, or over the given ones, as `sum` takes them; nan where one is.
 * Elements that tie share the gradient equally.
 * @throws Error for no elements. Source: NumPy's `min`.
 */
export function min<A extends Operand>(x: A, ...axes: ReduceArguments): Result<A> {
  return apply(new Min(axes), x);
}

/**
 * No element below `low` or above `high`; null for no bound. nan stays.
 * @throws RangeError for an integral bound that an int32 x cannot hold; Error for bounds that do not broadcast. Source: NumPy's `clip`.
 */
export function clip<A extends Operand>(x: A, low: Bound = null, high: Bound = null): Result<A> {
  return apply(new Clip(low, high), x);
}
