/** @file softmax and its logarithm along an axis, of numbers of any size: the largest is taken off before exp. */
import { blockOf } from './block.js';
import { allocate, floatDType } from './dtype.js';
import { exp } from './exponential.js';
import { NDArray } from './ndarray.js';
import { pairwiseSum } from './reduce.js';
import { normalizeAxis, sizeOf } from './shape.js';

/** Writes what a row of numbers becomes back into it. */
type Row = (row: Float64Array) => void;

const softmaxRow: Row = row => {
  const largest = maximumOf(row);
  for (let i = 0; i < row.length; i++) row[i] = exp(row[i]! - largest);
  const sum = pairwiseSum(row, 0, row.length);
  for (let i = 0; i < row.length; i++) row[i]! /= sum;
};

/** The largest element is the 1 in log(1 + rest), which log1p takes to the last digit also where the rest is small. */
const logSoftmaxRow: Row = row => {
  const largest = maximumOf(row);
  const rest = new Float64Array(row.length);
  for (let i = 0; i < row.length; i++) rest[i] = exp((row[i]! -= largest));
  rest[row.indexOf(0)] = 0;
  const logSum = Math.log1p(pairwiseSum(rest, 0, row.length));
  for (let i = 0; i < row.length; i++) row[i]! -= logSum;
};

function maximumOf(row: Float64Array): number {
  let largest = -Infinity;
  for (const x of row) if (x > largest || x !== x) largest = x;
  return largest;
}

/** exp(x) / sum(exp(x)) along an axis. @throws RangeError for an axis out of bounds. */
export function softmax(x: NDArray, axis: number): NDArray {
  return alongRows(x, axis, softmaxRow, 'softmax');
}

/** log(softmax(x)), also where softmax itself is too small for a number. @throws RangeError for an axis out of bounds. */
export function logSoftmax(x: NDArray, axis: number): NDArray {
  return alongRows(x, axis, logSoftmaxRow, 'logSoftmax');
}

/** Computes in doubles; a float32 result is rounded once. */
function alongRows(x: NDArray, axis: number, compute: Row, operation: string): NDArray {
  const { shape, dtype, values } = blockOf(x);
  const along = normalizeAxis(axis, shape.length, operation);
  const n = shape[along]!;
  const step = sizeOf(shape.slice(along + 1));
  const out = allocate(floatDType(dtype), values.length);
  const row = new Float64Array(n);
  const stretch = n * step;
  for (let block = 0; block < values.length; block += stretch) {
    for (let first = block; first < block + step; first++) {
      for (let i = 0; i < n; i++) row[i] = values[first + i * step]!;
      compute(row);
      for (let i = 0; i < n; i++) out[first + i * step] = row[i]!;
    }
  }
  return NDArray.of({ shape, dtype: floatDType(dtype), values: out });
}
