/** @file The operators + - * / and negation, as Functions (book steps 11, 15 and 20–22). */
import { Function, type Reads } from '../function.js';
import type { NDArray } from '../ndarray/index.js';
import { applyOp, type Operand, type Result, type Tensor } from './apply.js';
import { sumBack } from './shape.js';

class Add extends Function {
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x0: NDArray, x1: NDArray): NDArray {
    return x0.add(x1);
  }
  backward(gy: Tensor): Tensor[] {
    return [sumBack(gy, this.shapeOf(0)), sumBack(gy, this.shapeOf(1))];
  }
  override forwardNumber(x0: number, x1: number): number {
    return x0 + x1;
  }
  override backwardNumber(_input: 0 | 1, gy: number): number {
    return gy;
  }
}

class Sub extends Function {
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x0: NDArray, x1: NDArray): NDArray {
    return x0.sub(x1);
  }
  backward(gy: Tensor): Tensor[] {
    return [sumBack(gy, this.shapeOf(0)), sumBack(neg(gy), this.shapeOf(1))];
  }
  override forwardNumber(x0: number, x1: number): number {
    return x0 - x1;
  }
  override backwardNumber(input: 0 | 1, gy: number): number {
    return input === 0 ? gy : -gy;
  }
}

class Mul extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x0: NDArray, x1: NDArray): NDArray {
    return x0.mul(x1);
  }
  backward(gy: Tensor): Tensor[] {
    const [x0, x1] = [this.operand(0), this.operand(1)];
    return [sumBack(mul(gy, x1), x0.shape), sumBack(mul(gy, x0), x1.shape)];
  }
  override forwardNumber(x0: number, x1: number): number {
    return x0 * x1;
  }
  override backwardNumber(input: 0 | 1, gy: number, x0: number, x1: number): number {
    return gy * (input === 0 ? x1 : x0);
  }
}

class Div extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x0: NDArray, x1: NDArray): NDArray {
    return x0.div(x1);
  }
  backward(gy: Tensor): Tensor[] {
    const [x0, x1] = [this.operand(0), this.operand(1)];
    const gx1 = mul(gy, div(neg(x0), mul(x1, x1)));
    return [sumBack(div(gy, x1), x0.shape), sumBack(gx1, x1.shape)];
  }
  override forwardNumber(x0: number, x1: number): number {
    return x0 / x1;
  }
  override backwardNumber(input: 0 | 1, gy: number, x0: number, x1: number): number {
    return input === 0 ? gy / x1 : gy * (-x0 / (x1 * x1));
  }
}

class Neg extends Function {
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    return x.neg();
  }
  backward(gy: Tensor): Tensor {
    return neg(gy);
  }
  override forwardNumber(x: number): number {
    return -x;
  }
  override backwardNumber(_input: 0 | 1, gy: number): number {
    return -gy;
  }
}

/** x0 + x1, broadcast as NumPy's `add`. @throws Error when the shapes do not broadcast. */
export function add<A extends Operand, B extends Operand>(x0: A, x1: B): Result<A, B> {
  return applyOp(Add, x0, x1);
}

/** x0 - x1, broadcast as NumPy's `subtract`. @throws Error when the shapes do not broadcast; TypeError for two bool arrays. */
export function sub<A extends Operand, B extends Operand>(x0: A, x1: B): Result<A, B> {
  return applyOp(Sub, x0, x1);
}

/** x1 - x0: the book's `rsub`, for a left operand that is no Variable. */
export function rsub<A extends Operand, B extends Operand>(x0: A, x1: B): Result<B, A> {
  return sub(x1, x0);
}

/** x0 * x1, element by element, broadcast as NumPy's `multiply`. @throws Error when the shapes do not broadcast. */
export function mul<A extends Operand, B extends Operand>(x0: A, x1: B): Result<A, B> {
  return applyOp(Mul, x0, x1);
}

/** x0 / x1, broadcast as NumPy's `true_divide`: float64 for integers. @throws Error when the shapes do not broadcast. */
export function div<A extends Operand, B extends Operand>(x0: A, x1: B): Result<A, B> {
  return applyOp(Div, x0, x1);
}

/** x1 / x0: the book's `rdiv`, for a left operand that is no Variable. */
export function rdiv<A extends Operand, B extends Operand>(x0: A, x1: B): Result<B, A> {
  return div(x1, x0);
}

/** -x. @throws TypeError for a bool array, as NumPy's `negative`. */
export function neg<A extends Operand>(x: A): Result<A> {
  return applyOp(Neg, x);
}
