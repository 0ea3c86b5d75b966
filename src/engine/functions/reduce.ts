/** @file sum (book step 39). */
import { Function } from '../function.js';
import { type NDArray, readReduction, type ReduceArguments } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { broadcastTo, reshape } from './shape.js';

class Sum extends Function {
  constructor(private readonly axes: ReduceArguments) {
    super();
  }
  forward(x: NDArray): NDArray {
    return x.sum(...this.axes);
  }
  backward(gy: Tensor): Tensor {
    const shape = this.shapeOf(0);
    const { axes } = readReduction(this.axes, shape, 'sum');
    const kept = shape.map((size, axis) => (axes.includes(axis) ? 1 : size));
    return broadcastTo(reshape(gy, kept), shape);
  }
}

/**
 * The sum over all axes, or over the given ones: `sum(x)`, `sum(x, 0)`, `sum(x, [0, 1])`, `sum(x, { axis: 0, keepdims: true })`.
 * @throws RangeError for an axis that is out of range, Error for one given twice. Source: NumPy's `sum`.
 */
export function sum<A extends Operand>(x: A, ...axes: ReduceArguments): Result<A> {
  return apply(new Sum(axes), x);
}
