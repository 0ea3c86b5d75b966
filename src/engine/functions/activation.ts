/** @file sigmoid, relu and leakyRelu (book step 43). */
import { functionErrors } from '../errors/functions.js';
import { Function, type Reads } from '../function.js';
import { maximum, type NDArray, where } from '../ndarray/index.js';
import { apply, dataOf, type Operand, type Result, type Tensor } from './apply.js';
import { mul, sub } from './arithmetic.js';
import { choose } from './where.js';

class Sigmoid extends Function {
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return x.sigmoid();
  }
  backward(gy: Tensor): Tensor {
    const y: Tensor = this.result();
    return mul(gy, mul(y, sub(1, y)));
  }
}

class ReLU extends Function {
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return maximum(x, 0);
  }
  /** 0 at 0, as in PyTorch. The output says as much about it as the input. */
  backward(gy: Tensor): Tensor {
    return choose(dataOf(this.result()).le(0), 0, gy);
  }
}

class LeakyReLU extends Function {
  constructor(private readonly slope: number) {
    super();
  }
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return where(x.gt(0), x, x.mul(this.slope));
  }
  /** The slope at 0, as in the book and in PyTorch. */
  backward(gy: Tensor): Tensor {
    return choose(dataOf(this.operand(0)).gt(0), gy, mul(gy, this.slope));
  }
}

/** 1 / (1 + exp(-x)), exact to the last digits on both sides. Float64 for integers. */
export function sigmoid<A extends Operand>(x: A): Result<A> {
  return apply(new Sigmoid(), x);
}

/** x where it is positive, else 0; of x's dtype. Its derivative at 0 is taken as 0. */
export function relu<A extends Operand>(x: A): Result<A> {
  return apply(new ReLU(), x);
}

/** x where it is positive, else slope * x. Its derivative at 0 is the slope. */
export function leakyRelu<A extends Operand>(x: A, slope = 0.2): Result<A> {
  if (typeof slope !== 'number') throw functionErrors.slopeIsNoNumber(slope);
  return apply(new LeakyReLU(slope), x);
}
