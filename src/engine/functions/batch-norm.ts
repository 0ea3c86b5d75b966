/** @file batchNorm: each channel brought to mean 0 and variance 1 over the batch, then scaled and shifted by what is learnt (book's library). */
import { Config } from '../config.js';
import { functionErrors } from '../errors/functions.js';
import { Function, type Reads } from '../function.js';
import type { NDArray } from '../ndarray/index.js';
import { Variable } from '../variable.js';
import { checkOptions } from '../options.js';
import { applyAll, type Operand, type Result, type Tensor } from './apply.js';
import { add, div, mul, sub } from './arithmetic.js';
import { sqrt } from './elementary.js';
import { square } from './power.js';
import { mean } from './reduce.js';
import { reshape, sumTo } from './shape.js';

export interface BatchNormOptions {
  /** The part of the running statistics that stays at each batch. */
  readonly decay?: number;
  /** Added to the variance, so that a channel of equal numbers does not divide by 0. */
  readonly eps?: number;
}

/** What a batch is normalised by, broadcast against it. */
interface Moments<T extends Tensor> {
  readonly mean: T;
  readonly variance: T;
}

class BatchNorm extends Function {
  /** What the call normalised by: the batch's own while training, else the running ones as they were. */
  private moments!: Moments<NDArray>;
  private readonly train = Config.train;

  constructor(private readonly running: Moments<NDArray>, private readonly decay: number, private readonly eps: number) {
    super();
  }

  override get reads(): Reads {
    return 'inputs';
  }
  forward(x: NDArray, gamma: NDArray, beta: NDArray): NDArray {
    const channelCount = channelsOf(x.shape);
    const sizes = { gamma, beta, mean: this.running.mean, variance: this.running.variance };
    for (const [what, { shape }] of Object.entries(sizes)) {
      if (shape.length !== 1 || shape[0] !== channelCount) throw functionErrors.normSizes(what, shape, x.shape);
    }
    const along = channelShape(x.shape);
    if (this.train) {
      this.moments = momentsOf(x) as Moments<NDArray>;
      this.follow(this.moments, x.size / gamma.size);
    } else {
      this.moments = { mean: this.running.mean.reshape(along), variance: this.running.variance.reshape(along) };
    }
    const { centred, deviation } = this.parts(x, this.moments) as { centred: NDArray; deviation: NDArray };
    return centred.div(deviation).mul(gamma.reshape(along)).add(beta.reshape(along));
  }

  backward(gy: Tensor): Tensor[] {
    const x: Tensor = this.operand(0);
    const along = channelShape(x.shape);
    // The batch's own mean and variance depend on x: where that is differentiated again, they must be made from it again.
    const { centred, deviation } = this.parts(x, this.train && x instanceof Variable ? momentsOf(x) : this.moments);
    const normal = div(centred, deviation);
    const gBeta = sumTo(gy, along);
    const gGamma = sumTo(mul(gy, normal), along);
    const count = gy.size / gBeta.size;
    const gNormal = this.train ? sub(gy, div(add(gBeta, mul(normal, gGamma)), count)) : gy;
    const gx = mul(gNormal, div(reshape(this.operand(1), along), deviation));
    return [gx, reshape(gGamma, this.shapeOf(1)), reshape(gBeta, this.shapeOf(2))];
  }

  private parts(x: Tensor, moments: Moments<Tensor>): { centred: Tensor; deviation: Tensor } {
    return { centred: sub(x, moments.mean), deviation: sqrt(add(moments.variance, this.eps)) };
  }

  /** Moves the running statistics towards a batch's. Its variance is that of `count` samples, so it is enlarged to be without bias. */
  private follow(moments: Moments<NDArray>, count: number): void {
    const { running, decay } = this;
    const unbiased = count / Math.max(count - 1, 1);
    running.mean.set(running.mean.mul(decay).add(moments.mean.reshape(-1).mul(1 - decay)));
    running.variance.set(running.variance.mul(decay).add(moments.variance.reshape(-1).mul((1 - decay) * unbiased)));
  }
}

/** The mean and the variance of each channel over all the other axes, kept with length 1. */
function momentsOf(x: Tensor): Moments<Tensor> {
  const options = { axis: x.shape.map((_, axis) => axis).filter(axis => axis !== 1), keepdims: true };
  const average = mean(x, options);
  return { mean: average, variance: mean(square(sub(x, average)), options) };
}

/** How many channels there are. @throws Error for shapes other than (N, C) and (N, C, H, W). */
export function channelsOf(shape: readonly number[]): number {
  if (shape.length !== 2 && shape.length !== 4) throw functionErrors.normalizesNoBatch(shape);
  return shape[1]!;
}

/** The shape in which one number a channel broadcasts against x: (1, C) or (1, C, 1, 1). */
const channelShape = (shape: readonly number[]): number[] => shape.map((length, axis) => (axis === 1 ? length : 1));

/**
 * gamma · (x - mean) / √(variance + eps) + beta for x (N, C) or (N, C, H, W), with one number a channel, (C,), in all the others. While
 * training, mean and variance are the batch's, and each call moves the running `mean` and `variance` towards them, in place; under
 * {@link testMode} they are the running ones. No gradient flows to these.
 * @example
 * const mean = np.zeros(2), variance = np.ones(2);
 * batchNorm(np.array([[1, 2], [3, 6]]), np.ones(2), np.zeros(2), mean, variance)   // [[-0.99999  -0.9999975]
 *                                                                                //  [ 0.99999   0.9999975]]
 * mean                                                                           // [0.2 0.4]
 * @throws Error for shapes that do not fit; RangeError for a decay that is not from 0 to 1, or an eps below 0 or infinite.
 * Source: Ioffe and Szegedy 2015, as in the book's library.
 */
export function batchNorm<A extends Operand, B extends Operand, C extends Operand>(
  x: A, gamma: B, beta: C, mean: NDArray, variance: NDArray, options: BatchNormOptions = {},
): Result<A, Result<B, C>> {
  checkOptions(options, ['decay', 'eps'], 'batchNorm');
  const { decay = 0.9, eps = 2e-5 } = options;
  if (!(typeof decay === 'number' && decay >= 0 && decay <= 1)) throw functionErrors.normSetting('decay', decay);
  if (!(typeof eps === 'number' && eps >= 0 && eps < Infinity)) throw functionErrors.normSetting('eps', eps);
  return applyAll(new BatchNorm({ mean, variance }, decay, eps), [x, gamma, beta]) as Result<A, Result<B, C>>;
}
