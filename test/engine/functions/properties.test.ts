/** @file What holds for every function, at random shapes: broadcast, stacked and 0-d ones among them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as dezero from '../../../src/engine/index.js';
import { add, concat, grad, gradCheck, meanSquaredError, mul, np, reshape, softmaxCrossEntropy, square, sum, Variable } from '../../../src/engine/index.js';
import { everyFunction, type Sample } from './every-function.js';

const functions = Object.entries(everyFunction);

/** Differentiable functions of the library; what else it exports computes no gradient of its own. */
const named = 'add sub rsub mul div rdiv pow neg square exp log sin cos tanh sqrt abs sigmoid relu leakyRelu softmax logSoftmax sum mean max min clip reshape transpose broadcastTo sumTo '
  + 'matmul linear dropout batchNorm getItem concat meanSquaredError softmaxCrossEntropy';

it('every function of the library is tried', () => {
  expect(Object.keys(everyFunction).toSorted()).toEqual(named.split(' ').toSorted());
  expect(functions.filter(([name]) => !(name in dezero))).toEqual([]);
});

/** Central differences agree, and no kink is in reach. */
function expectDerivative(f: (...xs: Variable[]) => Variable, xs: readonly Variable[]): void {
  const result = gradCheck(f, xs);
  expect(result.ok, String(result)).toBe(true);
  expect(result.kinks, String(result)).toEqual([]);
}

describe('the gradient is that of central differences', () => {
  it.each(functions)('%s', (_, samples) => {
    fc.assert(fc.property(samples, ({ f, xs }) => {
      expectDerivative(f, xs);
    }), { numRuns: 60 });
  });
});

/** The gradients of all operands in one row, of a square that gives a linear function a second derivative too. */
function gradientRow({ f, xs }: Sample): (...vs: Variable[]) => Variable {
  return (...vs) => {
    const y = f(...vs);
    const weights = np.arange(y.size).add(0.7).reshape(y.shape);
    const gradients = grad(sum(mul(square(y), weights)), vs, { createGraph: true });
    return concat(gradients.map((gradient, i) => reshape(gradient, xs[i]!.size)));
  };
}

describe('the gradient can be differentiated again, and its gradient is that of central differences', () => {
  it.each(functions)('%s', (_, samples) => {
    fc.assert(fc.property(samples, sample => {
      expectDerivative(gradientRow(sample), sample.xs);
    }), { numRuns: 15 });
  });
});

describe('backward is linear in the seed, keeps shapes, and leaves the data alone', () => {
  /** The gradients of all operands for a seed. */
  const gradients = ({ f, xs }: Sample, seed: (n: number) => number): number[][] => {
    const vs = xs.map(x => new Variable(x.data.copy()));
    const y = f(...vs);
    y.backward({ gradient: np.array(Float64Array.from({ length: y.size }, (_, i) => seed(i))).reshape(y.shape) });
    for (const [i, v] of vs.entries()) {
      expect(v.grad?.shape).toEqual(v.shape);
      expect(v.data.tolist()).toEqual(xs[i]!.data.tolist());
    }
    return vs.map(v => v.grad!.reshape(-1).tolist() as number[]);
  };

  it.each(functions)('%s', (_, samples) => {
    const weight = fc.integer({ min: -8, max: 8 }).map(n => n / 4);
    fc.assert(fc.property(samples, weight, weight, (sample, a, b) => {
      const [first, second] = [(i: number) => 1 + i, (i: number) => 0.5 - (i % 3)];
      const [g, h, both] = [gradients(sample, first), gradients(sample, second), gradients(sample, i => a * first(i) + b * second(i))];
      for (const [input, values] of both.entries()) {
        for (const [i, value] of values.entries()) {
          const [ga, hb] = [a * g[input]![i]!, b * h[input]![i]!];
          expect(Math.abs(value - (ga + hb))).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(ga) + Math.abs(hb)));
        }
      }
    }), { numRuns: 30 });
  });
});

describe('a Variable used twice gets the sum of both gradients', () => {
  it.each(functions)('%s', (_, samples) => {
    fc.assert(fc.property(samples, ({ f, xs }) => {
      const once = xs.map(x => new Variable(x.data));
      sum(f(...once)).backward();
      const twice = xs.map(x => new Variable(x.data));
      add(sum(f(...twice)), sum(f(...twice))).backward();
      for (const [i, v] of twice.entries()) expect(v.grad!.tolist()).toEqual(once[i]!.grad!.mul(2).tolist());
    }), { numRuns: 20 });
  });
});

describe('in float32 the value and the gradient are float32', () => {
  const single = (f: (x: Variable) => Variable) => () => {
    const x = new Variable(np.array([[0.3, -0.7, 1.2], [0.9, 0.4, -1.1]]).astype('float32'));
    expect(String(gradCheck(f, x))).toContain('gradCheck: ok');
    const y = f(x);
    y.backward();
    expect([y.dtype, x.grad!.dtype]).toEqual(['float32', 'float32']);
  };
  for (const name of ['exp', 'sin', 'cos', 'tanh', 'abs', 'neg', 'square', 'sigmoid', 'relu', 'leakyRelu', 'softmax', 'logSoftmax', 'sum', 'mean', 'max', 'min', 'transpose'] as const) {
    it(name, single(x => dezero[name](x)));
  }
  it('x * 0.1 + 2', single(x => add(mul(x, 0.1), 2)));
  it('x ** 2', single(x => dezero.pow(x, 2)));
  it('matmul', single(x => dezero.matmul(x, dezero.transpose(x))));
  it('softmaxCrossEntropy', single(x => softmaxCrossEntropy(x, [0, 2])));
  it('meanSquaredError', single(x => meanSquaredError(x, 0.5)));
});
