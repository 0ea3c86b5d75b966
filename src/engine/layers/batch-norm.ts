/** @file BatchNorm: batchNorm with what it learns and what it has seen (book's library). */
import { batchNorm, channelsOf, type BatchNormOptions } from '../functions/batch-norm.js';
import { ones, zeros } from '../ndarray/index.js';
import type { Variable } from '../variable.js';
import { checkOptions } from '../options.js';
import { Layer } from './layer.js';
import { Parameter, State } from './parameter.js';

/**
 * {@link batchNorm} of x (N, C) or (N, C, H, W): normalised by the batch while training, by the running statistics under `testMode`.
 * The first input tells the number of channels and the dtype.
 */
export class BatchNorm extends Layer {
  /** Of shape (C,), at first ones; empty until the first input. */
  readonly gamma = new Parameter(null, 'gamma');
  /** Of shape (C,), at first zeros. */
  readonly beta = new Parameter(null, 'beta');
  /** The running mean, of shape (C,), at first zeros. */
  readonly mean = new State(null, 'mean');
  /** The running variance, of shape (C,), at first ones. */
  readonly variance = new State(null, 'variance');

  constructor(readonly options: BatchNormOptions = {}) {
    super();
    checkOptions(options, ['decay', 'eps'], 'BatchNorm');
  }

  /** @throws what {@link batchNorm} throws. */
  forward(x: Variable): Variable {
    const { gamma, beta, mean, variance } = this;
    if (gamma.isEmpty) {
      const shape = [channelsOf(x.shape)];
      const dtype = x.dtype === 'float32' ? 'float32' : 'float64';
      gamma.data = ones(shape, dtype);
      beta.data = zeros(shape, dtype);
      mean.data = zeros(shape, dtype);
      variance.data = ones(shape, dtype);
    }
    return batchNorm(x, gamma, beta, mean.data, variance.data, this.options);
  }
}
