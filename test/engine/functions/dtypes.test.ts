import { describe, expect, it } from 'vitest';
import { clip, concat, leakyRelu, linear, max, mean, meanSquaredError, NDArray, np, softmax, softmaxCrossEntropy, Variable } from '../../../src/engine/index.js';

describe('dtypes', () => {
  const int = np.array([1, -2], 'int32');
  const bool = np.array([true, false]);
  it.each<[string, NDArray, string]>([
    ['mean of int32', mean(int), 'float64'],
    ['max of int32', max(int), 'int32'],
    ['max of bool', max(bool), 'bool'],
    ['leakyRelu of int32', leakyRelu(int), 'float64'],
    ['softmax of int32', softmax(int), 'float64'],
    ['clip of int32 to fractions', clip(int, -0.5, 0.5), 'float64'],
    ['concat of int32 and bool', concat([int, bool]), 'int32'],
    ['meanSquaredError of int32', meanSquaredError(int, int), 'float64'],
    ['linear of int32', linear(np.ones([1, 2], 'int32'), np.ones([2, 2], 'int32'), int), 'int32'],
    ['softmaxCrossEntropy of float32', softmaxCrossEntropy(np.ones([1, 2], 'float32'), [0]), 'float32'],
  ])('%s', (_, y, dtype) => {
    expect(y).toBeInstanceOf(NDArray);
    expect(y.dtype).toBe(dtype);
  });

  it('squares of large int32 differences do not wrap', () => {
    expect(meanSquaredError(np.array([100000], 'int32'), np.array([0], 'int32')).item()).toBe(1e10);
  });
});

describe('methods', () => {
  it('are the functions of NumPy\'s arrays, and the book\'s', () => {
    const w = new Variable([[1, 4], [2, 0.25]], 'w');
    expect([w.mean(), w.mean({ axis: 0 }), w.max(1), w.min({ axis: 1, keepdims: true }), w.clip(1, 2), w.sqrt(), w.abs()].map(y => y.data.tolist()))
      .toEqual([1.8125, [1.5, 2.125], [4, 2], [[1], [0.25]], [[1, 2], [2, 1]], [[1, 2], [Math.SQRT2, 0.5]], [[1, 4], [2, 0.25]]]);
    expect([w.log(), w.sin(), w.cos(), w.tanh()].map(y => y.creator!.name)).toEqual(['Log', 'Sin', 'Cos', 'Tanh']);
    expect([w.mean(), w.max(), w.min(), w.clip(0), w.getItem(0), linear(w, w), softmax(w)].map(y => y.creator!.name)).toEqual(['Mean', 'Max', 'Min', 'Clip', 'GetItem', 'Linear', 'Softmax']);
  });

  it('np has those of NumPy for arrays', () => {
    expect([np.maximum(np.array([1, NaN]), 2), np.minimum(1, np.array([0, 3])), np.clip([1, 5], null, 2), np.concatenate([[1], np.zeros(1)]), np.sign([-3, 0])].map(y => y.tolist()))
      .toEqual([[2, NaN], [0, 1], [1, 2], [1, 0], [-1, 0]]);
  });
});
