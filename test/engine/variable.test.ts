import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { asArray, asVariable, len, np, Variable } from '../../src/engine/index.js';

describe('a Variable (book steps 1, 9, 19)', () => {
  it('takes numbers, nested arrays, typed arrays and NDArrays', () => {
    expect(String(new Variable(2))).toBe('variable(2.0)');
    expect(String(new Variable([[1, 2], [3, 4]]))).toBe('variable([[1. 2.]\n          [3. 4.]])');
    expect(String(new Variable(Int32Array.of(1, 2)))).toBe('variable([1 2])');
    const data = np.ones(2);
    expect(new Variable(data).data).toBe(data);
  });

  it.each([
    ["'s'", 's', 'string is not supported'],
    ['true', true, 'boolean is not supported'],
    ['undefined', undefined, 'undefined is not supported'],
    ['{}', {}, 'object is not supported'],
    ['[[1, 2], [3]]', [[1, 2], [3]], 'not supported'],
  ])('refuses %s with a TypeError that says what is supported', (_, data, message) => {
    expect(() => new Variable(data as number)).toThrow(TypeError);
    expect(() => new Variable(data as number)).toThrow(message);
  });

  it('is like its array: shape, ndim, size, dtype, length', () => {
    const x = new Variable(np.array([[1, 2, 3], [4, 5, 6]], 'int32'), 'x');
    expect([x.shape, x.ndim, x.size, x.dtype, x.length, len(x), x.name]).toEqual([[2, 3], 2, 6, 'int32', 2, 2, 'x']);
    expect(() => len(new Variable(1))).toThrow(TypeError);
    expect(() => new Variable(1).length).toThrow(/0-d/);
  });

  it('may be empty, and says so by name when it is read', () => {
    const x = new Variable(null, 'x');
    expect([x.isEmpty, String(x)]).toEqual([true, 'variable(None)']);
    expect(() => x.data).toThrow("Variable 'x' is empty");
    expect(() => x.backward()).toThrow("Variable 'x' is empty");
    x.data = 3;
    expect([x.isEmpty, String(x)]).toEqual([false, 'variable(3.0)']);
  });

  it('prints in templates and in Node\'s console, nested too', () => {
    const x = new Variable(np.array([[1, 2], [3, 4]], 'int32'));
    expect(`${x}`).toBe('variable([[1 2]\n          [3 4]])');
    expect(inspect({ y: new Variable(1) })).toBe('{ y: variable(1.0) }');
    expect(() => Number(x)).toThrow('is not a number');
  });

  it('asVariable and asArray leave what they have', () => {
    const x = new Variable(2);
    expect(asVariable(x)).toBe(x);
    expect(String(asVariable(3))).toBe('variable(3.0)');
    expect(asArray(x)).toBe(x.data);
    expect(asArray(3).item()).toBe(3);
  });
});
