/** @file The `np` namespace: NumPy's names for what the engine has of it. */
import { arange, array, eye, full, fullLike, linspace, ones, onesLike, zeros, zerosLike } from './create.js';
import { asNDArray, type NDArray } from './ndarray.js';
import type { ArrayLike } from './parse.js';
import type { ReduceArguments } from './reduce.js';
import type { NumbersArgument } from './shape.js';

export const np = {
  array, ones, zeros, full, onesLike, zerosLike, fullLike, arange, linspace, eye,
  exp: (x: ArrayLike): NDArray => asNDArray(x).exp(),
  log: (x: ArrayLike): NDArray => asNDArray(x).log(),
  sin: (x: ArrayLike): NDArray => asNDArray(x).sin(),
  cos: (x: ArrayLike): NDArray => asNDArray(x).cos(),
  tanh: (x: ArrayLike): NDArray => asNDArray(x).tanh(),
  sqrt: (x: ArrayLike): NDArray => asNDArray(x).sqrt(),
  abs: (x: ArrayLike): NDArray => asNDArray(x).abs(),
  square: (x: ArrayLike): NDArray => asNDArray(x).square(),
  sum: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).sum(...axes),
  mean: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).mean(...axes),
  max: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).max(...axes),
  min: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).min(...axes),
  matmul: (a: ArrayLike, b: ArrayLike): NDArray => asNDArray(a).matmul(asNDArray(b)),
  transpose: (x: ArrayLike, ...axes: NumbersArgument): NDArray => asNDArray(x).transpose(...axes),
  reshape: (x: ArrayLike, ...shape: NumbersArgument): NDArray => asNDArray(x).reshape(...shape),
  broadcastTo: (x: ArrayLike, ...shape: NumbersArgument): NDArray => asNDArray(x).broadcastTo(...shape),
  pi: Math.PI,
  e: Math.E,
  inf: Infinity,
  nan: NaN,
} as const;
