/** @file Reads the fixtures that NumPy wrote (scripts/numpy-fixtures.py). */
import { readFileSync } from 'node:fs';
import type { DType } from '../../../src/engine/ndarray/dtype.js';
import { array, type NDArray, type NumberArray } from '../../../src/engine/ndarray/index.js';

export interface NumPyArray {
  readonly dtype: DType;
  readonly shape: readonly number[];
  readonly data: string;
}

export function readFixture<T>(name: string): T & { readonly numpy: string } {
  return JSON.parse(readFileSync(new URL(`../../fixtures/numpy/${name}.json`, import.meta.url), 'utf8')) as T & { readonly numpy: string };
}

/** Elements in base64, repeated to the size that the shape needs. */
export function arrayFrom({ dtype, shape, data }: NumPyArray): NDArray {
  const elements = elementsOf(dtype, data);
  const size = shape.reduce((x, y) => x * y, 1);
  if (elements.length === size) return array(elements, dtype).reshape(shape);
  return array(Float64Array.from({ length: size }, (_, i) => elements[i % elements.length]!), dtype).reshape(shape);
}

function elementsOf(dtype: DType, data: string): NumberArray {
  const { buffer } = Uint8Array.from(Buffer.from(data, 'base64'));
  switch (dtype) {
    case 'float64': return new Float64Array(buffer);
    case 'float32': return new Float32Array(buffer);
    case 'int32': return new Int32Array(buffer);
    case 'bool': return new Uint8Array(buffer);
  }
}

/** All elements as numbers, in row-major order. */
export function flat(x: NDArray): number[] {
  return [x.astype('float64').reshape(-1).tolist()].flat().map(Number);
}
