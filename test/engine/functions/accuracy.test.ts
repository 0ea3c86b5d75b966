import { describe, expect, it } from 'vitest';
import { accuracy, NDArray, np, Variable } from '../../../src/engine/index.js';
import { arrayFrom, readFixture, type NumPyArray } from '../ndarray/numpy.js';

const { numpy, accuracies } = readFixture<{ accuracies: { y: NumPyArray; t: NumPyArray; accuracy: number }[] }>('training');

describe('accuracy (book step 48)', () => {
  it(`is what NumPy ${numpy} gives for the book's, where scores tie too`, () => {
    for (const { y, t, accuracy: share } of accuracies) expect(accuracy(arrayFrom(y), arrayFrom(t)).item()).toBe(share);
  });

  it('is a leaf that no gradient flows through', () => {
    const y = new Variable([[2, 1], [0, 3], [5, 4]]);
    const share = accuracy(y, [0, 1, 1]);
    expect(String(share)).toBe('variable(0.6666666666666666)');
    expect([share.creator, share.generation]).toEqual([null, 0]);
    expect(accuracy(y, new Variable([0, 1, 0])).data.item()).toBe(1);
    expect(accuracy(y.data, [0, 1, 1])).toBeInstanceOf(NDArray);
  });

  it('takes labels in a column, of any dtype', () => {
    const y = np.array([[2, 1], [0, 3]], 'float32');
    expect(accuracy(y, [[0], [1]]).item()).toBe(1);
    expect(accuracy(y, np.array([1, 1], 'int32')).item()).toBe(0.5);
    expect(accuracy(y, np.array([false, true])).item()).toBe(1);
  });

  it.each<[NDArray, number | number[] | number[][]]>([
    [np.ones(3), [0, 0, 0]],
    [np.ones(3, 2), [0, 0]],
    [np.ones(3, 2), [[0, 0, 0]]],
    [np.ones(3, 2), [[0, 1], [1, 0], [1, 0]]],
    [np.ones(1, 2), 0],
    [np.ones(2, 0), [0, 0]],
    [np.ones(2, 2, 2), [0, 0]],
  ])('refuses shapes that do not fit: %#', (y, t) => {
    expect(() => accuracy(y, t)).toThrow(/^accuracy: y has the shape \(.*\) and t \(.*\), but y must be \(samples, classes\)/);
  });

  it('refuses the share of no samples', () => {
    expect(() => accuracy(new Variable(np.ones(0, 2)), [])).toThrow('accuracy: y of shape (0, 2) has no samples');
  });
});
