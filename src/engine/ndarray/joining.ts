/** @file Kernels of several arrays and of selections, on NDArrays: what the Functions and `np` call. */
import { blockOf } from './block.js';
import { concatenate as join } from './concatenate.js';
import { extreme } from './extremes.js';
import { gather, scatterAdd, type Selection } from './indexing.js';
import { asNDArray, NDArray, weakArray } from './ndarray.js';

/** The selected elements of `x`. */
export function take(x: NDArray, selection: Selection): NDArray {
  return NDArray.of(gather(blockOf(x), selection));
}

/** Zeros of the shape that was selected from, with `g`'s elements added to the selected ones. */
export function putBack(g: NDArray, selection: Selection): NDArray {
  return NDArray.of(scatterAdd(blockOf(g), selection));
}

/** See {@link join}. */
export function concatenate(arrays: readonly NDArray[], axis = 0, operation = 'concatenate'): NDArray {
  return NDArray.of(join(arrays.map(blockOf), axis, operation));
}

/** The larger of two elements, broadcast; nan where one is. A number is weak beside an array. */
export function maximum(a: NDArray | number, b: NDArray | number): NDArray {
  return NDArray.of(extreme('maximum', ...pair(a, b, 'maximum')));
}

/** The smaller of two elements, broadcast; nan where one is. A number is weak beside an array. */
export function minimum(a: NDArray | number, b: NDArray | number): NDArray {
  return NDArray.of(extreme('minimum', ...pair(a, b, 'minimum')));
}

function pair(a: NDArray | number, b: NDArray | number, operation: string): [ReturnType<typeof blockOf>, ReturnType<typeof blockOf>] {
  const beside = (value: NDArray | number, other: NDArray | number): NDArray =>
    typeof value === 'number' && other instanceof NDArray ? weakArray(value, other.dtype, operation) : asNDArray(value);
  return [blockOf(beside(a, b)), blockOf(beside(b, a))];
}
