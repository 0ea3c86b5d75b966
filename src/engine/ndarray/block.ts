/** @file What the kernels work on: elements, shape and dtype, without an NDArray's identity. */
import type { DType, TypedArray } from './dtype.js';
import type { Shape } from './shape.js';

/** Contiguous row-major elements. Kernels read their operands' `values` and return fresh ones. */
export interface Block {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly values: TypedArray;
}

/** Keys of an NDArray's own elements. Symbols, so that no snippet reaches the live elements past the version count. */
export const STORAGE: unique symbol = Symbol('storage');
export const SCALAR: unique symbol = Symbol('scalar');

/** An NDArray as its own kernels see it: a 0-d float64 keeps its number in SCALAR and has no STORAGE. */
export interface Stored {
  readonly shape: Shape;
  readonly dtype: DType;
  readonly [STORAGE]: TypedArray | null;
  [SCALAR]: number;
}

export function blockOf(array: Stored): Block {
  return { shape: array.shape, dtype: array.dtype, values: array[STORAGE] ?? Float64Array.of(array[SCALAR]) };
}

export function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && STORAGE in value;
}
