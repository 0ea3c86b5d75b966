/** @file exp, tanh and sigmoid against 64 bits of the exact values. */
import { describe, expect, test } from 'vitest';
import { elements, type NDArray, np } from '../../../src/engine/ndarray/index.js';
import { exp, sigmoid, tanh } from '../../../src/engine/ndarray/exponential.js';
import { spacing } from '../functions/ulps.js';
import { arrayFrom, readFixture } from './numpy.js';

const fixture = readFixture<{ cases: { name: keyof typeof functions; x: string; nearest: string; rest: string }[] }>('exponentials');
const functions = { exp, tanh, sigmoid };
const limits = { exp: 0.51, tanh: 3.5, sigmoid: 2.5 };

const decode = (data: string): NDArray => arrayFrom({ dtype: 'float64', shape: [Buffer.from(data, 'base64').length / 8], data });

describe('off from the exact value by no more than the file says', () => {
  test.each(fixture.cases)('$name', ({ name, x, nearest, rest }) => {
    const [xs, high, low] = [x, nearest, rest].map(data => elements(decode(data))) as [NumberList, NumberList, NumberList];
    const errors = Array.from(xs, (value, i) => Math.abs(functions[name](value) - high[i]! - low[i]!) / spacing(high[i]!, 'float64'));
    expect(errors.length).toBeGreaterThan(1200);
    expect(Math.max(...errors)).toBeLessThan(limits[name]);
  });
});

type NumberList = ReturnType<typeof elements>;

describe('at the ends', () => {
  test.each([
    [exp, 0, 1], [exp, -0, 1], [exp, 1, Math.E], [exp, Infinity, Infinity], [exp, -Infinity, 0], [exp, NaN, NaN], [exp, 710, Infinity], [exp, -746, 0],
    [exp, -745, 5e-324], [exp, 709, Math.exp(709)], [exp, -720.5, Math.exp(-720.5)],
    [tanh, 0, 0], [tanh, -0, -0], [tanh, Infinity, 1], [tanh, -Infinity, -1], [tanh, NaN, NaN], [tanh, 1e300, 1], [tanh, -25, -1], [tanh, 5e-324, 5e-324],
    [sigmoid, 0, 0.5], [sigmoid, Infinity, 1], [sigmoid, -Infinity, 0], [sigmoid, NaN, NaN], [sigmoid, -800, 0], [sigmoid, 800, 1],
  ])('%o of %d is %d', (f, x, y) => {
    expect(f(x)).toBe(y);
  });

  test('tanh is odd to the bit, and never beyond 1', () => {
    for (let x = 1e-9; x < 40; x *= 1.37) {
      expect(tanh(-x)).toBe(-tanh(x));
      expect(tanh(x)).toBeLessThanOrEqual(1);
    }
  });
});

test('an array gives what its numbers give', () => {
  const x = np.linspace(-30, 30, 1001);
  for (const name of ['exp', 'tanh'] as const) {
    expect(elements(x[name]())).toEqual(elements(x).map(value => functions[name](value)));
  }
});
