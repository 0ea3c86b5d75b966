/** @file softmax and logSoftmax along an axis (book step 47), for numbers of any size. */
import { indexErrors } from '../errors/indices.js';
import { Function, type Reads } from '../function.js';
import { logSoftmax as logSoftmaxOf, type NDArray, softmax as softmaxOf } from '../ndarray/index.js';
import { checkOptions } from '../options.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';
import { mul, sub } from './arithmetic.js';
import { exp } from './power.js';
import { sum } from './reduce.js';

/** The axis alone, or by name. The last one if none is given. */
export type AxisArgument = number | { readonly axis?: number | undefined };

class Softmax extends Function {
  constructor(private readonly axis: number) {
    super();
  }
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return softmaxOf(x, this.axis);
  }
  backward(gy: Tensor): Tensor {
    const y: Tensor = this.result();
    const gx = mul(y, gy);
    return sub(gx, mul(y, sum(gx, { axis: this.axis, keepdims: true })));
  }
}

class LogSoftmax extends Function {
  constructor(private readonly axis: number) {
    super();
  }
  override get reads(): Reads {
    return 'output';
  }
  forward(x: NDArray): NDArray {
    return logSoftmaxOf(x, this.axis);
  }
  backward(gy: Tensor): Tensor {
    return sub(gy, mul(exp(this.result()), sum(gy, { axis: this.axis, keepdims: true })));
  }
}

function readAxis(argument: unknown, operation: string): number {
  if (typeof argument === 'number') return argument;
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) throw indexErrors.severalAxes(operation, argument);
  checkOptions(argument, ['axis'], operation, 'the axis alone');
  return readAxis((argument as { axis?: unknown }).axis ?? -1, operation);
}

/**
 * exp(x) / sum(exp(x)) along an axis: `softmax(x)` along the last, `softmax(x, 0)`, `softmax(x, { axis: 0 })`.
 * @throws RangeError for an axis out of bounds, as is any for a 0-d x. Source: SciPy's `special.softmax`.
 */
export function softmax<A extends Operand>(x: A, axis: AxisArgument = -1): Result<A> {
  return apply(new Softmax(readAxis(axis, 'softmax')), x);
}

/**
 * log(softmax(x)) along an axis, also where softmax(x) is too small for a number.
 * @throws RangeError for an axis out of bounds, as is any for a 0-d x. Source: SciPy's `special.log_softmax`.
 */
export function logSoftmax<A extends Operand>(x: A, axis: AxisArgument = -1): Result<A> {
  return apply(new LogSoftmax(readAxis(axis, 'logSoftmax')), x);
}
