/** @file log, sin, cos, tanh, sqrt and abs, element by element (book steps 27, 34 and 35). */
import { Function, type Reads } from '../function.js';
import { type NDArray, unaryNumber } from '../ndarray/index.js';
import { apply, dataOf, type Operand, type Result, type Tensor } from './apply.js';
import { div, mul, neg, sub } from './arithmetic.js';

class Log extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.log();
  }
  backward(gy: Tensor): Tensor {
    return div(gy, this.operand(0));
  }
  override forwardNumber(x: number): number {
    return unaryNumber.log(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, x: number): number {
    return gy / x;
  }
}

class Sin extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.sin();
  }
  backward(gy: Tensor): Tensor {
    return mul(gy, cos(this.operand(0)));
  }
  override forwardNumber(x: number): number {
    return unaryNumber.sin(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, x: number): number {
    return gy * unaryNumber.cos(x);
  }
}

class Cos extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.cos();
  }
  backward(gy: Tensor): Tensor {
    return mul(gy, neg(sin(this.operand(0))));
  }
  override forwardNumber(x: number): number {
    return unaryNumber.cos(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, x: number): number {
    return gy * -unaryNumber.sin(x);
  }
}

class Tanh extends Function {
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return x.tanh();
  }
  backward(gy: Tensor): Tensor {
    const y: Tensor = this.result();
    return mul(gy, sub(1, mul(y, y)));
  }
  override forwardNumber(x: number): number {
    return unaryNumber.tanh(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, _x0: number, _x1: number, y: number): number {
    return gy * (1 - y * y);
  }
}

class Sqrt extends Function {
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return x.sqrt();
  }
  backward(gy: Tensor): Tensor {
    return div(gy, mul(this.result(), 2));
  }
  override forwardNumber(x: number): number {
    return unaryNumber.sqrt(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, _x0: number, _x1: number, y: number): number {
    return gy / (y * 2);
  }
}

class Abs extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.abs();
  }
  /** 0 at 0, as in PyTorch. */
  backward(gy: Tensor): Tensor {
    const x = dataOf(this.operand(0));
    return mul(gy, x.dtype === 'bool' ? x : x.sign());
  }
  override forwardNumber(x: number): number {
    return unaryNumber.abs(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, x: number): number {
    return gy * unaryNumber.sign(x);
  }
}

/** The natural logarithm; -inf of 0, nan below. Float64 for integers. Source: NumPy's `log`. */
export function log<A extends Operand>(x: A): Result<A> {
  return apply(new Log(), x);
}

/** The sine of x in radians. Float64 for integers. Source: NumPy's `sin`. */
export function sin<A extends Operand>(x: A): Result<A> {
  return apply(new Sin(), x);
}

/** The cosine of x in radians. Float64 for integers. Source: NumPy's `cos`. */
export function cos<A extends Operand>(x: A): Result<A> {
  return apply(new Cos(), x);
}

/** The hyperbolic tangent. Float64 for integers. Source: NumPy's `tanh`. */
export function tanh<A extends Operand>(x: A): Result<A> {
  return apply(new Tanh(), x);
}

/** The square root; nan below 0. Its derivative at 0 is inf. Float64 for integers. Source: NumPy's `sqrt`. */
export function sqrt<A extends Operand>(x: A): Result<A> {
  return apply(new Sqrt(), x);
}

/** The absolute value, of x's dtype. Its derivative at 0 is taken as 0. Source: NumPy's `abs`. */
export function abs<A extends Operand>(x: A): Result<A> {
  return apply(new Abs(), x);
}
