/** @file Functions that only move or add up elements: reshape, transpose, broadcastTo, sumTo (book steps 38–40). */
import { Function, type Reads } from '../function.js';
import { type NDArray, type NumbersArgument, sameShape, type Shape } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';

class Reshape extends Function {
  constructor(private readonly shape: Shape) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return x.reshape(this.shape);
  }
  backward(gy: Tensor): Tensor {
    return reshape(gy, this.shapeOf(0));
  }
}

class Transpose extends Function {
  constructor(private readonly axes: Shape | undefined) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return this.axes === undefined ? x.transpose() : x.transpose(this.axes);
  }
  backward(gy: Tensor): Tensor {
    const { axes } = this;
    if (axes === undefined) return transpose(gy);
    const back = new Array<number>(axes.length);
    axes.forEach((axis, i) => (back[axis < 0 ? axis + axes.length : axis] = i));
    return transpose(gy, back);
  }
}

class BroadcastTo extends Function {
  constructor(private readonly shape: Shape) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return x.broadcastTo(this.shape);
  }
  backward(gy: Tensor): Tensor {
    return sumBack(gy, this.shapeOf(0));
  }
}

class SumTo extends Function {
  constructor(private readonly shape: Shape) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return x.sumTo(this.shape);
  }
  backward(gy: Tensor): Tensor {
    return broadcastTo(gy, this.shapeOf(0));
  }
}

/** One array, or several numbers. What they are is checked by the array's own operation. */
const asList = (numbers: NumbersArgument): Shape => (Array.isArray(numbers[0]) ? (numbers[0] as Shape) : (numbers as Shape));

/** The same elements in another shape; one size may be -1. @throws Error when the number of elements differs. Source: NumPy's `reshape`. */
export function reshape<A extends Operand>(x: A, ...shape: NumbersArgument): Result<A> {
  return apply(new Reshape(asList(shape)), x);
}

/** The axes in another order; without one, reversed. @throws Error for axes that are no permutation. Source: NumPy's `transpose`. */
export function transpose<A extends Operand>(x: A, ...axes: NumbersArgument): Result<A> {
  return apply(new Transpose(axes.length === 0 ? undefined : asList(axes)), x);
}

/** The elements repeated to a larger shape. @throws Error when it does not broadcast to it. Source: NumPy's `broadcast_to`. */
export function broadcastTo<A extends Operand>(x: A, ...shape: NumbersArgument): Result<A> {
  return apply(new BroadcastTo(asList(shape)), x);
}

/** The elements summed to a smaller shape: what broadcasting undoes (book step 40). @throws Error when that shape does not broadcast to x's. */
export function sumTo<A extends Operand>(x: A, ...shape: NumbersArgument): Result<A> {
  const to = asList(shape);
  return typeof x === 'number' ? (apply(new SumTo(to), x) as Result<A>) : (sumBack(x, to) as Result<A>);
}

/** The same in a rule, which has one shape, and most often nothing to sum. */
export function sumBack<T extends Tensor>(gradient: T, shape: Shape): T {
  return sameShape(shape, gradient.shape) ? gradient : (apply(new SumTo(shape), gradient) as unknown as T);
}
