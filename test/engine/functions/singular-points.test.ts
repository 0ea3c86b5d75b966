import { describe, expect, it } from 'vitest';
import { abs, clip, leakyRelu, log, logSoftmax, max, min, np, pow, relu, sigmoid, softmax, softmaxCrossEntropy, sqrt, tanh, Variable } from '../../../src/engine/index.js';

/** y and the gradient, for one x. */
function at(f: (x: Variable) => Variable, x: number | number[]): [y: unknown, gradient: unknown] {
  const v = new Variable(x);
  const y = f(v);
  y.backward();
  return [y.data.tolist(), v.grad!.tolist()];
}

describe('at singular points gradients are what IEEE arithmetic gives for the rule, as in PyTorch', () => {
  it('abs: 0 at 0, and at -0', () => {
    expect(at(abs, [0, -0, 2, -2, NaN, -Infinity])).toEqual([[0, 0, 2, 2, NaN, Infinity], [0, 0, 1, -1, NaN, -1]]);
  });

  it('sqrt: inf at 0, nan below', () => {
    expect(at(sqrt, [0, 4, -1])).toEqual([[0, 2, NaN], [Infinity, 0.25, NaN]]);
  });

  it('log: inf at 0', () => {
    expect(at(log, [0, 2])).toEqual([[-Infinity, Math.log(2)], [Infinity, 0.5]]);
  });

  it('relu: 0 at 0; nan stays', () => {
    expect(at(relu, [0, 1, -1, NaN])).toEqual([[0, 1, 0, NaN], [0, 1, 0, 1]]);
    // An infinite gradient that is not taken leaves no nan.
    expect(at(x => relu(sqrt(x)), 0)).toEqual([0, NaN]);
    expect(at(x => sqrt(relu(x)), -1)).toEqual([0, 0]);
  });

  it('leakyRelu: the slope at 0', () => {
    expect(at(x => leakyRelu(x, 0.1), [0, 1, -1])).toEqual([[0, 1, -0.1], [0.1, 1, 0.1]]);
  });

  it('max and min: ties share the gradient equally', () => {
    expect(at(max, [1, 3, 3, 2])).toEqual([3, [0, 0.5, 0.5, 0]]);
    expect(at(min, [1, 1, 1, 1])).toEqual([1, [0.25, 0.25, 0.25, 0.25]]);
    const x = new Variable([[1, 1], [0, 2]]);
    max(x, { axis: 1 }).backward();
    expect(x.grad!.tolist()).toEqual([[0.5, 0.5], [0, 1]]);
  });

  it('max and min: nan wins, and takes the gradient', () => {
    expect(at(max, [1, NaN, 3])).toEqual([NaN, [0, 1, 0]]);
    expect(at(min, [NaN, NaN, 3])).toEqual([NaN, [0.5, 0.5, 0]]);
  });

  it('clip: the bounds themselves let it through', () => {
    expect(at(x => clip(x, -1, 1), [-2, -1, 0, 1, 2, NaN])).toEqual([[-1, -1, 0, 1, 1, NaN], [0, 1, 1, 1, 0, 0]]);
  });
});

describe('large numbers overflow nowhere', () => {
  it('sigmoid and tanh', () => {
    expect(at(sigmoid, [1000, -1000, -700])).toEqual([[1, 0, Math.exp(-700)], [0, 0, Math.exp(-700)]]);
    expect(at(tanh, [1000, -1000])).toEqual([[1, -1], [0, 0]]);
  });

  it('softmax and logSoftmax', () => {
    expect(softmax(np.array([1000, 0])).tolist()).toEqual([1, 0]);
    expect(softmax(np.array([-Infinity, 0])).tolist()).toEqual([0, 1]);
    expect(logSoftmax(np.array([1000, 0, -1000])).tolist()).toEqual([0, -1000, -2000]);
    // Where softmax itself rounds to 1.
    expect(logSoftmax(np.array([0, -40])).at(0)).toBeCloseTo(-Math.exp(-40), 30);
    expect(logSoftmax(np.array([0, -40])).at(0)).toBeLessThan(0);
  });

  it('softmaxCrossEntropy', () => {
    const x = new Variable([[1000, -1000]]);
    const loss = softmaxCrossEntropy(x, [1]);
    loss.backward();
    expect([loss.data.item(), x.grad!.tolist()]).toEqual([2000, [[1, -1]]]);
  });
});

it('an integer to a power of 0 has a gradient of 0 and not an error, as to any other integer power', () => {
  const [x0, x1] = [new Variable(np.array([2, 3, 0], 'int32')), new Variable(np.array([0, 2, 0], 'int32'))];
  pow(x0, x1).backward();
  expect(String(x0.grad)).toBe('[0. 6. 0.]');
});
