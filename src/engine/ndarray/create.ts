/** @file Makes arrays: from data, filled, and in ranges, as NumPy's functions of these names. */
import { dataErrors } from '../errors/data.js';
import { shapeErrors } from '../errors/shapes.js';
import { checkOptions } from '../options.js';
import { allocate, castNumber, checkDType, type DType } from './dtype.js';
import { asNDArray, NDArray } from './ndarray.js';
import { parse, type ArrayLike } from './parse.js';
import { shapeArgument, sizeOf, type NumbersArgument, type Shape } from './shape.js';

/** A shape as one array or as several numbers, and a dtype at the end. */
export type ShapeAndDType = NumbersArgument | readonly [readonly number[], DType] | readonly [...number[], DType];

/**
 * A new array. Without `dtype`: numbers are float64, booleans bool, typed arrays and NDArrays keep theirs.
 * @throws TypeError for ragged arrays and anything that is no number; RangeError for a number that the dtype cannot hold.
 * @example
 * np.array([[1, 2], [3, 4]], 'int32')
 */
export function array(data: ArrayLike | boolean, dtype?: DType): NDArray {
  return NDArray.of(parse(data, dtype === undefined ? null : checkDType(dtype, 'array'), 'array'));
}

function filled(shape: Shape, value: number, dtype: DType, operation: string): NDArray {
  const values = allocate(dtype, sizeOf(shape), operation);
  if (value !== 0) values.fill(castNumber(value, dtype, operation));
  return NDArray.of({ shape, dtype, values });
}

function readShape(args: readonly unknown[], operation: string): [shape: number[], dtype: DType] {
  const last = args[args.length - 1];
  const hasDType = args.length > 0 && (typeof last === 'string' || last === undefined);
  const dtype = hasDType && last !== undefined ? checkDType(last, operation) : 'float64';
  const rest = hasDType ? args.slice(0, -1) : args;
  if (rest.length === 0) throw shapeErrors.missing(operation);
  return [shapeArgument(rest, operation), dtype];
}

export function ones(...shape: ShapeAndDType): NDArray {
  const [lengths, dtype] = readShape(shape, 'ones');
  return filled(lengths, 1, dtype, 'ones');
}

export function zeros(...shape: ShapeAndDType): NDArray {
  const [lengths, dtype] = readShape(shape, 'zeros');
  return filled(lengths, 0, dtype, 'zeros');
}

/** `value` everywhere; float64 unless it is a boolean or a dtype is given. */
export function full(shape: number | readonly number[], value: number | boolean, dtype?: DType): NDArray {
  const type = dtype === undefined ? (typeof value === 'boolean' ? 'bool' : 'float64') : checkDType(dtype, 'full');
  return filled(shapeArgument([shape], 'full'), Number(value), type, 'full');
}

export function onesLike(like: ArrayLike, dtype?: DType): NDArray {
  return fullLike(like, 1, dtype);
}

export function zerosLike(like: ArrayLike, dtype?: DType): NDArray {
  return fullLike(like, 0, dtype);
}

/** `value` in the shape, and unless one is given the dtype, of `like`. */
export function fullLike(like: ArrayLike, value: number | boolean, dtype?: DType): NDArray {
  const model = asNDArray(like);
  const type = dtype === undefined ? model.dtype : checkDType(dtype, 'fullLike');
  if (model.ndim === 0 && type === 'float64') return NDArray.scalar(Number(value));
  return filled(model.shape, Number(value), type, 'fullLike');
}

/**
 * `start, start + step, …` up to but without `stop`: `arange(stop)`, `arange(start, stop)`, `arange(start, stop, step)`, and a dtype
 * at the end. Float64 by default, for JavaScript cannot tell 1 from 1.0.
 * @throws RangeError for a step of 0 or a range that is not finite.
 */
export function arange(...args: readonly number[] | readonly [...number[], DType]): NDArray {
  const last = args[args.length - 1];
  const dtype = typeof last === 'string' ? checkDType(last, 'arange') : 'float64';
  const numbers = typeof last === 'string' ? args.slice(0, -1) : args;
  if (numbers.length < 1 || numbers.length > 3 || numbers.some(number => typeof number !== 'number')) {
    throw dataErrors.rangeArguments();
  }
  const [start, stop, step = 1] = (numbers.length === 1 ? [0, numbers[0]] : numbers) as [number, number, number?];
  if (step === 0) throw dataErrors.rangeStep();
  const length = Math.max(0, Math.ceil((stop - start) / step));
  if (!Number.isSafeInteger(length)) throw dataErrors.rangeIsInfinite(start, stop, step);
  // NumPy's own step: the difference of the first two elements, which rounding can make other than `step`.
  const delta = start + step - start;
  const values = allocate(dtype, length, 'arange');
  for (let i = 0; i < length; i++) values[i] = castNumber(i === 1 ? start + step : start + i * delta, dtype, 'arange');
  return NDArray.of({ shape: [length], dtype, values });
}

/** `num` numbers evenly from `start` to `stop`, both included unless `endpoint` is false. */
export function linspace(start: number, stop: number, num = 50, options: { endpoint?: boolean; dtype?: DType } = {}): NDArray {
  checkOptions(options, ['endpoint', 'dtype'], 'linspace');
  const { endpoint = true, dtype = 'float64' } = options;
  const [length] = shapeArgument([num], 'linspace') as [number];
  const values = allocate(checkDType(dtype, 'linspace'), length, 'linspace');
  const gaps = endpoint ? length - 1 : length;
  const step = (stop - start) / gaps;
  for (let i = 0; i < length; i++) {
    // NumPy multiplies last when the step underflows to 0.
    const distance = gaps <= 0 ? i * (stop - start) : step === 0 ? (i / gaps) * (stop - start) : i * step;
    values[i] = castNumber(endpoint && i > 0 && i === length - 1 ? stop : distance + start, dtype, 'linspace');
  }
  return NDArray.of({ shape: [length], dtype, values });
}

/** Ones on the `k`-th diagonal of an n × m matrix, zeros elsewhere. */
export function eye(n: number, m: number = n, k = 0, dtype: DType = 'float64'): NDArray {
  const shape = shapeArgument([n, m], 'eye');
  const values = allocate(checkDType(dtype, 'eye'), sizeOf(shape), 'eye');
  for (let row = Math.max(0, -k); row < n && row + k < m; row++) values[row * m + row + k] = 1;
  return NDArray.of({ shape, dtype, values });
}
