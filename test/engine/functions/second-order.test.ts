import { describe, expect, it } from 'vitest';
import {
  abs, add, clip, concat, cos, getItem, grad, gradCheck, leakyRelu, linear, log, logSoftmax, max, mean, meanSquaredError, min, mul, np, pow, relu, sigmoid, sin, softmax,
  softmaxCrossEntropy, sqrt, square, sum, tanh, transpose, Variable,
} from '../../../src/engine/index.js';

const point = np.array([[0.3, -0.7, 1.2], [0.9, 0.4, -1.1]]);
const positive = (x: Variable): Variable => add(square(x), 1);

/** A product with x, or a power, gives a rule that is constant a second derivative. */
const functions: readonly (readonly [string, (x: Variable) => Variable])[] = [
  ['log', x => log(positive(x))], ['sin', sin], ['cos', cos], ['tanh', tanh], ['sqrt', x => sqrt(positive(x))], ['abs', x => mul(abs(x), x)], ['sigmoid', sigmoid],
  ['relu', x => mul(relu(x), x)], ['leakyRelu', x => mul(leakyRelu(x), x)], ['softmax', x => softmax(x)], ['logSoftmax', x => logSoftmax(x, 0)],
  ['sum', x => pow(sum(x, 1), 3)], ['mean', x => mean(pow(x, 3), 0)], ['max', x => pow(max(x, 1), 3)], ['min', x => pow(min(x, { axis: 0, keepdims: true }), 3)],
  ['clip', x => pow(clip(x, -1, 1), 3)], ['linear', x => linear(x, transpose(x), sum(x))], ['getItem', x => pow(getItem(x, [0, 0, 1]), 3)],
  ['concat', x => mul(concat([x, sin(x)]), concat([x, x]))], ['meanSquaredError', x => meanSquaredError(square(x), 1)], ['softmaxCrossEntropy', x => softmaxCrossEntropy(x, [0, 2])],
];

describe('the gradient can be differentiated again, and the second derivative is that of differences', () => {
  it.each(functions)('%s', (_, f) => {
    const gradient = (x: Variable): Variable => {
      const y = f(x);
      const weights = np.arange(y.size).add(0.7).reshape(y.shape);
      return grad(sum(mul(y, weights)), [x], { createGraph: true })[0]!;
    };
    const result = gradCheck(gradient, new Variable(point));
    expect(result.ok, String(result)).toBe(true);
    expect(result.kinks).toEqual([]);
    const x = new Variable(point);
    expect(grad(sum(square(gradient(x))), [x])[0]!.data.abs().max().item()).toBeGreaterThan(0.01);
  });
});
