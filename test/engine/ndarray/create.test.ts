/** @file What an NDArray can be made from, and what it says when it cannot. */
import { describe, expect, test } from 'vitest';
import type { NDArray} from '../../../src/engine/ndarray/index.js';
import { asNDArray, np, type ArrayLike } from '../../../src/engine/ndarray/index.js';
import { flat } from './numpy.js';

describe('data', () => {
  test.each<[string, ArrayLike | boolean, string, number[]]>([
    ['a number', 2, 'float64', []],
    ['a boolean', true, 'bool', []],
    ['nested numbers', [[1, 2, 3], [4, 5, 6]], 'float64', [2, 3]],
    ['booleans', [true, false], 'bool', [2]],
    ['booleans and numbers', [true, 2.5], 'float64', [2]],
    ['no elements', [], 'float64', [0]],
    ['rows without elements', [[], []], 'float64', [2, 0]],
    ['a Float64Array', new Float64Array(3), 'float64', [3]],
    ['a Float32Array', new Float32Array(3), 'float32', [3]],
    ['an Int32Array', new Int32Array(3), 'int32', [3]],
    ['an Int16Array', new Int16Array(3), 'int32', [3]],
    ['a Uint8Array', new Uint8Array(3), 'int32', [3]],
    ['a Uint32Array, which int32 cannot hold', new Uint32Array(3), 'float64', [3]],
    ['typed arrays in an array', [new Float32Array(2), new Float32Array(2)], 'float32', [2, 2]],
    ['arrays in an array', [np.array([1, 2], 'int32'), np.array([3, 4], 'int32')], 'int32', [2, 2]],
    ['0-d arrays and numbers', [np.array(1), 2], 'float64', [2]],
  ])('%s makes an array', (_, data, dtype, shape) => {
    const x = np.array(data);
    expect(x.dtype).toBe(dtype);
    expect(x.shape).toEqual(shape);
  });

  test('elements come in row-major order', () => {
    expect(flat(np.array([[1, 2], [3, 4]]))).toEqual([1, 2, 3, 4]);
    expect(flat(np.array([np.array([1, 2]), [3, 4], new Float64Array([5, 6])]))).toEqual([1, 2, 3, 4, 5, 6]);
    expect(flat(np.array(new Int8Array([-1, 2])))).toEqual([-1, 2]);
  });

  test('a dtype converts: int32 drops fractions, bool asks for other than 0', () => {
    expect(np.array([1.9, -1.9, 0], 'int32').tolist()).toEqual([1, -1, 0]);
    expect(np.array([1.9, 0, NaN], 'bool').tolist()).toEqual([true, false, true]);
    expect(np.array([0.1], 'float32').at(0)).toBe(Math.fround(0.1));
    expect(np.array(np.array([1.5, 2]), 'int32').tolist()).toEqual([1, 2]);
    expect(() => np.array([3e9], 'int32')).toThrow(RangeError);
    expect(() => np.array([NaN], 'int32')).toThrow("array: NaN cannot be an element of an int32 array");
    expect(() => np.array([1], 'int64' as 'int32')).toThrow("array: 'int64' is not a dtype: use one of 'float64', 'float32', 'int32', 'bool'");
    expect(() => np.array([1], 3 as unknown as 'int32')).toThrow('array: 3 is not a dtype');
  });

  test.each<[unknown, string]>([
    ['s', 'string is not supported'],
    [undefined, 'undefined is not supported'],
    [null, 'null is not supported'],
    [true, 'boolean is not supported'],
    [1n, 'bigint is not supported'],
    [{ x: 1 }, 'object is not supported'],
    [new Map(), 'Map is not supported'],
    [new BigInt64Array(1), 'BigInt64Array is not supported'],
    [[1, 's'], 'string is not supported'],
    [[1, undefined], 'undefined is not supported'],
    [new Array(2), 'undefined is not supported'],
    [[[1, 2], [3]], 'a ragged array (element 0 has the shape (2,), element 1 (1,)) is not supported'],
    [[[1, 2], 3], 'a ragged array (element 0 has the shape (2,), element 1 ()) is not supported'],
    [[1, [2]], 'a ragged array'],
  ])('%s is a TypeError that says what is supported', (data, text) => {
    const make = (): NDArray => asNDArray(data as ArrayLike);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(text);
    expect(make).toThrow('give a number, a nested array of numbers, a typed array or an NDArray');
  });

  test('an array that holds itself is an error, not a stack overflow', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => asNDArray(cycle as unknown as ArrayLike)).toThrow('an array nested more than 64 deep is not supported');
  });

  test('data is copied, so that later changes of it are not seen', () => {
    const data = new Float64Array([1, 2]);
    const x = np.array(data);
    const y = np.array(x);
    data[0] = 9;
    x.set(8, 1);
    expect(x.tolist()).toEqual([1, 8]);
    expect(y.tolist()).toEqual([1, 2]);
    expect(asNDArray(x)).toBe(x);
  });
});

describe('filled arrays', () => {
  test('take the shape as one array or as several numbers, and a dtype at the end', () => {
    expect(np.ones(2, 3).tolist()).toEqual([[1, 1, 1], [1, 1, 1]]);
    expect(np.zeros([2]).tolist()).toEqual([0, 0]);
    expect(np.ones(2, 'int32').dtype).toBe('int32');
    expect(np.zeros([2, 1], 'bool').tolist()).toEqual([[false], [false]]);
    expect(np.ones([]).tolist()).toBe(1);
    expect(np.full([2], 7).tolist()).toEqual([7, 7]);
    expect(np.full(2, true).dtype).toBe('bool');
    expect(np.full(2, 1.5, 'int32').tolist()).toEqual([1, 1]);
  });

  test('like another keep its shape and dtype unless told otherwise', () => {
    const x = np.array([[1, 2]], 'int32');
    expect(np.onesLike(x)).toMatchObject({ shape: [1, 2], dtype: 'int32' });
    expect(np.zerosLike(x, 'float64').dtype).toBe('float64');
    expect(np.fullLike(x, 3).tolist()).toEqual([[3, 3]]);
    expect(np.zerosLike(2).tolist()).toBe(0);
    expect(np.onesLike([1, 2]).tolist()).toEqual([1, 1]);
  });

  test('refuse shapes that are none', () => {
    expect(() => np.ones()).toThrow('ones: a shape is needed');
    expect(() => np.ones(-1)).toThrow('ones: negative lengths are not allowed in the shape (-1,)');
    expect(() => np.ones(1.5)).toThrow('ones: 1.5 is no integer');
    expect(() => np.zeros('2' as unknown as number)).toThrow("zeros: '2' is not a dtype");
    expect(() => np.ones(1e15)).toThrow('an array of 1000000000000000 float64 elements does not fit in memory');
  });
});

describe('ranges', () => {
  test('arange goes up to but without its end', () => {
    expect(np.arange(3).tolist()).toEqual([0, 1, 2]);
    expect(np.arange(1, 4).tolist()).toEqual([1, 2, 3]);
    expect(np.arange(5, 0, -2).tolist()).toEqual([5, 3, 1]);
    expect(np.arange(3, 'int32').dtype).toBe('int32');
    expect(np.arange(5, 2).tolist()).toEqual([]);
    // np.arange(0, 1, 0.1)[3] and [8]
    expect(np.arange(0, 1, 0.1).at(3)).toBe(0.30000000000000004);
    expect(np.arange(0, 1, 0.1).at(8)).toBe(0.8);
    expect(() => np.arange(0, 1, 0)).toThrow('arange: a step of 0');
    expect(() => np.arange(Infinity)).toThrow('arange: from 0 to Infinity by 1 is no finite range');
    expect(() => np.arange()).toThrow('arange: give stop');
  });

  test('linspace ends where it is told to, exactly', () => {
    expect(np.linspace(0, 1, 5).tolist()).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(np.linspace(0, 1, 4, { endpoint: false }).tolist()).toEqual([0, 0.25, 0.5, 0.75]);
    expect(np.linspace(0, 0.7, 50).at(-1)).toBe(0.7);
    expect(np.linspace(0, 0.7, 50).shape).toEqual([50]);
    expect(np.linspace(3, 9, 1).tolist()).toEqual([3]);
    expect(np.linspace(0, 9, 4, { dtype: 'int32' }).tolist()).toEqual([0, 3, 6, 9]);
    expect(np.linspace(0, 5e-324, 3).tolist()).toEqual([0, 0, 5e-324]);
    expect(() => np.linspace(0, 1, -1)).toThrow('linspace: negative lengths');
  });

  test('eye has ones on the diagonal asked for', () => {
    expect(np.eye(2).tolist()).toEqual([[1, 0], [0, 1]]);
    expect(np.eye(2, 3, 1, 'int32').tolist()).toEqual([[0, 1, 0], [0, 0, 1]]);
    expect(np.eye(3, 2, -1).tolist()).toEqual([[0, 0], [1, 0], [0, 1]]);
  });
});
