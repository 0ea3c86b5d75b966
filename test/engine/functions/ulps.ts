/** @file Compares arrays to so many units in the last place of what NumPy gave. */
import { expect } from 'vitest';
import { elements, type NDArray } from '../../../src/engine/ndarray/index.js';

const bits = new DataView(new ArrayBuffer(8));

/** How far the next number of the dtype is from x. */
export function spacing(x: number, dtype: string): number {
  const size = Math.abs(x);
  if (dtype === 'float32') {
    bits.setFloat32(0, size);
    bits.setInt32(0, bits.getInt32(0) + 1);
    return bits.getFloat32(0) - size;
  }
  bits.setFloat64(0, size);
  bits.setBigInt64(0, bits.getBigInt64(0) + 1n);
  return bits.getFloat64(0) - size;
}

/** The same dtype, shape and elements, each within `ulps` of the expected one. */
export function expectWithin(ulps: number, actual: NDArray, expected: NDArray, what = ''): void {
  expect([actual.dtype, actual.shape], what).toEqual([expected.dtype, expected.shape]);
  const [ours, theirs] = [elements(actual), elements(expected)];
  const wrong = theirs.findIndex((value, i) => {
    const own = ours[i]!;
    return own !== value && !(Number.isNaN(own) && Number.isNaN(value)) && !(Math.abs(own - value) <= ulps * spacing(value, expected.dtype));
  });
  if (wrong >= 0) expect(ours[wrong], `${what}, element ${String(wrong)}, to ${String(ulps)} ulp`).toBe(theirs[wrong]);
}
