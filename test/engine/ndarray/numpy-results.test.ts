/** @file Operators, reductions, products and random numbers against NumPy's own results. */
import { describe, expect, test } from 'vitest';
import type { DType } from '../../../src/engine/ndarray/dtype.js';
import { type NDArray, np, type ReduceOptions, weakArray } from '../../../src/engine/ndarray/index.js';
import { arrayFrom, flat, readFixture, type NumPyArray } from './numpy.js';

type Binary = 'add' | 'sub' | 'mul' | 'div' | 'pow';
type Unary = 'neg' | 'square' | 'abs' | 'exp' | 'log' | 'sin' | 'cos' | 'tanh' | 'sqrt';
type Outcome = { error: string } | { error?: undefined; result: DType; data: string };

const promotion = readFixture<{
  operands: { dtype: DType; data: string }[];
  pairs: ({ op: Binary; a: DType; b: DType } & Outcome)[];
  numbers: ({ op: Binary; dtype: DType; number: number | string; side: 'left' | 'right' } & Outcome)[];
  unary: ({ op: Unary; dtype: DType } & Outcome)[];
}>('promotion');
const shapes = readFixture<{
  broadcasting: { op: Binary; a: NumPyArray; b: NumPyArray; result: NumPyArray | null }[];
  reductions: { x: NumPyArray; results: { op: 'sum' | 'mean' | 'max' | 'min'; axis: number | number[] | null; keepdims: boolean; result: NumPyArray | null }[] }[];
  products: { a: NumPyArray; b: NumPyArray; result: NumPyArray | null }[];
}>('shapes');
const draws = readFixture<{ draws: (NumPyArray & { seed: number; call: keyof typeof np.random; args: never[] })[] }>('random').draws;

const operand = (dtype: DType): NDArray => arrayFrom({ dtype, shape: [7], data: promotion.operands.find(item => item.dtype === dtype)!.data });
const numberOf = (value: number | string): number => typeof value === 'number' ? value : { nan: NaN, inf: Infinity, '-inf': -Infinity }[value]!;

/** Equal, or for functions that libraries round differently, within `tolerance` of it. */
function expectValues(actual: NDArray, expected: NDArray, tolerance = 0, what = ''): void {
  expect(actual.dtype, what).toBe(expected.dtype);
  expect(actual.shape, what).toEqual(expected.shape);
  const [ours, theirs] = [flat(actual), flat(expected)];
  for (const [i, value] of theirs.entries()) {
    const close = Object.is(ours[i], value) || ours[i] === value || Math.abs(ours[i]! - value) <= tolerance * Math.max(1e-300, Math.abs(value));
    if (!close) expect(ours, what).toEqual(theirs);
  }
}

function expectOutcome(compute: () => NDArray, outcome: Outcome, tolerance: number, what: string): void {
  if (outcome.error !== undefined) {
    expect(compute, what).toThrow();
    return;
  }
  expectValues(compute(), arrayFrom({ dtype: outcome.result, shape: [7], data: outcome.data }), tolerance, what);
}

const toleranceOf = (dtype: DType): number => dtype === 'float32' ? 1.2e-7 : 2.3e-16;

describe(`as NumPy ${promotion.numpy}`, () => {
  test('every operator on every pair of dtypes', () => {
    for (const { op, a, b, ...outcome } of promotion.pairs) {
      expectOutcome(() => operand(a)[op](operand(b)), outcome, op === 'pow' && outcome.error === undefined ? toleranceOf(outcome.result) : 0, `${op} of ${a} and ${b}`);
    }
  });

  test('every operator with a weak number on either side', () => {
    for (const { op, dtype, number, side, ...outcome } of promotion.numbers) {
      const x = operand(dtype);
      const value = numberOf(number);
      const compute = side === 'right' ? () => x[op](value) : () => weakArray(value, x.dtype, op)[op](x);
      expectOutcome(compute, outcome, op === 'pow' && outcome.error === undefined ? toleranceOf(outcome.result) : 0, `${op} of ${dtype} and ${String(number)} on the ${side}`);
    }
  });

  test('every unary function on every dtype', () => {
    for (const { op, dtype, ...outcome } of promotion.unary) {
      expectOutcome(() => operand(dtype)[op](), outcome, ['neg', 'square', 'abs', 'sqrt'].includes(op) || outcome.error !== undefined ? 0 : 3 * toleranceOf(outcome.result), `${op} of ${dtype}`);
    }
  });

  test('broadcasting, or its refusal', () => {
    for (const { op, a, b, result } of shapes.broadcasting) {
      const compute = (): NDArray => arrayFrom(a)[op](arrayFrom(b));
      if (result === null) expect(compute).toThrow(/do not broadcast/);
      else expectValues(compute(), arrayFrom(result));
    }
  });

  test('sum, mean, max and min over any axes', () => {
    for (const { x, results } of shapes.reductions) {
      for (const { op, axis, keepdims, result } of results) {
        const options: ReduceOptions = { axis, keepdims };
        if (result === null) expect(() => arrayFrom(x)[op](options)).toThrow(/no elements/);
        // float32 is summed in doubles here, and rounded once.
        else expectValues(arrayFrom(x)[op](options), arrayFrom(result), x.dtype === 'float32' ? 1e-5 : 0);
      }
    }
  });

  test('matrix products', () => {
    for (const { a, b, result } of shapes.products) {
      const compute = (): NDArray => arrayFrom(a).matmul(arrayFrom(b));
      if (result === null) expect(compute).toThrow(/^matmul: shapes/);
      else expectValues(compute(), arrayFrom(result), result.dtype === 'float32' ? 1e-5 : 1e-13);
    }
  });

  test('seeded random numbers', () => {
    let seed = -1;
    for (const draw of draws) {
      if (draw.seed !== seed) np.random.seed(draw.seed);
      seed = draw.seed;
      const call = np.random[draw.call] as (...args: unknown[]) => NDArray;
      // log may differ by a last digit between libraries, so normal numbers may too.
      expectValues(call(...(draw.call === 'rand' || draw.call === 'randn' ? draw.shape : draw.args)), arrayFrom(draw), 1e-15);
    }
  });
});
