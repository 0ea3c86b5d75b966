/** @file The matrix product by WebAssembly against exact sums, at sizes around its panels and blocks. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kernelModule } from '../../../scripts/build/kernels.mjs';
import { elements, np, type NDArray } from '../../../src/engine/ndarray/index.js';
import { multiplyFast } from '../../../src/engine/ndarray/kernels/product.js';

const sizes: readonly (readonly [number, number, number])[] = [
  [8, 8, 8], [9, 7, 11], [4, 300, 4], [131, 5, 3], [2, 2, 513], [130, 257, 6], [3, 512, 515], [33, 65, 17],
];

/** Small whole numbers, whose sums are exact in any order. */
const integers = (rows: number, columns: number, step: number): NDArray => np.array(Float64Array.from({ length: rows * columns }, (_, i) => ((i * step) % 17) - 8)).reshape(rows, columns);

function exactProduct(a: NDArray, b: NDArray): number[] {
  const [x, y] = [elements(a), elements(b)];
  const [m, k, n] = [a.shape[0]!, a.shape[1]!, b.shape[1]!];
  return Array.from({ length: m * n }, (_, at) => {
    let sum = 0;
    for (let l = 0; l < k; l++) sum += x[Math.floor(at / n) * k + l]! * y[l * n + (at % n)]!;
    return sum;
  });
}

describe('a product in blocks is the product', () => {
  test.each(sizes)('(%i, %i) by (…, %i), in float64 and float32', (m, k, n) => {
    const [a, b] = [integers(m, k, 5), integers(k, n, 7)];
    const exact = exactProduct(a, b);
    expect(elements(a.matmul(b))).toEqual(exact);
    expect(elements(a.astype('float32').matmul(b.astype('float32')))).toEqual(exact);
    expect(a.astype('float32').matmul(b).dtype).toBe('float64');
  });

  test('also of stacks, and where an infinity stands beside the padding', () => {
    const [a, b] = [np.ones([3, 9, 10]), np.ones([10, 5])];
    expect(elements(np.array(a).matmul(b))).toEqual(new Array<number>(3 * 9 * 5).fill(10));
    const x = np.ones([9, 9]);
    x.set(Infinity, 8, 8);
    expect(x.matmul(np.ones([9, 9])).at(8, 0)).toBe(Infinity);
    expect(x.matmul(np.ones([9, 9])).at(0, 0)).toBe(9);
  });
});

test('what is too small to be worth packing is left to the plain loops', () => {
  const [a, out] = [new Float64Array(4).fill(1), new Float64Array(4)];
  expect(multiplyFast(a, 0, a, 0, out, 0, 2, 2, 2)).toBe(false);
  expect([...out]).toEqual([0, 0, 0, 0]);
});

test('the module is what the compiler makes of src/kernels', async () => {
  expect(readFileSync('src/engine/ndarray/kernels/product.wasm.ts', 'utf8')).toBe(await kernelModule());
});
