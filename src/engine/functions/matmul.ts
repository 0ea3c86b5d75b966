/** @file Matrix product (book step 41). */
import { Function, type Reads } from '../function.js';
import type { NDArray } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { mul } from './arithmetic.js';
import { reshape, sumTo, transpose } from './shape.js';

class MatMul extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray, w: NDArray): NDArray {
    return x.matmul(w);
  }

  backward(gy: Tensor): Tensor[] {
    return matmulGradients(gy, this.operand(0), this.operand(1));
  }
}

/** gx = gy · wᵀ and gw = xᵀ · gy, with 1-d operands as the row and the column that NumPy takes them for. */
export function matmulGradients(gy: Tensor, x: Tensor, w: Tensor): [gx: Tensor, gw: Tensor] {
  if (x.ndim === 1 && w.ndim === 1) return [mul(gy, w), mul(gy, x)];
  const row = x.ndim === 1 ? reshape(x, [1, ...x.shape]) : x;
  const column = w.ndim === 1 ? reshape(w, [...w.shape, 1]) : w;
  const g = reshape(gy, productShape(gy.shape, x.ndim, w.ndim));
  const gx = sumTo(matmul(g, swapLast(column)), row.shape);
  const gw = sumTo(matmul(swapLast(row), g), column.shape);
  return [reshape(gx, x.shape), reshape(gw, w.shape)];
}

/** The product's shape with the axes that a 1-d operand has lost. */
function productShape(shape: readonly number[], xDim: number, wDim: number): readonly number[] {
  if (xDim === 1) return [...shape.slice(0, -1), 1, ...shape.slice(-1)];
  return wDim === 1 ? [...shape, 1] : shape;
}

function swapLast(x: Tensor): Tensor {
  const axes = x.shape.map((_, i) => i);
  const [a, b] = [axes.pop()!, axes.pop()!];
  return transpose(x, [...axes, a, b]);
}

/**
 * The matrix product of (…, n, k) and (…, k, m), of shape (…, n, m); 1-d operands and batches as NumPy's `matmul`.
 * @throws Error when the inner sizes differ, or an operand is 0-d.
 */
export function matmul<A extends Operand, B extends Operand>(x: A, w: B): Result<A, B> {
  return apply(new MatMul(), x, w);
}
