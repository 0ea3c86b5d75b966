/** @file The `dezero` library: what a snippet imports. */
import './methods.js';

export { Config, noGrad, usingConfig } from './config.js';
export { Function, type BackwardValue, type ForwardValue } from './function.js';
export { add, div, mul, neg, rdiv, rsub, sub } from './functions/arithmetic.js';
export { matmul } from './functions/matmul.js';
export { exp, pow, square } from './functions/power.js';
export { sum } from './functions/reduce.js';
export { broadcastTo, reshape, sumTo, transpose } from './functions/shape.js';
export type { Operand, Tensor } from './functions/apply.js';
export { type DType, len, NDArray, np } from './ndarray/index.js';
export { asArray, asVariable, type BackwardOptions, type Data, Variable } from './variable.js';
