/** @file Long sums and products are as near to the exact numbers as NumPy's. */
import { describe, expect, test } from 'vitest';
import { elements, type NDArray, np } from '../../../src/engine/ndarray/index.js';
import { arrayFrom, readFixture } from './numpy.js';

const fixture = readFixture<{
  sums: { rows: number; columns: number; axis: number; exact: string; error: number }[];
  products: { m: number; k: number; n: number; exact: string; error: number }[];
}>('accuracy');

/** As the fixture's script has it, to the bit. */
const spread = (length: number, start = 0): Float64Array => Float64Array.from({ length }, (_, i) => 2 * (((i + start) * 0.6180339887498949) % 1) - 1);

function relativeError(actual: NDArray, exact: NDArray): number {
  const [ours, theirs] = [elements(actual), elements(exact)];
  return Math.max(...theirs.map((value, i) => Math.abs(ours[i]! - value))) / Math.max(...theirs.map(Math.abs));
}

describe(`the error is no larger than that of NumPy ${fixture.numpy}`, () => {
  test.each(fixture.sums)('of sums: ($rows, $columns) over axis $axis', ({ rows, columns, axis, exact, error }) => {
    const x = np.array(spread(rows * columns).map(value => value + 0.1)).reshape(rows, columns);
    expect(relativeError(x.sum(axis), arrayFrom({ dtype: 'float64', shape: [axis === 0 ? columns : rows], data: exact }))).toBeLessThanOrEqual(error);
  });

  test.each(fixture.products)('of matrix products: ($m, $k) by ($k, $n)', ({ m, k, n, exact, error }) => {
    const [a, b] = [np.array(spread(m * k)).reshape(m, k), np.array(spread(k * n, 7)).reshape(k, n)];
    // Sums of another order fall a rounding to either side: a tenth covers it, and no coarser sum.
    expect(relativeError(a.matmul(b), arrayFrom({ dtype: 'float64', shape: [m, n], data: exact }))).toBeLessThanOrEqual(1.1 * error);
  });
});
