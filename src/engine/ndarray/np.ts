/** @file The `np` namespace: NumPy's names for what the engine has of it. */
import { shapeErrors } from '../errors/shapes.js';
import type { ArgAxis } from './arg-extremes.js';
import { arange, array, eye, full, fullLike, linspace, ones, onesLike, zeros, zerosLike } from './create.js';
import { concatenate, maximum, minimum } from './joining.js';
import { asNDArray, where, type NDArray } from './ndarray.js';
import type { ArrayLike } from './parse.js';
import { random } from './random.js';
import type { ReduceArguments } from './reduce.js';
import type { NumbersArgument } from './shape.js';

/** @throws Error for more than two axes, where NumPy's `dot` and `matmul` differ. */
function dot(a: ArrayLike, b: ArrayLike): NDArray {
  const [left, right] = [asNDArray(a), asNDArray(b)];
  if (left.ndim === 0 || right.ndim === 0) return left.mul(right);
  if (left.ndim > 2 || right.ndim > 2) throw shapeErrors.dotOfStacks(left.shape, right.shape);
  return left.matmul(right);
}

export const np = {
  array, ones, zeros, full, onesLike, zerosLike, fullLike, arange, linspace, eye, random,
  exp: (x: ArrayLike): NDArray => asNDArray(x).exp(),
  log: (x: ArrayLike): NDArray => asNDArray(x).log(),
  sin: (x: ArrayLike): NDArray => asNDArray(x).sin(),
  cos: (x: ArrayLike): NDArray => asNDArray(x).cos(),
  tanh: (x: ArrayLike): NDArray => asNDArray(x).tanh(),
  sqrt: (x: ArrayLike): NDArray => asNDArray(x).sqrt(),
  abs: (x: ArrayLike): NDArray => asNDArray(x).abs(),
  sign: (x: ArrayLike): NDArray => asNDArray(x).sign(),
  square: (x: ArrayLike): NDArray => asNDArray(x).square(),
  sum: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).sum(...axes),
  mean: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).mean(...axes),
  max: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).max(...axes),
  min: (x: ArrayLike, ...axes: ReduceArguments): NDArray => asNDArray(x).min(...axes),
  argmax: (x: ArrayLike, axis: ArgAxis = null): NDArray => asNDArray(x).argmax(axis),
  argmin: (x: ArrayLike, axis: ArgAxis = null): NDArray => asNDArray(x).argmin(axis),
  clip: (x: ArrayLike, low: NDArray | number | null, high: NDArray | number | null): NDArray => asNDArray(x).clip(low, high),
  maximum, minimum,
  concatenate: (arrays: readonly ArrayLike[], axis = 0): NDArray => concatenate(arrays.map(array => asNDArray(array)), axis),
  matmul: (a: ArrayLike, b: ArrayLike): NDArray => asNDArray(a).matmul(asNDArray(b)),
  /** The same as `matmul` for vectors and matrices. */
  dot,
  where: (condition: ArrayLike, a: NDArray | number, b: NDArray | number): NDArray => where(asNDArray(condition), a, b),
  transpose: (x: ArrayLike, ...axes: NumbersArgument): NDArray => asNDArray(x).transpose(...axes),
  reshape: (x: ArrayLike, ...shape: NumbersArgument): NDArray => asNDArray(x).reshape(...shape),
  broadcastTo: (x: ArrayLike, ...shape: NumbersArgument): NDArray => asNDArray(x).broadcastTo(...shape),
  pi: Math.PI,
  e: Math.E,
  inf: Infinity,
  nan: NaN,
  float64: 'float64',
  float32: 'float32',
  int32: 'int32',
  bool: 'bool',
} as const;
