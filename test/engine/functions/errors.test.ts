import { describe, expect, it } from 'vitest';
import { clip, concat, getItem, type Index, leakyRelu, linear, max, mean, meanSquaredError, NDArray, np, slice, softmax, softmaxCrossEntropy, Variable } from '../../../src/engine/index.js';

/** The text of the error, with its kind. */
function errorOf(wrong: () => unknown): string {
  try {
    wrong();
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no error';
}
const x = np.ones([2, 3]);
const v = new Variable(x);

describe('errors name the operation, the shapes, the reason and what to do', () => {
  it.each<[string, () => unknown, string]>([
    ['getItem out of bounds', () => getItem(v, 0, 3), 'RangeError: getItem: index 3 is out of bounds for axis 1 with size 3 of the shape (2, 3): use -3 to 2'],
    ['getItem of a list out of bounds', () => getItem(v, [0, -3]), 'RangeError: getItem: index -3 is out of bounds for axis 0 with size 2 of the shape (2, 3): use -2 to 1'],
    ['getItem of an empty axis', () => getItem(np.ones([0]), 0), 'RangeError: getItem: index 0 is out of bounds for axis 0 with size 0 of the shape (0,): it has no elements'],
    ['getItem with too many', () => getItem(v, 0, 0, 0), 'RangeError: getItem: 3 indices for an array of shape (2, 3), which has 2 axes: leave some out'],
    ['getItem of a fraction', () => getItem(v, 0.5), 'TypeError: getItem: 0.5 is no index: positions are integers'],
    ['getItem of a string', () => getItem(v, '1:3' as '...'), "TypeError: getItem: '1:3' is no index: give a number, slice(start, stop, step), a list, an int32 or bool array, null for a new axis, or '...'"],
    ['getItem of a Variable', () => getItem(v, v as unknown as Index), "TypeError: getItem: a Variable is no index: give a number, slice(start, stop, step), a list, an int32 or bool array, null for a new axis, or '...'"],
    ['getItem of floats', () => getItem(v, np.array([0, 1])), "TypeError: getItem: a float64 array is no index: positions are int32 and masks bool: convert it with astype('int32'), or give a list"],
    ['getItem of a mask that does not fit', () => getItem(v, [true, false, true]), 'Error: getItem: a bool array of shape (3,) does not fit the axes of lengths (2,) of an array of shape (2, 3): a mask has the shape of what it masks'],
    ['getItem of two ellipses', () => getItem(v, '...', '...'), "RangeError: getItem: '...' may stand once only: write slice() for each of the other axes"],
    ['getItem of lists that do not meet', () => getItem(v, [0, 1], [0, 1, 2]), 'Error: getItem (lists of indices): shapes (2,) and (3,) do not broadcast: counted from the last, axis 1 has 2 and 3 elements, and lengths must be equal or one of them 1: reshape one of the arrays'],
    ['slice by 0', () => slice(0, 1, 0), 'RangeError: slice: a step of 0 never arrives: give a step other than 0'],
    ['slice of a fraction', () => slice(0.5), 'TypeError: slice: the start is 0.5, but slices are made of integers: give one, or null to leave it out'],
    ['concat of nothing', () => concat([]), 'Error: concat: there are no tensors to join: give at least one'],
    ['concat of 0-d', () => concat([v, new Variable(1)]), 'Error: concat: a 0-d array has no axis to join along: reshape it to (1,) first'],
    ['concat of other lengths', () => concat([v, np.ones([2, 2])]), 'Error: concat: array 0 has the shape (2, 3) and array 1 (2, 2): all lengths but that of axis 0 must be equal: reshape or cut one of them'],
    ['concat along no axis', () => concat([v, v], 2), 'RangeError: concat: axis 2 is out of bounds for an array of dimension 2: use -2 to 1'],
    ['concat without a list', () => concat(v as never), 'TypeError: concat: the tensors come in one array: concat([x0, x1], axis)'],
    ['linear of other sizes', () => linear(v, np.ones([2, 4])), 'Error: linear: x has the shape (2, 3), W (2, 4): the last axis of x must be as long as the first of W, 2: transpose W, or make one of that size'],
    ['linear with a vector as W', () => linear(v, np.ones([3])), 'Error: linear: x has the shape (2, 3), W (3,): W must be a matrix of shape (inputs, outputs): reshape it'],
    ['linear with another b', () => linear(v, np.ones([3, 4]), np.ones([3])), 'Error: linear: x has the shape (2, 3), W (3, 4), b (3,): b must have one element for each output, the shape (4,)'],
    ['linear of a number', () => linear(2, np.ones([3, 4])), 'Error: linear: x has the shape (), W (3, 4): x must have its inputs along the last axis, so it cannot be 0-d: reshape it'],
    ['softmax along no axis', () => softmax(v, 2), 'RangeError: softmax: axis 2 is out of bounds for an array of dimension 2: use -2 to 1'],
    ['softmax of 0-d', () => softmax(new Variable(1)), 'RangeError: softmax: axis -1 is out of bounds for an array of dimension 0: a 0-d array has no axes: reshape it to (1,) first'],
    ['softmax along two', () => softmax(v, [0, 1] as never), 'TypeError: softmax: an array is no axis: give one axis, as a number or as { axis }'],
    ['softmax with a wrong option', () => softmax(v, { dim: 1 } as never), "TypeError: softmax: unknown option 'dim': give { axis }, or the axis alone"],
    ['mean along no axis', () => mean(v, 5), 'RangeError: mean: axis 5 is out of bounds for an array of dimension 2: use -2 to 1'],
    ['clip to a number that int32 cannot hold', () => clip(np.ones([1], 'int32'), 0, 3e9), "RangeError: clip: the number 3000000000 does not fit in int32, which the int32 array beside it asks for (-2147483648 to 2147483647): convert the array first, with astype('float64')"],
    ['leakyRelu with a slope of its own kind', () => leakyRelu(v, '0.1' as never), 'TypeError: leakyRelu: the slope is \'0.1\', but it must be a number, such as 0.2'],
    ['softmaxCrossEntropy of another class', () => softmaxCrossEntropy(v, [0, 3]), 'RangeError: softmaxCrossEntropy: the label 3 is none of the 3 classes of x (2, 3): use 0 to 2'],
    ['softmaxCrossEntropy of one-hot rows', () => softmaxCrossEntropy(v, x), 'Error: softmaxCrossEntropy: x has the shape (2, 3) and t (2, 3), but x must be (samples, classes) and t one label for each sample, (samples,): t must have the shape (2,) here; of one-hot rows take the position of the 1'],
    ['softmaxCrossEntropy of fractions', () => softmaxCrossEntropy(v, [0, 0.5]), 'TypeError: softmaxCrossEntropy: 0.5 is no label: labels are integers, the positions of the classes'],
    ['meanSquaredError of other shapes', () => meanSquaredError(v, np.ones([2])), 'Error: meanSquaredError: shapes (2, 3) and (2,) do not broadcast: counted from the last, axis 1 has 3 and 2 elements, and lengths must be equal or one of them 1: reshape one of the arrays'],
  ])('%s', (_, wrong, text) => {
    expect(errorOf(wrong)).toBe(text);
  });

  it('max of nothing', () => {
    expect(errorOf(() => max(np.zeros([0])))).toMatch(/^Error: max: .*no elements/);
  });
});

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
