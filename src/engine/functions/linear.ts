/** @file linear: a layer's x · W + b in one Function, which keeps no product between the two (book step 43). */
import { functionErrors } from '../errors/functions.js';
import { Function, type Reads } from '../function.js';
import type { NDArray } from '../ndarray/index.js';
import { applyAll, type Operand, type Result, type Tensor } from './apply.js';
import { matmulGradients } from './matmul.js';
import { sumTo } from './shape.js';

class Linear extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray, w: NDArray, b?: NDArray): NDArray {
    checkShapes(x, w, b);
    const product = x.matmul(w);
    return b === undefined ? product : product.add(b);
  }
  backward(gy: Tensor): Tensor[] {
    const gradients = matmulGradients(gy, this.operand(0), this.operand(1));
    return this.inputCount === 2 ? gradients : [...gradients, sumTo(gy, this.shapeOf(2))];
  }
}

function checkShapes(x: NDArray, w: NDArray, b: NDArray | undefined): void {
  if (w.ndim !== 2) throw functionErrors.linearOfNoMatrix(x.shape, w.shape, b?.shape);
  if (x.ndim === 0) throw functionErrors.linearOfScalar(x.shape, w.shape, b?.shape);
  const [inputs, outputs] = w.shape as [number, number];
  if (x.shape[x.ndim - 1] !== inputs) throw functionErrors.linearSizes(x.shape, w.shape, b?.shape);
  if (b === undefined) return;
  const last = b.shape[b.ndim - 1] ?? 1;
  if (b.size !== last || (last !== 1 && last !== outputs) || b.ndim > x.ndim) throw functionErrors.linearBias(x.shape, w.shape, b.shape);
}

/**
 * x · W + b of x (…, inputs), W (inputs, outputs) and b (outputs,), of shape (…, outputs); b may be left out.
 * @throws Error when the shapes do not fit.
 */
export function linear<A extends Operand, B extends Operand, C extends Operand = A>(x: A, W: B, b: C | null = null): Result<A, Result<B, C>> {
  return applyAll(new Linear(), b === null ? [x, W] : [x, W, b]) as Result<A, Result<B, C>>;
}
