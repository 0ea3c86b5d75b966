import { describe, expect, it } from 'vitest';
import { np } from '../../../src/engine/index.js';
import { arrayFrom, readFixture, type NumPyArray } from './numpy.js';

const { numpy, positions } = readFixture<{
  positions: { op: 'argmax' | 'argmin'; x: NumPyArray; axis: number | null; keepdims: boolean; result: NumPyArray | null }[];
}>('training');

describe('argmax and argmin', () => {
  it.each(['argmax', 'argmin'] as const)(`%s is as NumPy ${numpy}'s, with ties, nan, no axes and no elements`, name => {
    for (const { x, axis, keepdims, result } of positions.filter(each => each.op === name)) {
      const find = () => arrayFrom(x)[name]({ axis, keepdims });
      const what = `axis ${String(axis)} of ${x.dtype} (${x.shape.join(', ')})`;
      if (result === null) {
        expect(find, what).toThrow(`${name}: an array of shape`);
        continue;
      }
      const [actual, expected] = [find(), arrayFrom(result)];
      expect([actual.dtype, actual.shape, actual.tolist()], what).toEqual(['int32', expected.shape, expected.tolist()]);
    }
  });

  it('take the axis alone too, and stand in np', () => {
    const x = np.array([[1, 5, 2], [7, 0, 7]]);
    expect([x.argmax(), x.argmax(1), x.argmin(-1), np.argmax([3, 4]), np.argmin([[3, 4]], 0)].map(each => each.tolist())).toEqual([3, [1, 0], [0, 1], 1, [0, 0]]);
  });

  it('take one axis only, and none that there is not', () => {
    expect(() => np.ones(2, 2).argmax([0, 1] as unknown as number)).toThrow('argmax: an array is no axis: give one axis');
    expect(() => np.ones(2, 2).argmin({ axis: [0] as unknown as number })).toThrow('argmin: an array is no axis');
    expect(() => np.ones(2, 2).argmax(2)).toThrow('argmax: axis 2 is out of bounds');
    expect(() => np.ones(2, 2).argmax({ dim: 0 } as object)).toThrow("argmax: unknown option 'dim'");
    expect(() => np.zeros(0).argmax()).toThrow('argmax: an array of shape (0,) has no elements along axis 0, so there is no maximum');
  });
});
