/** @file The `dezero` library: what a snippet imports. */
import './methods.js';

export { Config, noGrad, usingConfig } from './config.js';
export { grad, type GradOptions } from './grad.js';
export { Function, type BackwardValue, type ForwardValue } from './function.js';
export { leakyRelu, relu, sigmoid } from './functions/activation.js';
export { add, div, mul, neg, rdiv, rsub, sub } from './functions/arithmetic.js';
export { concat } from './functions/concat.js';
export { abs, cos, log, sin, sqrt, tanh } from './functions/elementary.js';
export { clip, max, min } from './functions/extreme.js';
export { getItem } from './functions/get-item.js';
export { gradCheck, type GradCheckOptions, type GradCheckResult, type GradComparison, type Kink } from './functions/grad-check.js';
export { linear } from './functions/linear.js';
export { meanSquaredError, softmaxCrossEntropy } from './functions/loss.js';
export { matmul } from './functions/matmul.js';
export { numericalGrad, type NumericalGradOptions } from './functions/numerical-grad.js';
export { exp, pow, square } from './functions/power.js';
export { mean, sum } from './functions/reduce.js';
export { broadcastTo, reshape, sumTo, transpose } from './functions/shape.js';
export { logSoftmax, softmax } from './functions/softmax.js';
export type { Operand, Tensor } from './functions/apply.js';
export { Layer, Model } from './layers/layer.js';
export { Linear, type LinearOptions } from './layers/linear.js';
export { type Activation, MLP, Sequential } from './layers/models.js';
export { Parameter } from './layers/parameter.js';
export { type DType, type Index, len, NDArray, np, Slice, slice } from './ndarray/index.js';
export { asArray, asVariable, type BackwardOptions, type Data, Variable } from './variable.js';
