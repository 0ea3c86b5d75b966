/** @file Linear: the fully connected layer, whose W is made when the first input tells its size (book step 44). */
import { layerErrors } from '../errors/layers.js';
import { linear } from '../functions/linear.js';
import { type DType, np, zeros } from '../ndarray/index.js';
import type { Variable } from '../variable.js';
import { checkOptions } from '../options.js';
import { Layer } from './layer.js';
import { Parameter } from './parameter.js';

export interface LinearOptions {
  /** Length of the inputs' last axis; without it, that of the first input. */
  readonly inSize?: number;
  /** Whether b is added; true without it. */
  readonly bias?: boolean;
  /** Of W and b: 'float64', as everywhere in this library, or 'float32', as in the book. */
  readonly dtype?: 'float64' | 'float32';
}

/** x · W + b of x (…, inSize), of shape (…, outSize). */
export class Linear extends Layer {
  /** Of shape (inSize, outSize), at first normal with the deviation sqrt(1 / inSize); empty until the size is known. */
  readonly W = new Parameter(null, 'W');
  /** Of shape (outSize,), at first zeros; null without bias. */
  readonly b: Parameter | null;
  readonly outSize: number;
  private readonly dtype: DType;

  /** @throws RangeError for sizes that are no positive integers; TypeError for a dtype that is no float. */
  constructor(outSize: number, options: LinearOptions = {}) {
    super();
    checkOptions(options, ['inSize', 'bias', 'dtype'], 'Linear');
    const { inSize, bias = true, dtype = 'float64' } = options;
    checkSize('outSize', outSize);
    // Integers would be rounded at each step of an optimizer.
    if (!['float64', 'float32'].includes(dtype)) throw layerErrors.linearDType(dtype);
    this.outSize = outSize;
    this.dtype = dtype;
    this.b = bias ? new Parameter(zeros([outSize], dtype), 'b') : null;
    if (inSize !== undefined) this.makeW(inSize);
  }

  /** @throws Error when x is 0-d, or its last axis does not fit W. */
  forward(x: Variable): Variable {
    if (this.W.isEmpty) {
      const inSize = x.shape[x.ndim - 1];
      if (inSize === undefined) throw layerErrors.linearOfScalar(x);
      this.makeW(inSize);
    }
    const { shape } = this.W;
    if (shape[1] !== this.outSize) throw layerErrors.linearWeights(shape, this.outSize);
    return this.b === null ? linear(x, this.W) : linear(x, this.W, this.b);
  }

  private makeW(inSize: number): void {
    checkSize('inSize', inSize);
    this.W.data = np.random.randn(inSize, this.outSize).mul(Math.sqrt(1 / inSize)).astype(this.dtype);
  }
}

function checkSize(what: 'outSize' | 'inSize', size: number): void {
  if (!Number.isInteger(size) || size <= 0) throw layerErrors.linearSize(what, size);
}
