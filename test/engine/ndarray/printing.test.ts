/** @file Printing against NumPy's own text. */
import { inspect } from 'node:util';
import { expect, test, describe } from 'vitest';
import { format, np } from '../../../src/engine/ndarray/index.js';
import { arrayFrom, readFixture, type NumPyArray } from './numpy.js';

interface Printed extends NumPyArray {
  readonly text: string;
}
const fixture = readFixture<{ cases: Printed[]; limits: (Printed & { threshold: number; edgeItems: number })[] }>('printing');

describe(`String(array) is str(array) of NumPy ${fixture.numpy}`, () => {
  for (const dtype of ['float64', 'float32', 'int32', 'bool'] as const) {
    const cases = fixture.cases.filter(item => item.dtype === dtype);
    test(`for ${String(cases.length)} ${dtype} arrays`, () => {
      expect(cases.length).toBeGreaterThan(80);
      const wrong = cases.filter(item => String(arrayFrom(item)) !== item.text).map(item => ({ shape: item.shape, ours: String(arrayFrom(item)), numpy: item.text }));
      expect(wrong).toEqual([]);
    });
  }

  test('with other thresholds and edges', () => {
    for (const item of fixture.limits) {
      expect(format(arrayFrom(item), { threshold: item.threshold, edgeItems: item.edgeItems })).toBe(item.text);
    }
  });
});

test('an array shows as the same text in Node\'s console, alone and inside values', () => {
  const x = np.array([1, 2.5]);
  expect(inspect(x)).toBe('[1.  2.5]');
  expect(inspect({ x })).toBe('{ x: [1.  2.5] }');
  expect(`${String(x)}`).toBe('[1.  2.5]');
  expect(`${x as unknown as string}`).toBe('[1.  2.5]');
});

test('of a large array only the edges show', () => {
  expect(String(np.zeros(10_000_000))).toBe('[0. 0. 0. ... 0. 0. 0.]');
});

test('an array is a number only where it has one element', () => {
  expect(Number(np.array([2.5]))).toBe(2.5);
  expect(Number(np.array(true))).toBe(1);
  expect(() => Number(np.array([1, 2]))).toThrow(/shape \(2,\) is no number/);
});
