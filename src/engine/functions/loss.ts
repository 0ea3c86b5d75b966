/** @file meanSquaredError and softmaxCrossEntropy (book steps 42 and 47). */
import { dataErrors } from '../errors/data.js';
import { functionErrors } from '../errors/functions.js';
import { Function, type Reads } from '../function.js';
import { asNDArray, broadcastShapes, elements, logSoftmax, type NDArray, ones, putBack, type Selection, take } from '../ndarray/index.js';
import { type Data, Variable } from '../variable.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { div, mul, neg, sub } from './arithmetic.js';
import { sumTo } from './shape.js';
import { softmax } from './softmax.js';

class MeanSquaredError extends Function {
  override get reads(): Reads {
    return 'inputs';
  }
  forward(x0: NDArray, x1: NDArray): NDArray {
    // Asked here, so that an error speaks of this operation.
    broadcastShapes(x0.shape, x1.shape, 'meanSquaredError');
    if (x0.dtype === 'bool' && x1.dtype === 'bool') throw dataErrors.differenceOfBool('meanSquaredError');
    const difference = x0.sub(x1);
    // Squares of integers would wrap.
    const float = difference.dtype === 'int32' ? difference.astype('float64') : difference;
    return float.square().sum().div(lengthOf(difference.shape));
  }
  backward(gy: Tensor): Tensor[] {
    const [left, right] = [this.shapeOf(0), this.shapeOf(1)];
    const n = lengthOf(broadcastShapes(left, right));
    const g = mul(mul(gy, sub(this.operand(0), this.operand(1))), 2 / n);
    return [sumTo(g, left), sumTo(neg(g), right)];
  }
}

/** Of the first axis; a 0-d array is one sample. */
const lengthOf = (shape: readonly number[]): number => shape[0] ?? 1;

class SoftmaxCrossEntropy extends Function {
  /** Where each sample's own class is among the logits. */
  private chosen: Selection | null = null;

  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray, t: NDArray): NDArray {
    this.chosen = choices(x, t);
    return take(logSoftmax(x, -1), this.chosen).mean().neg();
  }
  backward(gy: Tensor): (Tensor | null)[] {
    const chosen = this.chosen!;
    const x: Tensor = this.operand(0);
    const probabilities = softmax(x);
    const { length } = chosen.offsets;
    const oneHot = putBack(ones([length], probabilities.dtype), chosen);
    return [mul(sub(probabilities, oneHot), div(gy, length)), null];
  }
}

/** @throws Error for shapes that do not fit; TypeError and RangeError for labels that are no classes. */
function choices(x: NDArray, t: NDArray): Selection {
  const classes = x.shape[x.ndim - 1];
  const samples = x.shape.slice(0, -1);
  if (classes === undefined || samples.length !== t.ndim || samples.some((length, i) => length !== t.shape[i])) {
    throw functionErrors.labelShapes(x.shape, t.shape, classes === undefined ? undefined : samples);
  }
  const labels = elements(t);
  for (const label of labels) {
    if (!Number.isInteger(label)) throw functionErrors.labelIsNoInteger(label);
    if (label >= 0 && label < classes) continue;
    throw functionErrors.labelIsNoClass(label, x.shape);
  }
  return { from: x.shape, shape: [labels.length], offsets: Int32Array.from(labels, (label, i) => i * classes + label) };
}

/**
 * The sum of (x0 - x1)² over the length of the first axis, a 0-d value. Broadcast; float64 for integers. Source: book step 42.
 * @throws Error when the shapes do not broadcast.
 */
export function meanSquaredError<A extends Operand, B extends Operand>(x0: A, x1: B): Result<A, B> {
  return apply(new MeanSquaredError(), x0, x1);
}

/**
 * The mean over the samples of -log softmax(x)[t]: x are logits (N, C), t the classes (N,), from 0, as a list, int32 array or
 * Variable; no gradient flows to t. A 0-d value. Finite for logits of any size. Source: book step 47.
 * @throws Error when the shapes do not fit, RangeError for a label that is no class, TypeError for one that is no integer.
 */
export function softmaxCrossEntropy<A extends Operand, T extends Data | Variable>(x: A, t: T): Result<A, T> {
  const labels: Tensor = t instanceof Variable ? t : asNDArray(t);
  return apply(new SoftmaxCrossEntropy(), x, labels) as Result<A, T>;
}
