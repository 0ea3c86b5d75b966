/** @file The members of an NDArray: elements, writes in place, shapes, and what errors say. */
import { describe, expect, test } from 'vitest';
import type { NDArray} from '../../../src/engine/ndarray/index.js';
import { elements, len, mutations, np, promote, statistics, weakArray, weakDType, where, zerosLike } from '../../../src/engine/ndarray/index.js';
import { flat } from './numpy.js';

const matrix = (): NDArray => np.array([[1, 2, 3], [4, 5, 6]]);

describe('elements', () => {
  test('at takes an index for each axis, negative ones from the end', () => {
    expect(matrix().at(1, -1)).toBe(6);
    expect(np.array(7).at()).toBe(7);
    expect(np.array([true]).at<boolean>(0)).toBe(true);
    expect(() => matrix().at(1)).toThrow('at: 1 index for an array of shape (2, 3): give one for each of its 2 axes');
    expect(() => matrix().at(0, 0, 0)).toThrow('at: 3 indices for an array of shape (2, 3), which has 2 axes');
    expect(() => matrix().at(0, 3)).toThrow('at: index 3 is out of bounds for axis 1 with size 3 of the shape (2, 3)');
    expect(() => matrix().at(-3, 0)).toThrow(RangeError);
    expect(() => matrix().at(0.5, 0)).toThrow('at: 0.5 is not an index');
  });

  test('item is the only element, as a plain value', () => {
    expect(np.array([[2.5]]).item()).toBe(2.5);
    expect(np.array(true).item<boolean>()).toBe(true);
    expect(np.array(3, 'int32').item()).toBe(3);
    expect(() => matrix().item()).toThrow('item: an array of shape (2, 3) has 6 elements');
  });

  test('tolist nests as the shape does', () => {
    expect(matrix().tolist()).toEqual([[1, 2, 3], [4, 5, 6]]);
    expect(np.array(2).tolist()).toBe(2);
    expect(np.zeros(2, 0).tolist()).toEqual([[], []]);
  });

  test('size, ndim, nbytes and length', () => {
    expect([matrix().size, matrix().ndim, matrix().nbytes, matrix().length, len(matrix())]).toEqual([6, 2, 48, 2, 2]);
    expect([np.array(1).size, np.array(1).ndim, np.array(1).nbytes]).toEqual([1, 0, 8]);
    expect(() => len(np.array(1))).toThrow(TypeError);
    expect(() => np.array(1).length).toThrow('len() of unsized object');
  });

  test('a shape cannot be changed behind the array', () => {
    expect(() => { (matrix().shape as number[])[0] = 9; }).toThrow(TypeError);
  });
});

describe('writes in place', () => {
  test('set writes one element, a row or everything, broadcast', () => {
    expect(matrix().set(9, 1, -1).tolist()).toEqual([[1, 2, 3], [4, 5, 9]]);
    expect(matrix().set(0, 1).tolist()).toEqual([[1, 2, 3], [0, 0, 0]]);
    expect(matrix().set([7, 8, 9], 0).tolist()).toEqual([[7, 8, 9], [4, 5, 6]]);
    expect(matrix().set([7, 8, 9]).tolist()).toEqual([[7, 8, 9], [7, 8, 9]]);
    expect(matrix().set([[1], [2]]).tolist()).toEqual([[1, 1, 1], [2, 2, 2]]);
    expect(matrix().set([[7, 8, 9]], 0).at(0, 1)).toBe(8);
    expect(matrix().set(matrix().mul(2)).tolist()).toEqual([[2, 4, 6], [8, 10, 12]]);
    expect(np.array(1).set(5).item()).toBe(5);
    expect(np.array(1, 'int32').set(5).item()).toBe(5);
    expect(() => matrix().set([1, 2])).toThrow('set: an array of shape (2,) cannot be broadcast to (2, 3)');
    expect(() => matrix().set(1, 5)).toThrow('set: index 5 is out of bounds');
    expect(() => matrix().set('a' as unknown as number)).toThrow('string is not supported as data of set');
  });

  test('values are cast to the dtype, and refused where it cannot hold them, before anything is written', () => {
    const x = np.zeros(2, 'int32');
    expect(x.set(1.9).tolist()).toEqual([1, 1]);
    expect(x.set([2.9, -2.9]).tolist()).toEqual([2, -2]);
    expect(() => x.set(NaN)).toThrow('set: NaN cannot be an element of an int32 array');
    expect(() => x.set([5, 3e9])).toThrow(RangeError);
    expect(x.tolist()).toEqual([2, -2]);
    expect(np.zeros(2, 'bool').set([0.5, 0]).tolist()).toEqual([true, false]);
    expect(np.zeros(1, 'bool').set(true).tolist()).toEqual([true]);
    expect(np.zeros(2, 'float32').set([0.1, 1]).at(0)).toBe(Math.fround(0.1));
  });

  test('fill writes one number everywhere', () => {
    expect(matrix().fill(3).tolist()).toEqual([[3, 3, 3], [3, 3, 3]]);
    expect(np.array(1).fill(0.5).item()).toBe(0.5);
    expect(() => matrix().fill([1] as unknown as number)).toThrow('fill: a number is needed, not an array');
  });

  test('each write moves the version on to a new time of the clock; a failed one does not', () => {
    const x = matrix();
    expect(x.version).toBe(0);
    const before = mutations.clock;
    x.set(1, 0, 0);
    expect(x.version).toBe(before + 1);
    x.fill(2);
    expect([x.version, mutations.clock]).toEqual([before + 2, before + 2]);
    expect(() => x.set([1, 2])).toThrow();
    expect(x.version).toBe(before + 2);
    const scalar = np.array(1);
    scalar.set(2);
    expect(scalar.version).toBe(before + 3);
    expect(x.copy().version).toBe(0);
  });

  test('no result shares elements with its operand', () => {
    const x = matrix();
    const row = np.array([1, 2]);
    const results = [x.copy(), x.reshape(3, 2), x.transpose(), x.broadcastTo(2, 3), x.sumTo(2, 3), x.astype('float64'), x.sum([]), np.array(x)];
    const scalar = np.array(1);
    const copies = [scalar.copy(), scalar.reshape([]), scalar.sum()];
    x.fill(0);
    scalar.fill(0);
    row.fill(0);
    for (const result of results) expect(flat(result).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const copy of copies) expect(copy.item()).toBe(1);
  });
});

describe('shapes', () => {
  test('reshape takes one array or several numbers, and finds one length', () => {
    expect(matrix().reshape(3, 2).tolist()).toEqual([[1, 2], [3, 4], [5, 6]]);
    expect(matrix().reshape([3, -1]).shape).toEqual([3, 2]);
    expect(matrix().reshape(-1).shape).toEqual([6]);
    expect(np.array(1).reshape(1, 1).shape).toEqual([1, 1]);
    expect(np.array([[5]]).reshape([]).item()).toBe(5);
    expect(np.zeros(0, 3).reshape(3, 0).shape).toEqual([3, 0]);
    expect(() => matrix().reshape(4, 2)).toThrow('reshape: an array of shape (2, 3) has 6 elements, which do not fill the shape (4, 2)');
    expect(() => matrix().reshape(4, -1)).toThrow('do not fill the shape (4, -1)');
    expect(() => np.zeros(0).reshape(0, -1)).toThrow('do not fill');
    expect(() => matrix().reshape(-1, -1)).toThrow('reshape: only one length of (-1, -1) may be -1');
    expect(() => matrix().reshape(-2, 3)).toThrow('reshape: negative lengths other than -1');
    expect(() => matrix().reshape(1.5)).toThrow('reshape: 1.5 is no integer');
  });

  test('transpose reverses the axes, or takes their order', () => {
    expect(matrix().T.tolist()).toEqual([[1, 4], [2, 5], [3, 6]]);
    const x = np.arange(24).reshape(2, 3, 4);
    expect(x.transpose(1, 0, 2).shape).toEqual([3, 2, 4]);
    expect(x.transpose([2, 0, 1]).at(3, 1, 2)).toBe(x.at(1, 2, 3));
    expect(x.transpose(-1, 0, 1).at(3, 1, 2)).toBe(x.at(1, 2, 3));
    expect(x.transpose(null).shape).toEqual([4, 3, 2]);
    expect(np.array(3).T.item()).toBe(3);
    expect(() => x.transpose(0, 1)).toThrow('transpose: axes (0, 1) do not match an array of shape (2, 3, 4): name each of its 3 axes once');
    expect(() => x.transpose(0, 1, 1)).toThrow('transpose: axis 1 is named twice in (0, 1, 1)');
    expect(() => x.transpose(0, 1, 3)).toThrow('transpose: axis 3 is out of bounds for an array of dimension 3: use -3 to 2');
  });

  test('broadcastTo and sumTo are each other\'s inverse in shape', () => {
    expect(np.array([1, 2, 3]).broadcastTo(2, 3).tolist()).toEqual([[1, 2, 3], [1, 2, 3]]);
    expect(np.array([[1], [2]]).broadcastTo([2, 2]).tolist()).toEqual([[1, 1], [2, 2]]);
    expect(np.array(3).broadcastTo(2).tolist()).toEqual([3, 3]);
    expect(matrix().sumTo(3).tolist()).toEqual([5, 7, 9]);
    expect(matrix().sumTo(2, 1).tolist()).toEqual([[6], [15]]);
    expect(matrix().sumTo([]).item()).toBe(21);
    expect(matrix().sumTo(1, 1).tolist()).toEqual([[21]]);
    expect(np.ones(2, 3, 4).sumTo(3, 1).tolist()).toEqual([[8], [8], [8]]);
    expect(np.zeros(0, 3).sumTo(3).tolist()).toEqual([0, 0, 0]);
    expect(() => matrix().broadcastTo(2, 2)).toThrow('broadcastTo: an array of shape (2, 3) cannot be broadcast to (2, 2)');
    expect(() => matrix().broadcastTo(3)).toThrow('cannot be broadcast to (3,)');
    expect(() => matrix().broadcastTo(-1, 3)).toThrow('broadcastTo: negative lengths');
    expect(() => matrix().sumTo(2)).toThrow('sumTo: an array of shape (2, 3) cannot be summed to (2,)');
  });

  test('reductions take axes in every spelling', () => {
    const x = matrix();
    for (const sum of [x.sum(0), x.sum([0]), x.sum({ axis: 0 }), x.sum({ axis: [-2] })]) expect(sum.tolist()).toEqual([5, 7, 9]);
    for (const sum of [x.sum(), x.sum(null), x.sum(undefined), x.sum({}), x.sum(0, 1), x.sum([0, 1]), x.sum({ axis: null })]) expect(sum.item()).toBe(21);
    expect(x.mean({ axis: 1, keepdims: true }).tolist()).toEqual([[2], [5]]);
    expect(x.max({ keepdims: true }).tolist()).toEqual([[6]]);
    expect(np.sum([1, 2]).item()).toBe(3);
    expect(() => x.sum(2)).toThrow('sum: axis 2 is out of bounds for an array of dimension 2: use -2 to 1');
    expect(() => x.sum(0.5)).toThrow('sum: 0.5 is not an axis');
    expect(() => x.mean([0, -2])).toThrow('mean: axis 0 is named twice in (0, -2)');
    expect(() => np.array(1).sum(1)).toThrow('a 0-d array has no axes');
    expect(() => x.sum({ keepDims: true } as object)).toThrow("sum: unknown option 'keepDims': give { axis, keepdims }, or the axes alone");
  });
});

describe('numbers beside arrays', () => {
  test('an int32 array stays int32 beside integral numbers, and only in their range', () => {
    const x = np.array([1, 2], 'int32');
    expect(x.add(1).dtype).toBe('int32');
    expect(x.mul(2.5).dtype).toBe('float64');
    expect(x.add(2147483647).tolist()).toEqual([-2147483648, -2147483647]);
    expect(() => x.add(3e9)).toThrow("add: the number 3000000000 does not fit in int32, which the int32 array beside it asks for (-2147483648 to 2147483647): convert the array first, with astype('float64')");
    expect(x.div(3e9).at(0)).toBe(1 / 3e9);
    expect(weakDType(2, 'bool')).toBe('int32');
    expect(weakDType(NaN, 'int32')).toBe('float64');
    expect(weakDType(1e300, 'float32')).toBe('float32');
    expect(weakArray(0.1, 'float32').item()).toBe(Math.fround(0.1));
    expect([promote('int32', 'float32'), promote('bool', 'int32'), promote('float32', 'bool')]).toEqual(['float64', 'int32', 'float32']);
  });

  test('other operands are a TypeError that says what is taken', () => {
    for (const [operand, what] of [[[1, 2], 'an array'], ['2', "'2'"], [null, 'null'], [undefined, 'undefined'], [true, 'a boolean']] as const) {
      for (const x of [np.array(1), matrix()]) {
        expect(() => x.mul(operand as unknown as number)).toThrow(`mul: the other operand of an NDArray is an NDArray or a number, not ${what}: make it one with np.array(…)`);
      }
    }
  });

  test('errors of operators name them, the shapes and what to do', () => {
    expect(() => np.ones(2, 3).add(np.ones(2, 4))).toThrow('add: shapes (2, 3) and (2, 4) do not broadcast: counted from the last, axis 1 has 3 and 4 elements');
    expect(() => np.ones(2, 3).matmul(np.ones(2, 4))).toThrow('matmul: shapes (2, 3) and (2, 4) do not fit: the last axis of the left has 3 elements');
    expect(() => np.ones(2).matmul(2 as unknown as NDArray)).toThrow('a 0-d array has no rows or columns: use mul');
    expect(() => np.array([true]).sub(np.array([true]))).toThrow("sub: bool arrays cannot be subtracted, as in NumPy: convert one first, with astype('int32')");
    expect(() => np.array([true]).neg()).toThrow('neg: a bool array has no negative');
    expect(() => np.array([2], 'int32').pow(-1)).toThrow("pow: int32 to the negative integer power -1 is not allowed, as in NumPy: convert the base first, with astype('float64')");
    expect(() => np.array([2147483647, 1], 'int32').sum()).toThrow("sum: the sum 2147483648 of an int32 array does not fit in int32: convert the array first, with astype('float64')");
    expect(() => np.zeros(0, 2).max(0)).toThrow('max: an array of shape (0, 2) has no elements along axis 0');
    expect(() => np.zeros(0).min()).toThrow('min: an array of shape (0,) has no elements');
  });
});

describe('arithmetic', () => {
  test('int32 wraps, also where a product is too large for a double', () => {
    const x = np.array([2147483647, 65537], 'int32');
    expect(x.mul(x).tolist()).toEqual([1, 131073]);
    expect(x.square().tolist()).toEqual([1, 131073]);
    expect(x.pow(3).tolist()).toEqual([2147483647, 196609]);
    expect(x.matmul(x).item()).toBe(131074);
    expect(np.array([-2147483648], 'int32').neg().tolist()).toEqual([-2147483648]);
    expect(np.array([-2147483648], 'int32').abs().tolist()).toEqual([-2147483648]);
    expect(np.array([1, 0], 'int32').div(np.array([0, 0], 'int32')).tolist()).toEqual([Infinity, NaN]);
  });

  test('bool adds as or and multiplies as and', () => {
    const [x, y] = [np.array([true, true, false]), np.array([true, false, false])];
    expect(x.add(y).tolist()).toEqual([true, true, false]);
    expect(x.mul(y).tolist()).toEqual([true, false, false]);
    expect(x.add(1).tolist()).toEqual([2, 2, 1]);
    expect(x.sum().item()).toBe(2);
    expect(x.max().item<boolean>()).toBe(true);
  });

  test('powers follow C where JavaScript does not', () => {
    expect(np.array([1, -1, -1]).pow(np.array([NaN, Infinity, -Infinity])).tolist()).toEqual([1, 1, 1]);
    expect(np.array([4, -0, -Infinity]).pow(np.array(0.5)).tolist()).toEqual([2, 0, Infinity]);
    expect(np.array(1).pow(NaN).item()).toBe(1);
    expect(np.array([1.5, 2]).pow(2).tolist()).toEqual([2.25, 4]);
    expect(np.array(3).pow(np.array(2)).item()).toBe(9);
  });

  test('astype drops fractions, rounds to float32, and gives -2147483648 where int32 has no number, as NumPy on x86', () => {
    expect(np.array([1.9, -1.9, NaN, 3e9, -Infinity]).astype('int32').tolist()).toEqual([1, -1, -2147483648, -2147483648, -2147483648]);
    expect(np.array([0, NaN, 0.1]).astype('bool').tolist()).toEqual([false, true, true]);
    expect(np.array(0.1).astype('float32').item()).toBe(Math.fround(0.1));
    expect(() => np.array(1).astype('double' as 'float64')).toThrow("astype: 'double' is not a dtype");
  });

  test('max and min carry NaN on, wherever it stands', () => {
    for (const data of [[NaN, 1, 2], [1, NaN, 2], [1, 2, NaN]]) {
      expect(np.array(data).max().item()).toBeNaN();
      expect(np.array(data).min().item()).toBeNaN();
    }
  });

  test('a sum of a million tenths is NumPy\'s, to the bit', () => {
    expect(np.full(1_000_000, 0.1).sum().item()).toBe(100000.00000000003);
  });

  test('comparisons give bool, and where chooses by it', () => {
    const x = np.array([1, 2, 3]);
    expect(x.eq(2).tolist()).toEqual([false, true, false]);
    expect(x.ne(np.array([1, 1, 1])).tolist()).toEqual([false, true, true]);
    expect(x.lt(2).tolist()).toEqual([true, false, false]);
    expect(x.le(2).tolist()).toEqual([true, true, false]);
    expect(x.gt(2).tolist()).toEqual([false, false, true]);
    expect(x.ge(2).tolist()).toEqual([false, true, true]);
    expect(np.array([0.1], 'float32').eq(0.1).tolist()).toEqual([true]);
    expect(np.array([1], 'int32').lt(3e9).tolist()).toEqual([true]);
    expect(where(x.gt(1), x, 0).tolist()).toEqual([0, 2, 3]);
    expect(where(x.gt(1), 1, np.array([5, 6, 7], 'int32'))).toMatchObject({ dtype: 'int32' });
    expect(np.where([true, false], 1, 2).tolist()).toEqual([1, 2]);
    expect(where(np.array([[true], [false]]), np.array([1, 2]), zerosLike(1)).tolist()).toEqual([[1, 2], [0, 0]]);
  });

  test('np.dot is matmul for vectors and matrices, and mul for numbers', () => {
    expect(np.dot([1, 2], [3, 4]).item()).toBe(11);
    expect(np.dot([[1, 2]], [[3], [4]]).tolist()).toEqual([[11]]);
    expect(np.dot(2, [1, 2]).tolist()).toEqual([2, 4]);
    expect(() => np.dot(np.ones(1, 1, 1), np.ones(1))).toThrow('dot: shapes (1, 1, 1) and (1,)');
  });

  test('the functions of np take whatever an array can be made of', () => {
    expect([np.exp(0), np.log(1), np.sin(0), np.cos(0), np.tanh(0), np.sqrt(4), np.abs(-1), np.square(3)].map(x => x.item())).toEqual([1, 0, 0, 1, 0, 2, 1, 9]);
    expect([np.mean([1, 2]), np.max([1, 2]), np.min([1, 2])].map(x => x.item())).toEqual([1.5, 2, 1]);
    expect(np.matmul([[1, 2]], [1, 1]).tolist()).toEqual([3]);
    expect([np.transpose([[1, 2]]).shape, np.reshape([1, 2], 2, 1).shape, np.broadcastTo(1, [2]).shape]).toEqual([[2, 1], [2, 1], [2]]);
    expect([np.pi, np.e, np.inf, np.nan]).toEqual([Math.PI, Math.E, Infinity, NaN]);
  });
});

describe('for reports', () => {
  test('statistics are of the finite elements', () => {
    expect(statistics(np.array([1, 2, 3]))).toEqual({ min: 1, max: 3, mean: 2, nonFinite: 0 });
    expect(statistics(np.array([NaN, 1, Infinity, 4]))).toEqual({ min: 1, max: 4, mean: 2.5, nonFinite: 2 });
    expect(statistics(np.array([NaN]))).toEqual({ min: null, max: null, mean: null, nonFinite: 1 });
    expect(statistics(np.zeros(0))).toEqual({ min: null, max: null, mean: null, nonFinite: 0 });
    expect(statistics(np.full(4, 1.7e308)).mean).toBeCloseTo(1.7e308, -300);
    expect(statistics(np.array(2))).toEqual({ min: 2, max: 2, mean: 2, nonFinite: 0 });
  });

  test('elements are in row-major order', () => {
    expect(elements(matrix())).toEqual([1, 2, 3, 4, 5, 6]);
    expect(elements(np.array(5))).toEqual([5]);
    expect(elements(np.array([true, false]))).toEqual([1, 0]);
  });
});

describe('np.random', () => {
  test('starts again from a seed, also in the middle of a pair of normal numbers', () => {
    np.random.seed(0);
    expect(String(np.random.randn(3))).toBe('[1.76405235 0.40015721 0.97873798]');
    np.random.seed(0);
    expect(np.random.randn().item()).toBeCloseTo(1.764052345967664, 14);
    expect(np.random.rand([2, 2]).shape).toEqual([2, 2]);
  });

  test('permutes rows and numbers, each once', () => {
    const order = [3, 4, 1, 0, 2]; // np.random.RandomState(3).permutation(5)
    np.random.seed(3);
    expect(np.random.permutation(5).tolist()).toEqual(order);
    np.random.seed(3);
    expect(np.random.permutation(np.array([[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]], 'int32')).tolist()).toEqual(order.map(i => [2 * i, 2 * i + 1]));
  });

  test('says what it cannot do', () => {
    for (const seed of [-1, 1.5, 2 ** 32]) expect(() => np.random.seed(seed)).toThrow(`random.seed: ${String(seed)} is no seed: give an integer from 0 to 4294967295`);
    expect(() => np.random.randint(0)).toThrow('there is no integer from 0 up to but without 0');
    expect(() => np.random.randint(0, 3e9)).toThrow('leaves int32');
    expect(() => np.random.randint(0.5, 3)).toThrow('must be integers');
  });
});
