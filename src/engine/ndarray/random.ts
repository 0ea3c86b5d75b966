/** @file `np.random`: NumPy's legacy generator, so that a seed gives the numbers that it gives in the book. */
import { randomErrors } from '../errors/random.js';
import { blockOf } from './block.js';
import { allocate, checkDType, type DType } from './dtype.js';
import { MersenneTwister } from './mt19937.js';
import { asNDArray, NDArray } from './ndarray.js';
import { shapeArgument, sizeOf, type NumbersArgument, type Shape } from './shape.js';
import type { ArrayLike } from './parse.js';

let generator = new MersenneTwister(Math.floor(Math.random() * 2 ** 32));
/** The polar method makes two numbers at a time; this is the one still to be given. */
let spare: number | null = null;

/** Marsaglia's polar method, pair by pair in one loop: a call for each number took twice as long. */
function fillNormal(values: Float64Array): void {
  const { length } = values;
  let i = 0;
  if (spare !== null && length > 0) {
    values[i++] = spare;
    spare = null;
  }
  while (i < length) {
    const x1 = 2 * generator.double() - 1;
    const x2 = 2 * generator.double() - 1;
    const r2 = x1 * x1 + x2 * x2;
    if (r2 >= 1 || r2 === 0) continue;
    const factor = Math.sqrt(-2 * Math.log(r2) / r2);
    values[i++] = factor * x2;
    if (i < length) values[i++] = factor * x1;
    else spare = factor * x1;
  }
}

function fillUniform(values: Float64Array): void {
  for (let i = 0; i < values.length; i++) values[i] = generator.double();
}

/** Uniform in 0 … max, by drawing again what is masked too large. */
function below(max: number): number {
  // NumPy draws nothing where there is nothing to choose.
  if (max === 0) return 0;
  const mask = 0xffffffff >>> Math.clz32(max);
  let value: number;
  do value = (generator.uint32() & mask) >>> 0; while (value > max);
  return value;
}

function sample(shape: Shape, fill: (values: Float64Array) => void): NDArray {
  const values = allocate('float64', sizeOf(shape)) as Float64Array;
  fill(values);
  return NDArray.of({ shape, dtype: 'float64', values });
}

type Size = number | readonly number[] | null;

function sizeArgument(size: Size, operation: string): Shape {
  return size === null ? [] : shapeArgument([size], operation);
}

/** Starts again, so that the same numbers follow. @throws RangeError unless the seed is an integer from 0 to 2³² - 1. */
function seed(value: number): void {
  if (!Number.isInteger(value) || value < 0 || value >= 2 ** 32) throw randomErrors.notASeed(value);
  generator = new MersenneTwister(value);
  spare = null;
}

/** Uniform in [0, 1), of the given shape. */
function rand(...shape: NumbersArgument): NDArray {
  return sample(shapeArgument(shape, 'random.rand'), fillUniform);
}

/** Standard normal, of the given shape. */
function randn(...shape: NumbersArgument): NDArray {
  return sample(shapeArgument(shape, 'random.randn'), fillNormal);
}

/**
 * Integers from `low` up to but without `high`, or below `low` where `high` is null. int32.
 * @throws RangeError if there are none, or int32 cannot hold them.
 */
function randint(low: number, high: number | null = null, size: Size = null, dtype: DType = 'int32'): NDArray {
  const [from, to] = high === null ? [0, low] : [low, high];
  if (!Number.isInteger(from) || !Number.isInteger(to)) throw randomErrors.boundsNoIntegers(from, to);
  if (from >= to) throw randomErrors.noIntegerBetween(from, to);
  if (from < -(2 ** 31) || to > 2 ** 31) throw randomErrors.beyondInt32(from, to);
  const shape = sizeArgument(size, 'random.randint');
  const values = allocate(checkDType(dtype, 'random.randint'), sizeOf(shape));
  for (let i = 0; i < values.length; i++) values[i] = from + below(to - from - 1);
  return NDArray.of({ shape, dtype, values });
}

/** Uniform in [low, high). */
function uniform(low = 0, high = 1, size: Size = null): NDArray {
  return sample(sizeArgument(size, 'random.uniform'), fillUniform).mul(high - low).add(low);
}

/** Normal with mean `loc` and standard deviation `scale`. */
function normal(loc = 0, scale = 1, size: Size = null): NDArray {
  return sample(sizeArgument(size, 'random.normal'), fillNormal).mul(scale).add(loc);
}

/** 0 … n - 1, or the rows of an array, in random order. */
function permutation(x: ArrayLike): NDArray {
  const order = Int32Array.from({ length: typeof x === 'number' ? shapeArgument([x], 'random.permutation')[0]! : asNDArray(x).length }, (_, i) => i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = below(i);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  if (typeof x === 'number') return NDArray.of({ shape: [order.length], dtype: 'int32', values: order });
  const { shape, dtype, values } = blockOf(asNDArray(x));
  const length = values.length / order.length;
  const shuffled = allocate(dtype, values.length);
  for (const [to, row] of order.entries()) shuffled.set(values.subarray(row * length, (row + 1) * length), to * length);
  return NDArray.of({ shape, dtype, values: shuffled });
}

export const random = { seed, rand, randn, randint, uniform, normal, permutation } as const;
