/** @file Every differentiable function, with random operands at which it has a derivative. */
import fc from 'fast-check';
import * as dezero from '../../../src/engine/index.js';
import { np, slice, Variable } from '../../../src/engine/index.js';

/** A function and its operands: what it closes over, such as axes or labels, is drawn with them. */
export interface Sample {
  readonly f: (...xs: Variable[]) => Variable;
  readonly xs: readonly Variable[];
}

const shape = (minLength = 0, maxLength = 3): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 1, max: 3 }), { minLength, maxLength });

/** Whole multiples of a 64th off by an irrational, so that none falls on a kink at 0 or ±1/2. */
function numbers(lengths: readonly number[], low = -2, high = 2): fc.Arbitrary<Variable> {
  const size = lengths.reduce((a, b) => a * b, 1);
  return fc.array(fc.integer({ min: Math.ceil(low * 64), max: Math.floor(high * 64) - 1 }), { minLength: size, maxLength: size })
    .map(values => new Variable(np.array(Float64Array.from(values, value => (value + 0.5477) / 64)).reshape(lengths)));
}

/** Of any shape, 0-d too. */
const one = (f: (x: Variable) => Variable, low?: number, high?: number): fc.Arbitrary<Sample> =>
  shape().chain(lengths => numbers(lengths, low, high)).map(x => ({ f, xs: [x] }));

/** Of two shapes that broadcast: of one shape, lengths made 1 and leading axes dropped. */
const two = (f: (x0: Variable, x1: Variable) => Variable): fc.Arbitrary<Sample> =>
  fc.tuple(shape(), fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }), fc.nat({ max: 3 }), fc.boolean()).chain(([lengths, ones, dropped, swap]) => {
    const other = lengths.map((length, i) => (ones[i] ? 1 : length)).slice(Math.min(dropped, lengths.length));
    return fc.tuple(numbers(swap ? other : lengths), numbers(swap ? lengths : other)).map(xs => ({ f, xs }));
  });

/** Over any of its axes, kept or not. */
const over = (f: (x: Variable, options: { axis: number[]; keepdims: boolean }) => Variable, prepare = (x: Variable) => x): fc.Arbitrary<Sample> =>
  shape().chain(lengths => fc.tuple(numbers(lengths), fc.subarray(lengths.map((_, i) => i)), fc.boolean()))
    .map(([x, axis, keepdims]) => ({ f: v => f(v, { axis, keepdims }), xs: [prepare(x)] }));

/** Along one of its axes. */
const along = (f: (x: Variable, axis: number) => Variable): fc.Arbitrary<Sample> =>
  shape(1).chain(lengths => fc.tuple(numbers(lengths, -4, 4), fc.integer({ min: -lengths.length, max: lengths.length - 1 })))
    .map(([x, axis]) => ({ f: v => f(v, axis), xs: [x] }));

/** The same elements a little apart, so that none ties. */
const apart = (x: Variable): Variable => new Variable(x.data.add(np.arange(x.size).mul(1e-3).reshape(x.shape)));
const positive = (x: Variable): Variable => dezero.add(dezero.square(x), 0.5);
const size = fc.integer({ min: 1, max: 4 });

const index = fc.oneof(fc.integer({ min: -3, max: 2 }), fc.array(fc.integer({ min: -3, max: 2 }), { maxLength: 4 }), fc.constantFrom(slice(), slice(1), slice(null, null, -1), slice(0, 3, 2)));
const bound = fc.constantFrom(null, -0.5, 0.5);

const matrices = fc.tuple(shape(0, 2), size, size).chain(([lead, n, m]) => fc.tuple(numbers([...lead, n]), numbers([n, m]), numbers([m])));
/** Stacks of matrices whose leading axes broadcast. */
const stacks = fc.tuple(fc.constantFrom([[2], [2]], [[2], []], [[], [2]], [[2, 1], [3]], [[1], [2]]), size, size, size)
  .chain(([[left, right], n, k, m]) => fc.tuple(numbers([...left!, n, k]), numbers([...right!, k, m])));
const parts = shape(1).chain(lengths => fc.tuple(fc.nat({ max: lengths.length - 1 }), fc.array(size, { minLength: 1, maxLength: 3 }))
  .chain(([axis, sizes]) => fc.tuple(fc.constant(axis), fc.tuple(...sizes.map(n => numbers(lengths.map((length, i) => (i === axis ? n : length))))))));
const permuted = shape().chain(lengths => fc.tuple(numbers(lengths), fc.shuffledSubarray(lengths.map((_, i) => i), { minLength: lengths.length })));

/** Seeded at each call, so that the same elements are dropped each time. */
const dropped = (x: Variable): Variable => {
  np.random.seed(54);
  return dezero.dropout(x, 0.4);
};

const batches = fc.tuple(size, size, fc.option(fc.tuple(size, size))).chain(([n, channels, image]) =>
  fc.tuple(numbers([n, channels, ...(image ?? [])]), numbers([channels]), numbers([channels])));

export const everyFunction: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
  dropout: one(dropped),
  // An eps beside which no channel is without variance: the derivative is gentle then.
  batchNorm: batches.map(xs => ({ f: (x, gamma, beta) => dezero.batchNorm(x!, gamma!, beta!, np.zeros(gamma!.size), np.ones(gamma!.size), { eps: 0.5 }), xs })),
  add: two(dezero.add), sub: two(dezero.sub), mul: two(dezero.mul),
  rsub: two(dezero.rsub), rdiv: two((a, b) => dezero.rdiv(positive(a), b)),
  div: two((a, b) => dezero.div(a, positive(b))),
  pow: fc.oneof(two((a, b) => dezero.pow(positive(a), b)), one(x => dezero.pow(x, 3)), one(x => dezero.pow(x, -2), 0.25, 2), one(x => dezero.pow(2, x))),
  neg: one(dezero.neg), square: one(dezero.square), exp: one(dezero.exp), log: one(dezero.log, 0.25, 3), sin: one(dezero.sin), cos: one(dezero.cos),
  tanh: one(dezero.tanh), sqrt: one(dezero.sqrt, 0.25, 3), abs: one(dezero.abs), sigmoid: one(dezero.sigmoid, -4, 4), relu: one(dezero.relu),
  leakyRelu: fc.oneof(one(x => dezero.leakyRelu(x)), one(x => dezero.leakyRelu(x, 0.01))),
  softmax: along(dezero.softmax), logSoftmax: along(dezero.logSoftmax),
  sum: over(dezero.sum), mean: over(dezero.mean), max: over(dezero.max, apart), min: over(dezero.min, apart),
  clip: fc.oneof(
    fc.tuple(bound, bound).chain(([low, high]) => one(x => dezero.clip(x, low, high))),
    numbers([2, 3]).map(x => ({ f: (v: Variable) => v.clip(np.array([[-1], [0]]), np.array([0.5, 1, 0.25])), xs: [x] })),
  ),
  reshape: shape().chain(lengths => numbers(lengths)).map(x => ({ f: v => v.reshape(-1, 1), xs: [x] })),
  transpose: permuted.map(([x, axes]) => ({ f: v => dezero.transpose(v, axes), xs: [x] })),
  broadcastTo: fc.tuple(shape(0, 2), shape(0, 1)).chain(([lengths, lead]) => numbers(lengths).map(x => ({ f: (v: Variable) => dezero.broadcastTo(v, [...lead, ...lengths]), xs: [x] }))),
  sumTo: fc.tuple(shape(), fc.nat({ max: 3 })).chain(([lengths, dropped]) => numbers(lengths).map(x => ({ f: (v: Variable) => dezero.sumTo(v, lengths.slice(dropped)), xs: [x] }))),
  matmul: fc.oneof(matrices.map(([x, w]) => ({ f: dezero.matmul, xs: [x, w] })), stacks.map(xs => ({ f: dezero.matmul, xs }))),
  linear: fc.tuple(matrices, fc.boolean()).map(([[x, w, b], biased]) => (biased ? { f: dezero.linear, xs: [x, w, b] } : { f: (v, u) => dezero.linear(v!, u!), xs: [x, w] })),
  getItem: fc.tuple(numbers([3, 3]), index, fc.constantFrom(null, '...' as const), fc.constantFrom<dezero.Index>(slice(), 2, slice(2, null, -1)))
    .map(([x, a, between, b]) => ({ f: v => dezero.getItem(v, a, between, b), xs: [x] })),
  concat: parts.map(([axis, xs]) => ({ f: (...vs) => dezero.concat(vs, axis), xs })),
  meanSquaredError: two(dezero.meanSquaredError),
  softmaxCrossEntropy: fc.tuple(size, size).chain(([n, c]) => fc.tuple(numbers([n, c], -5, 5), fc.array(fc.nat({ max: c - 1 }), { minLength: n, maxLength: n })))
    .map(([x, t]) => ({ f: v => dezero.softmaxCrossEntropy(v, t), xs: [x] })),
};
