import { describe, expect, test } from 'vitest';
import * as dezero from '../../../src/engine/index.js';
import { clip, concat, logSoftmax, meanSquaredError, NDArray, softmax, softmaxCrossEntropy, Variable } from '../../../src/engine/index.js';
import { arrayFrom, readFixture, type NumPyArray } from '../ndarray/numpy.js';
import { expectWithin } from './ulps.js';

type Elementwise = 'log' | 'sin' | 'cos' | 'tanh' | 'sqrt' | 'abs' | 'exp' | 'sigmoid' | 'relu' | 'leakyRelu';

const fixture = readFixture<{
  elementwise: { op: Elementwise; x: NumPyArray; result: NumPyArray }[];
  softmaxes: { x: NumPyArray; axis: number; softmax: NumPyArray; logSoftmax: NumPyArray }[];
  clips: { x: NumPyArray; low: number | null; high: number | null; result: NumPyArray }[];
  joined: { parts: NumPyArray[]; axis: number; result: NumPyArray | null }[];
  losses: { x: NumPyArray; y: NumPyArray; t: NumPyArray; crossEntropy: number; crossEntropyGrad: NumPyArray; squaredError: number; squaredErrorGrad: NumPyArray }[];
}>('functions');
const exact: readonly Elementwise[] = ['sqrt', 'abs', 'relu', 'leakyRelu'];

describe(`as NumPy ${fixture.numpy}`, () => {
  test.each(fixture.elementwise.map(each => [each.op, each.x.dtype, each] as const))('%s of %s', (op, _, { x, result }) => {
    const expected = arrayFrom(result);
    const onArray = dezero[op](arrayFrom(x));
    expect(onArray).toBeInstanceOf(NDArray);
    expectWithin(exact.includes(op) ? 0 : 4, onArray, expected, op);
    // A Variable of it is the same computation, recorded.
    const onVariable = dezero[op](new Variable(arrayFrom(x)));
    expect(onVariable.data.tolist()).toEqual(onArray.tolist());
    expect(onVariable.creator?.name.toLowerCase()).toBe(op.toLowerCase());
  });

  test('softmax and logSoftmax along any axis, of numbers to thousands', () => {
    for (const each of fixture.softmaxes) {
      const x = new Variable(arrayFrom(each.x));
      const what = `axis ${String(each.axis)} of (${each.x.shape.join(', ')})`;
      expectWithin(4, softmax(x, each.axis).data, arrayFrom(each.softmax), `softmax, ${what}`);
      expectWithin(4, logSoftmax(x, { axis: each.axis }).data, arrayFrom(each.logSoftmax), `logSoftmax, ${what}`);
      if (each.axis === -1) expect(softmax(x).data.tolist()).toEqual(softmax(x, -1).data.tolist());
    }
  });

  test('clip, of any dtype, with bounds of integers and fractions, crossed, or missing', () => {
    for (const { x, low, high, result } of fixture.clips) {
      const what = `clip of ${x.dtype} to ${String(low)} and ${String(high)}`;
      expectWithin(0, clip(arrayFrom(x), low, high), arrayFrom(result), what);
      expectWithin(0, new Variable(arrayFrom(x)).clip(low, high).data, arrayFrom(result), what);
    }
  });

  test('concat along any axis, of any dtypes, or its refusal', () => {
    for (const { parts, axis, result } of fixture.joined) {
      const join = (): Variable => concat(parts.map(part => new Variable(arrayFrom(part))), axis);
      if (result === null) expect(join).toThrow(/^concat: array 0 has the shape/);
      else expectWithin(0, join().data, arrayFrom(result));
    }
  });

  test('losses and their gradients', () => {
    for (const each of fixture.losses) {
      const [x, y] = [new Variable(arrayFrom(each.x)), new Variable(arrayFrom(each.y))];
      const entropy = softmaxCrossEntropy(x, arrayFrom(each.t));
      entropy.backward();
      expect(entropy.data.item()).toBeCloseTo(each.crossEntropy, 13);
      arraysClose(x.grad!, arrayFrom(each.crossEntropyGrad));
      x.clearGrad();
      const squared = meanSquaredError(x, y);
      squared.backward();
      expect(squared.data.item()).toBeCloseTo(each.squaredError, 11);
      expectWithin(2, x.grad!, arrayFrom(each.squaredErrorGrad));
      expectWithin(2, y.grad!.neg(), arrayFrom(each.squaredErrorGrad));
    }
  });
});

/** Differences of nearly equal numbers, so the error is absolute. */
function arraysClose(actual: NDArray, expected: NDArray): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(actual.sub(expected).abs().max().item()).toBeLessThan(1e-15);
}
