/** @file Long rows take loops of their own: each element is still what IEEE arithmetic gives. */
import { describe, expect, test } from 'vitest';
import { elements, np } from '../../../src/engine/ndarray/index.js';

const numbers = (length: number, start: number): Float64Array => Float64Array.from({ length }, (_, i) => Math.sin(i * 1.7 + start) * 10);

const operators = {
  add: (x: number, y: number) => x + y, sub: (x: number, y: number) => x - y, mul: (x: number, y: number) => x * y, div: (x: number, y: number) => x / y,
};

describe.each(['add', 'sub', 'mul', 'div'] as const)('%s of', name => {
  test.each([256, 257, 258, 259, 1000])('two vectors of %d', length => {
    const [x, y] = [numbers(length, 1), numbers(length, 2)];
    expect(elements(np.array(x)[name](np.array(y)))).toEqual(Array.from(x, (value, i) => operators[name](value, y[i]!)));
  });

  test.each([
    { left: [3, 301], right: [301] }, { left: [301], right: [3, 301] }, { left: [2, 1, 301], right: [4, 301] }, { left: [3, 301], right: [3, 1] },
  ])('$left and $right', ({ left, right }) => {
    const size = (shape: number[]): number => shape.reduce((a, b) => a * b, 1);
    const [x, y] = [np.array(numbers(size(left), 1)).reshape(left), np.array(numbers(size(right), 2)).reshape(right)];
    const result = x[name](y);
    const [xs, ys] = [elements(np.broadcastTo(x, result.shape)), elements(np.broadcastTo(y, result.shape))];
    expect(elements(result)).toEqual(xs.map((value, i) => operators[name](value, ys[i]!)));
  });
});
