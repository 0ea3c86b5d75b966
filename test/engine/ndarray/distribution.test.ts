import { describe, expect, it } from 'vitest';
import { blockMeans, distribution, np, statistics } from '../../../src/engine/ndarray/index.js';
import { arrayFrom, readFixture, type NumPyArray } from './numpy.js';

interface Case {
  readonly x: NumPyArray;
  readonly std: number | null;
  readonly bins: readonly number[];
  readonly zeros: number;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
}

const { cases } = readFixture<{ cases: readonly Case[] }>('distributions');

describe('how elements are spread', () => {
  it.each(cases.map((each, index) => [index, each.x.dtype, each] as const))('array %i of %s has the counts, bins and deviation of NumPy', (_, __, { x, std, ...counts }) => {
    const array = arrayFrom(x);
    const { std: ours, ...rest } = distribution(array, statistics(array), 20);
    expect(rest).toEqual(counts);
    if (std === null) expect(ours).toBeNull();
    else expect(Math.abs(ours! - std)).toBeLessThanOrEqual(1e-13 * std);
  });

  it('is right where the range, or its smallest part, is no number', () => {
    const large = np.array([-1.5e308, 0, 1.5e308]);
    expect(distribution(large, statistics(large), 3)).toMatchObject({ bins: [1, 1, 1] });
    expect(distribution(large, statistics(large), 3).std! / 1e308).toBeCloseTo(1.5 * Math.sqrt(2 / 3), 12);
    const small = np.array([0, 5e-324]);
    expect(distribution(small, statistics(small), 20).bins.reduce((sum, count) => sum + count)).toBe(2);
  });
});

describe('a page of an array', () => {
  const elements = { rows: 1, columns: 1 };
  const cube = np.arange(24).reshape(2, 3, 4);

  it('is a rectangle of the table that the leading indices choose', () => {
    expect(blockMeans(cube, { leading: [1], row: 1, column: 2, rows: 2, columns: 2, block: elements })).toEqual([18, 19, 22, 23]);
    expect(blockMeans(np.arange(5), { leading: [], row: 3, column: 0, rows: 9, columns: 9, block: elements })).toEqual([3, 4]);
    expect(blockMeans(np.array(7), { leading: [], row: 0, column: 0, rows: 1, columns: 1, block: elements })).toEqual([7]);
    expect(blockMeans(np.array([true, false]), { leading: [], row: 0, column: 0, rows: 2, columns: 1, block: elements })).toEqual([1, 0]);
  });

  it('is the means of blocks, smaller ones at the end', () => {
    const whole = { leading: [0], row: 0, column: 0, rows: 3, columns: 4 };
    expect(blockMeans(cube, { ...whole, block: { rows: 2, columns: 3 } })).toEqual([(0 + 1 + 2 + 4 + 5 + 6) / 6, 5, 9, 11].map(mean => expect.closeTo(mean, 12) as unknown));
    expect(blockMeans(np.array([1, NaN, 3, Infinity]), { leading: [], row: 0, column: 0, rows: 4, columns: 1, block: { rows: 2, columns: 1 } })).toEqual([NaN, Infinity]);
    expect(blockMeans(np.full(4, 1.7e308), { leading: [], row: 0, column: 0, rows: 4, columns: 1, block: { rows: 4, columns: 1 } })![0]).toBeCloseTo(1.7e308, -300);
  });

  it('is null for a place that there is not', () => {
    const page = { leading: [1], row: 0, column: 0, rows: 1, columns: 1, block: elements };
    for (const wrong of [{ leading: [] }, { leading: [2] }, { leading: [0, 0] }, { row: 3 }, { column: 4 }]) expect(blockMeans(cube, { ...page, ...wrong })).toBeNull();
    expect(blockMeans(np.zeros([0, 3]), { ...page, leading: [] })).toBeNull();
  });
});
