import { describe, expect, it } from 'vitest';
import { getItem, type Index, np, slice, sum, mul, Variable } from '../../../src/engine/index.js';
import { arrayFrom, readFixture, type NumPyArray } from '../ndarray/numpy.js';
import { expectWithin } from './ulps.js';

type Written = number | null | '...' | { slice: [number | null, number | null, number | null] } | { list: number[] } | { mask: boolean[] };
const { selections, numpy } = readFixture<{ selections: { x: NumPyArray; indices: Written[]; result: NumPyArray | null }[] }>('functions');

function indexFrom(written: Written): Index {
  if (typeof written !== 'object' || written === null) return written;
  if ('slice' in written) return slice(...written.slice);
  return 'mask' in written ? np.array(written.mask) : written.list;
}

describe('getItem', () => {
  it(`selects what NumPy ${numpy} selects, or refuses it`, () => {
    for (const { x, indices, result } of selections) {
      const what = `${JSON.stringify(indices)} of (${x.shape.join(', ')})`;
      const select = (): Variable => getItem(new Variable(arrayFrom(x)), ...indices.map(indexFrom));
      if (result === null) expect(select, what).toThrow(/^getItem/);
      else expectWithin(0, select().data, arrayFrom(result), what);
    }
    expect(selections.filter(each => each.result !== null).length).toBeGreaterThan(300);
  });

  it('gives each element the gradients of all the places that it went to, to the last', () => {
    for (const { x, indices, result } of selections) {
      if (result === null) continue;
      const v = new Variable(arrayFrom(x).astype('float64'));
      const y = v.getItem(...indices.map(indexFrom));
      const weights = np.arange(y.size).add(1).reshape(y.shape);
      mul(y, weights).backward();
      // Linear in v: the gradient's product with v is y's with the weights.
      expect(v.grad!.mul(v.data).sum().item()).toBe(y.data.mul(weights).sum().item());
      expect(v.grad!.shape).toEqual(v.shape);
    }
  });

  it('adds the gradients of repeated indices (book step 47)', () => {
    const x = new Variable([[1, 2, 3], [4, 5, 6]]);
    const y = getItem(x, [0, 0, 1]);
    expect(y.data.tolist()).toEqual([[1, 2, 3], [1, 2, 3], [4, 5, 6]]);
    y.backward();
    expect(x.grad!.tolist()).toEqual([[2, 2, 2], [1, 1, 1]]);
    expect(y.creator!.name).toBe('GetItem');
  });

  it('takes the rows, ranges and columns of SPEC §2', () => {
    const x = np.arange(12).reshape(3, 4);
    expect(getItem(x, 1).tolist()).toEqual([4, 5, 6, 7]);
    expect(getItem(x, slice(1, 3)).tolist()).toEqual([[4, 5, 6, 7], [8, 9, 10, 11]]);
    expect(getItem(x, 0, slice()).tolist()).toEqual([0, 1, 2, 3]);
    expect(getItem(x, slice(null, null, -2), 0).tolist()).toEqual([8, 0]);
    expect(getItem(x, x.gt(9)).tolist()).toEqual([10, 11]);
    expect(getItem(x, '...', null).shape).toEqual([3, 4, 1]);
    expect(getItem(x, np.array([[0, 1], [2, 0]], 'int32')).shape).toEqual([2, 2, 4]);
    expect(getItem(x, [], 0).shape).toEqual([0]);
    expect(String(getItem(x, 2, 3))).toBe('11.0');
    expect(x.getItem(-1).tolist()).toEqual([8, 9, 10, 11]);
  });

  it('copies: what is done to a part does not reach the whole', () => {
    const x = np.arange(4);
    getItem(x, slice(0, 2)).fill(9);
    expect(x.tolist()).toEqual([0, 1, 2, 3]);
  });

  it('keeps every dtype, and gradients in float32 for float32', () => {
    for (const dtype of ['float32', 'int32', 'bool'] as const) expect(getItem(np.ones([3], dtype), [0, 0]).dtype).toBe(dtype);
    const x = new Variable(np.ones([3], 'float32'));
    sum(getItem(x, [0, 0])).backward();
    expect([x.grad!.dtype, x.grad!.tolist()]).toEqual(['float32', [2, 0, 0]]);
  });
});
