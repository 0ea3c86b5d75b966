import { describe, expect, it } from 'vitest';
import { DataLoader, len, type NDArray, np, spiral } from '../../../src/engine/index.js';
import { readFixture } from '../ndarray/numpy.js';

const { numpy, orders } = readFixture<{ orders: { samples: number; batchSize: number; passes: number[][][] }[] }>('training');
/** Rows that say which they are. */
const numbered = (samples: number): [NDArray, NDArray] => [np.arange(samples).mul(10).reshape(samples, 1), np.arange(samples, 'int32')];
const labels = (loader: DataLoader): unknown[] => [...loader].map(([, t]) => t.tolist());

describe('a DataLoader (book step 50)', () => {
  it.each(orders)(`gives $samples samples in batches of $batchSize, in the order that NumPy ${numpy} gives the book's`, ({ samples, batchSize, passes }) => {
    np.random.seed(samples);
    const loader = new DataLoader(numbered(samples), batchSize);
    for (const pass of passes) {
      const batches = [...loader];
      expect(batches.map(([, t]) => t.tolist())).toEqual(pass);
      expect(batches.map(([x]) => x.tolist())).toEqual(pass.map(batch => batch.map(i => [10 * i])));
    }
  });

  it('has the number of batches for its length, of which the last may be smaller', () => {
    const loader = new DataLoader(numbered(7), 3);
    expect([loader.length, len(loader), [...loader].map(([x]) => x.shape)]).toEqual([3, 3, [[3, 1], [3, 1], [1, 1]]]);
    expect(new DataLoader(numbered(6), 3).length).toBe(2);
    expect(new DataLoader(numbered(6), 100).length).toBe(1);
  });

  it('keeps shapes behind the first axis, and dtypes', () => {
    const [[x, t]] = [...new DataLoader(spiral(), 30)] as [[NDArray, NDArray]];
    expect([x.shape, x.dtype, t.shape, t.dtype]).toEqual([[30, 2], 'float32', [30], 'int32']);
  });

  it('keeps the order of the data without shuffle, and draws nothing then', () => {
    np.random.seed(3);
    const next = np.random.rand(1).item();
    np.random.seed(3);
    const loader = new DataLoader(numbered(5), 2, { shuffle: false });
    expect([labels(loader), labels(loader)]).toEqual([[[0, 1], [2, 3], [4]], [[0, 1], [2, 3], [4]]]);
    expect(np.random.rand(1).item()).toBe(next);
  });

  it('begins with the first batch again after a loop that was left, in a new order', () => {
    np.random.seed(7);
    const [first, second] = [np.random.permutation(7).tolist(), np.random.permutation(7).tolist()] as number[][];
    np.random.seed(7);
    const loader = new DataLoader(numbered(7), 3);
    for (const [, t] of loader) {
      expect(t.tolist()).toEqual(first!.slice(0, 3));
      break;
    }
    expect(labels(loader).flat()).toEqual(second);
  });

  it('draws a new order on reset, which a pass that is under way does not see', () => {
    np.random.seed(7);
    const [first, second] = [np.random.permutation(7).tolist(), np.random.permutation(7).tolist()] as number[][];
    np.random.seed(7);
    const loader = new DataLoader(numbered(7), 7);
    loader.reset();
    expect(labels(loader)).toEqual([second]);
    np.random.seed(7);
    const other = new DataLoader(numbered(7), 3);
    const seen: unknown[] = [];
    for (const [, t] of other) {
      seen.push(t.tolist());
      other.reset();
    }
    expect(seen.flat()).toEqual(first);
  });

  it('takes any number of arrays, and types as many', () => {
    const [batch] = [...new DataLoader([np.arange(4)], 4, { shuffle: false })];
    expect(batch![0].tolist()).toEqual([0, 1, 2, 3]);
    const [[a, b, c]] = [...new DataLoader([np.zeros(2), np.ones(2), np.full(2, 2)], 2)] as [[NDArray, NDArray, NDArray]];
    expect([a, b, c].map(each => each.at(0))).toEqual([0, 1, 2]);
  });

  it('stacks the parts of examples', () => {
    const loader = new DataLoader([[[1, 2], 0], [new Float64Array([3, 4]), 1], [np.array([5, 6]), 1]], 2, { shuffle: false });
    expect([...loader].map(batch => batch.map(each => each.tolist()))).toEqual([[[[1, 2], [3, 4]], [0, 1]], [[[5, 6]], [1]]]);
    expect([...new DataLoader([[true], [false]], 2, { shuffle: false })].map(batch => batch.map(each => each.tolist()))).toEqual([[[true, false]]]);
  });

  it.each<[string, unknown, unknown, unknown, string]>([
    ['a batch size of 0', numbered(2), 0, {}, 'DataLoader: the batch size is 0, but must be a positive integer'],
    ['half a sample', numbered(2), 1.5, {}, 'DataLoader: the batch size is 1.5'],
    ['no batch size', numbered(2), undefined, {}, 'DataLoader: the batch size is undefined'],
    ['one array alone', np.ones(3), 2, {}, 'DataLoader: the data are an NDArray, but must be an array: [x, t]'],
    ['no data', [], 2, {}, 'DataLoader: there are no samples'],
    ['arrays without rows', [np.zeros(0, 2), np.zeros(0)], 2, {}, 'DataLoader: there are no samples'],
    ['an array that is 0-d', [np.ones(2), np.array(1)], 2, {}, 'DataLoader: array 1 is 0-d'],
    ['arrays of different lengths', [np.ones(4, 2), np.ones(3)], 2, {}, 'DataLoader: array 0 has the shape (4, 2) and array 1 (3,)'],
    ['numbers for examples', [1, 2], 2, {}, 'DataLoader: example 0 is a number, but must be an array of its parts'],
    ['an array beside a list', [np.ones(2), [0, 1]], 2, {}, 'DataLoader: example 0 is an NDArray'],
    ['examples of different parts', [[1, 2], [3]], 2, {}, 'DataLoader: example 0 has 2 parts and example 1 has 1'],
    ['parts of different shapes', [[[1, 2], 0], [[3], 1]], 2, {}, 'a ragged array (element 0 has the shape (2,), element 1 (1,))'],
    ['false for options', numbered(2), 2, false, 'DataLoader: shuffle is a switch, not a boolean: give { shuffle: true } or { shuffle: false }'],
    ['an unknown option', numbered(2), 2, { drop: 1 }, "DataLoader: unknown option 'drop': give { shuffle }"],
  ])('refuses %s', (_, data, batchSize, options, text) => {
    expect(() => new DataLoader(data as [NDArray], batchSize as number, options as object)).toThrow(text);
  });
});
