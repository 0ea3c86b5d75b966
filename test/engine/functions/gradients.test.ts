import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dezero from '../../../src/engine/index.js';
import { concat, getItem, gradCheck, leakyRelu, linear, logSoftmax, matmul, max, meanSquaredError, min, np, slice, softmax, softmaxCrossEntropy, Variable } from '../../../src/engine/index.js';

/** Random numbers of a shape, in a range. They are whole multiples of a 64th off by an irrational, so that none falls on a kink at 0 or ±1/2. */
const numbers = (shape: readonly number[], low = -2, high = 2): fc.Arbitrary<Variable> => {
  const size = shape.reduce((a, b) => a * b, 1);
  return fc.array(fc.integer({ min: Math.ceil(low * 64), max: Math.floor(high * 64) - 1 }), { minLength: size, maxLength: size })
    .map(values => new Variable(np.array(Float64Array.from(values, value => (value + 0.5477) / 64)).reshape(shape)));
};
const shape = (minLength = 0, maxLength = 3): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 1, max: 3 }), { minLength, maxLength });
const tensor = (low?: number, high?: number): fc.Arbitrary<Variable> => shape().chain(lengths => numbers(lengths, low, high));

/** Two shapes that broadcast: of one shape, lengths made 1 and leading axes dropped. */
const pair = fc.tuple(shape(), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat({ max: 3 }), fc.boolean())
  .chain(([lengths, ones, dropped, swap]) => {
    const other = lengths.map((length, i) => (ones[i] ? 1 : length)).slice(Math.min(dropped, lengths.length));
    return swap ? fc.tuple(numbers(other), numbers(lengths)) : fc.tuple(numbers(lengths), numbers(other));
  });

/** Holds for every sample, with no kink in reach: then central differences must agree. */
function holds<T>(arbitrary: fc.Arbitrary<T>, check: (sample: T) => dezero.GradCheckResult): void {
  fc.assert(fc.property(arbitrary, sample => {
    const result = check(sample);
    expect(result.ok, String(result)).toBe(true);
    expect(result.kinks, String(result)).toEqual([]);
  }), { numRuns: 40 });
}

describe('the gradient is that of central differences, at random shapes', () => {
  it.each([
    ['log', 0.1, 3], ['sin', -3, 3], ['cos', -3, 3], ['tanh', -2, 2], ['sqrt', 0.1, 3], ['abs', -2, 2], ['exp', -2, 2], ['square', -2, 2],
    ['sigmoid', -4, 4], ['relu', -2, 2], ['leakyRelu', -2, 2], ['neg', -2, 2],
  ] as const)('%s', (name, low, high) => {
    holds(tensor(low, high), x => gradCheck(v => dezero[name](v), x));
  });

  it('leakyRelu with a slope of its own', () => {
    holds(tensor(), x => gradCheck(v => leakyRelu(v, 0.01), x));
  });

  it('clip, within both bounds, one, or none', () => {
    const bound = fc.constantFrom(null, -0.5, 0.5);
    holds(fc.tuple(tensor(), bound, bound), ([x, low, high]) => gradCheck(v => dezero.clip(v, low, high), x));
  });

  it('clip to bounds that are arrays', () => {
    const [low, high] = [np.array([[-1], [0]]), np.array([0.5, 1, 0.25])];
    holds(numbers([2, 3]), x => gradCheck(v => v.clip(low, high), x));
    holds(numbers([]), x => gradCheck(v => v.clip(low, high), x));
  });

  it.each(['add', 'sub', 'mul', 'meanSquaredError'] as const)('%s, broadcast', name => {
    holds(pair, ([a, b]) => gradCheck((x, y) => dezero[name](x, y), [a, b]));
  });

  it('div and pow, broadcast', () => {
    const positive = (v: Variable): Variable => dezero.add(dezero.square(v), 0.5);
    holds(pair, ([a, b]) => gradCheck((x, y) => dezero.div(x, positive(y)), [a, b]));
    holds(pair, ([a, b]) => gradCheck((x, y) => dezero.pow(positive(x), y), [a, b]));
  });

  const axes = shape(1).chain(lengths => fc.tuple(numbers(lengths), fc.subarray(lengths.map((_, i) => i)), fc.boolean()));
  it.each(['sum', 'mean'] as const)('%s over any axes', name => {
    holds(axes, ([x, axis, keepdims]) => gradCheck(v => dezero[name](v, { axis, keepdims }), x));
    holds(tensor(), x => gradCheck(v => dezero[name](v), x));
  });

  it('max and min over any axes, where nothing ties', () => {
    /** The same elements a little apart. */
    const apart = (x: Variable): Variable => new Variable(x.data.add(np.arange(x.size).mul(1e-3).reshape(x.shape)));
    holds(axes, ([x, axis, keepdims]) => gradCheck(v => max(v, { axis, keepdims }), apart(x)));
    holds(axes, ([x, axis, keepdims]) => gradCheck(v => min(v, { axis, keepdims }), apart(x)));
    holds(numbers([]), x => gradCheck(max, x));
  });

  it('softmax and logSoftmax along any axis', () => {
    const along = shape(1).chain(lengths => fc.tuple(numbers(lengths, -4, 4), fc.integer({ min: -lengths.length, max: lengths.length - 1 })));
    holds(along, ([x, axis]) => gradCheck(v => softmax(v, axis), x));
    holds(along, ([x, axis]) => gradCheck(v => logSoftmax(v, axis), x));
  });

  const size = fc.integer({ min: 1, max: 4 });
  it('linear, with and without b, of one sample, many, or stacks of many', () => {
    const operands = fc.tuple(shape(0, 2), size, size).chain(([lead, n, m]) => fc.tuple(numbers([...lead, n]), numbers([n, m]), fc.boolean().chain(scalar => numbers(scalar && lead.length > 0 ? [] : [m]))));
    holds(operands, xs => gradCheck((x, w, b) => linear(x, w, b), xs));
    holds(operands, ([x, w]) => gradCheck((v, u) => linear(v, u), [x, w]));
    holds(operands, ([x, w]) => gradCheck((v, u) => matmul(v, u), [x, w]));
  });

  it('concat along any axis', () => {
    const parts = shape(1).chain(lengths => fc.tuple(fc.nat({ max: lengths.length - 1 }), fc.array(size, { minLength: 1, maxLength: 3 }))
      .chain(([axis, sizes]) => fc.tuple(fc.constant(axis), fc.tuple(...sizes.map(n => numbers(lengths.map((length, i) => (i === axis ? n : length))))))));
    holds(parts, ([axis, xs]) => gradCheck((...vs) => concat(vs, axis), xs));
  });

  it('getItem with repeated lists, slices, numbers and new axes', () => {
    const index = fc.oneof(fc.integer({ min: -3, max: 2 }), fc.array(fc.integer({ min: -3, max: 2 }), { maxLength: 4 }), fc.constantFrom(slice(), slice(1), slice(null, null, -1), slice(0, 3, 2)));
    holds(fc.tuple(numbers([3, 3]), index, fc.constantFrom(null, '...' as const), fc.constantFrom<dezero.Index>(slice(), 2, slice(2, null, -1))), ([x, a, between, b]) => gradCheck(v => getItem(v, a, between, b), x));
  });

  it('softmaxCrossEntropy', () => {
    const samples = fc.tuple(size, size).chain(([n, c]) => fc.tuple(numbers([n, c], -5, 5), fc.array(fc.nat({ max: c - 1 }), { minLength: n, maxLength: n })));
    holds(samples, ([x, t]) => gradCheck(v => softmaxCrossEntropy(v, t), x));
  });

  it('all in float32 as well, with gradients in float32', () => {
    const x = new Variable(np.random.randn(2, 3).astype('float32'));
    const scalars: ((x: Variable) => Variable)[] = [dezero.sin, dezero.tanh, dezero.sigmoid, dezero.softmax, dezero.logSoftmax, dezero.mean, dezero.max, dezero.relu, (v: Variable) => softmaxCrossEntropy(v, [0, 2]), (v: Variable) => meanSquaredError(v, 0.5)];
    for (const f of scalars) {
      expect(String(gradCheck(f, x))).toContain('gradCheck: ok');
      const v = new Variable(x.data);
      const y = f(v);
      y.backward();
      expect([y.dtype, v.grad!.dtype]).toEqual(['float32', 'float32']);
    }
  });
});
