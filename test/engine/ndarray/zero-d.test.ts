import { expect, test } from 'vitest';
import { max, np, sum, Variable } from '../../../src/engine/index.js';

test('a 0-d array is reduced over its first or last axis as over none, but not by mean, as in NumPy', () => {
  const x = np.array(3);
  expect([x.sum(0), x.sum({ axis: -1, keepdims: true }), x.max(-1), x.min(0)].map(String)).toEqual(['3.0', '3.0', '3.0', '3.0']);
  expect(() => x.mean(0)).toThrow(/^mean: axis 0/);
  expect(() => x.sum(1)).toThrow(/^sum: axis 1/);
});

test('the gradient goes the same way back', () => {
  for (const f of [sum, max]) {
    const x = new Variable(3);
    f(x, 0).backward();
    expect(String(x.grad)).toBe('1.0');
  }
});
