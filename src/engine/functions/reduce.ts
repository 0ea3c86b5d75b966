/** @file sum and mean (book steps 39 and 42). */
import { Function, type Reads } from '../function.js';
import { type NDArray, readReduction, type ReduceArguments, type Shape } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { div } from './arithmetic.js';
import { broadcastTo, reshape } from './shape.js';

class Sum extends Function {
  constructor(private readonly axes: ReduceArguments) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return x.sum(...this.axes);
  }
  backward(gy: Tensor): Tensor {
    const shape = this.shapeOf(0);
    return broadcastTo(reshape(gy, keptShape(this.axes, shape, 'sum')), shape);
  }
}

class Mean extends Function {
  constructor(private readonly axes: ReduceArguments) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return x.mean(...this.axes);
  }
  backward(gy: Tensor): Tensor {
    const shape = this.shapeOf(0);
    const { count } = readReduction(this.axes, shape, 'mean');
    return broadcastTo(reshape(div(gy, count), keptShape(this.axes, shape, 'mean')), shape);
  }
}

/** The shape of a reduction's result with the reduced axes kept, with length 1: what broadcasts against the input. */
export function keptShape(axes: ReduceArguments, shape: Shape, operation: string): Shape {
  const reduced = readReduction(axes, shape, operation).axes;
  return shape.map((size, axis) => (reduced.includes(axis) ? 1 : size));
}

/**
 * The sum over all axes, or over the given ones: `sum(x)`, `sum(x, 0)`, `sum(x, [0, 1])`, `sum(x, { axis: 0, keepdims: true })`.
 * @throws RangeError for an axis that is out of range, Error for one given twice. Source: NumPy's `sum`.
 */
export function sum<A extends Operand>(x: A, ...axes: ReduceArguments): Result<A> {
  return apply(new Sum(axes), x);
}

/**
 * The mean over all axes, or over the given ones, as {@link sum} takes them. Float64 for integers; of no elements nan.
 * @throws RangeError for an axis that is out of range, Error for one given twice. Source: NumPy's `mean`.
 */
export function mean<A extends Operand>(x: A, ...axes: ReduceArguments): Result<A> {
  return apply(new Mean(axes), x);
}
