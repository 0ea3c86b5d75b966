/** @file The choice between two tensors by a mask: the gradient of every Function that has pieces. */
import { Function, type Reads } from '../function.js';
import { type NDArray, where } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { sumTo } from './shape.js';

class Where extends Function {
  constructor(private readonly mask: NDArray) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x0: NDArray, x1: NDArray): NDArray {
    return where(this.mask, x0, x1);
  }
  backward(gy: Tensor): Tensor[] {
    return [sumTo(choose(this.mask, gy, 0), this.shapeOf(0)), sumTo(choose(this.mask, 0, gy), this.shapeOf(1))];
  }
}

/**
 * x0 where `mask` holds, else x1, broadcast. Unlike a product with the mask it leaves no nan where an infinite gradient is not taken.
 * @throws Error when the shapes do not broadcast.
 */
export function choose<A extends Operand, B extends Operand>(mask: NDArray, x0: A, x1: B): Result<A, B> {
  return apply(new Where(mask), x0, x1);
}
