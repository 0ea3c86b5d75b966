/** @file `**`, square and exp, as Functions (book steps 2, 3 and 22). */
import { Function, type Reads } from '../function.js';
import { type NDArray, power, unaryNumber, zerosLike } from '../ndarray/index.js';
import { apply, applyOp, dataOf, type Operand, type Result, type Tensor } from './apply.js';
import { div, mul, sub } from './arithmetic.js';
import { log } from './elementary.js';
import { sumBack } from './shape.js';
import { choose } from './where.js';

/** x ** c for a constant c: one input, as in the book. */
class Pow extends Function {
  constructor(private readonly c: number) {
    super();
  }
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.pow(this.c);
  }
  backward(gy: Tensor): Tensor {
    const { c } = this;
    const x = this.operand(0);
    if (c === 0) return zerosLike(dataOf(x)); // also where x ** -1 would be infinite
    return mul(mul(pow(x, c - 1), c), gy);
  }
  override forwardNumber(x: number): number {
    return power(x, this.c);
  }
  override backwardNumber(_input: 0 | 1, gy: number, x: number): number {
    const { c } = this;
    return c === 0 ? 0 : power(x, c - 1) * c * gy;
  }
}

/** x0 ** x1 for an exponent that is differentiated too: d/dx1 = x0 ** x1 · ln x0. */
class PowOf extends Function {
  forward(x0: NDArray, x1: NDArray): NDArray {
    return x0.pow(x1);
  }
  // At the singular points as PyTorch: 0 for an exponent of 0, and for 0 to a positive one.
  backward(gy: Tensor): Tensor[] {
    const [x0, x1, y] = [this.operand(0), this.operand(1), this.result()];
    const [base, exponent] = [dataOf(x0), dataOf(x1)];
    // An integer has no negative integer power, but here it may be multiplied by 0.
    const reduced = sub(exponent.dtype.startsWith('float') ? x1 : div(x1, 1), 1);
    const gx0 = choose(exponent.eq(0), 0, mul(x1, pow(x0, reduced)));
    const gx1 = choose(base.eq(0).mul(exponent.ge(0)), 0, mul(y, log(x0)));
    return [sumBack(mul(gx0, gy), base.shape), sumBack(mul(gx1, gy), exponent.shape)];
  }
}

class Square extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray): NDArray {
    return x.square();
  }
  backward(gy: Tensor): Tensor {
    return mul(mul(this.operand(0), 2), gy);
  }
  override forwardNumber(x: number): number {
    return x * x;
  }
  override backwardNumber(_input: 0 | 1, gy: number, x: number): number {
    return x * 2 * gy;
  }
}

class Exp extends Function {
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return x.exp();
  }
  backward(gy: Tensor): Tensor {
    return mul(gy, this.result());
  }
  override forwardNumber(x: number): number {
    return unaryNumber.exp(x);
  }
  override backwardNumber(_input: 0 | 1, gy: number, _x0: number, _x1: number, y: number): number {
    return gy * y;
  }
}

/**
 * x0 ** x1, broadcast as NumPy's `power`. A number as exponent is a constant of the Function, anything else an input of it.
 * @throws Error for an integer array to a negative integer power, or when the shapes do not broadcast.
 */
export function pow<A extends Operand, B extends Operand>(x0: A, x1: B): Result<A, B> {
  return typeof x1 === 'number' && typeof x0 !== 'number' ? (apply(new Pow(x1), x0) as Result<A, B>) : applyOp(PowOf, x0, x1);
}

/** x², element by element. Source: NumPy's `square`. */
export function square<A extends Operand>(x: A): Result<A> {
  return applyOp(Square, x);
}

/** e to the x, element by element; float64 for integers. Source: NumPy's `exp`. */
export function exp<A extends Operand>(x: A): Result<A> {
  return applyOp(Exp, x);
}
