/** @file Single float64 numbers take a way of their own through the engine; nobody may be able to tell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abs, add, cos, div, exp, grad, log, mul, neg, noGrad, np, pow, sin, sqrt, square, sub, tanh, Variable } from '../../src/engine/index.js';

const unary: [string, (x: Variable) => Variable][] = [
  ['neg', neg], ['square', square], ['exp', exp], ['log', log], ['sin', sin], ['cos', cos], ['tanh', tanh], ['sqrt', sqrt], ['abs', abs],
  ['x ** 0', x => pow(x, 0)], ['x ** 0.5', x => pow(x, 0.5)], ['x ** 2', x => pow(x, 2)], ['x ** 3', x => pow(x, 3)], ['x ** -1', x => pow(x, -1)],
  ['2 * x', x => mul(2, x)], ['1 - x', x => sub(1, x)], ['x + x', x => add(x, x)], ['x * x', x => mul(x, x)], ['x / x', x => div(x, x)],
];
const binary: [string, (x0: Variable, x1: Variable) => Variable][] = [['add', add], ['sub', sub], ['mul', mul], ['div', div], ['pow', pow]];

/** Also 0, -0, the infinities, nan and the smallest numbers: the rules have no hidden guards. */
const number = fc.oneof(fc.double(), fc.double({ min: -5, max: 5 }), fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324));

/** Value and gradients, of 0-d Variables and of Variables of shape (1,), whose rules compute on arrays. */
function bothWays(f: (...xs: Variable[]) => Variable, numbers: number[], seed: number): [number[], number[]] {
  const [scalars, vectors] = [[], [1]].map(shape => {
    const xs = numbers.map(x => new Variable(np.array([x]).reshape(shape)));
    const y = f(...xs);
    y.backward({ gradient: np.array([seed]).reshape(shape) });
    return [y, ...xs].flatMap((v, i) => (i === 0 ? v.data : v.grad!).reshape(1).tolist() as number[]);
  });
  return [scalars!, vectors!];
}

describe('A single number has, to the bit, the value and the gradient that it has in an array', () => {
  it.each(unary)('%s', (_, f) => {
    fc.assert(fc.property(number, number, (x, seed) => {
      const [scalar, array] = bothWays(f as (...xs: Variable[]) => Variable, [x], seed);
      expect(scalar).toEqual(array);
    }));
  });

  it.each(binary)('%s', (_, f) => {
    fc.assert(fc.property(number, number, number, (x0, x1, seed) => {
      const [scalar, array] = bothWays(f as (...xs: Variable[]) => Variable, [x0, x1], seed);
      expect(scalar).toEqual(array);
    }));
  });
});

describe('A single number is an array as soon as somebody looks', () => {
  it('the same array each time, for data and for the gradient', () => {
    const x = new Variable(3);
    const y = square(x);
    y.backward({ retainGrad: true });
    expect([x.data, y.data, x.grad, y.grad].map(String)).toEqual(['3.0', '9.0', '6.0', '1.0']);
    expect(y.data).toBe(y.data);
    expect(x.grad).toBe(x.grad);
    x.grad!.fill(7);
    expect(String(x.grad)).toBe('7.0');
  });

  it('and a write to it between forward and backward is found, if the rule reads it', () => {
    const x = new Variable(3, 'x');
    const y = mul(x, 2);
    const z = square(y);
    y.data.set(5);
    expect(() => z.backward()).toThrow(/Square: the data of the output of Mul was changed in place/);

    const a = new Variable(3, 'a');
    const sum = add(a, 1);
    a.data.set(5);
    sum.backward();
    expect(String(a.grad)).toBe('1.0');
  });

  it('data that was replaced is found too', () => {
    const x = new Variable(3, 'x');
    const y = square(x);
    x.data = 4;
    expect(() => y.backward()).toThrow("Square: the data of Variable 'x' was replaced");
  });

  it('gradients of two passes add up, also when the first was written to', () => {
    const x = new Variable(3);
    square(x).backward();
    x.grad!.fill(100);
    square(x).backward();
    expect(String(x.grad)).toBe('106.0');
  });

  it('a gradient that is differentiated again comes from Variables', () => {
    const x = new Variable(2);
    const [gx] = grad(pow(x, 3), [x], { createGraph: true });
    const [gx2] = grad(gx!, [x], { createGraph: true });
    const [gx3] = grad(gx2!, [x]);
    expect([gx, gx2, gx3].map(String)).toEqual(['variable(12.0)', 'variable(12.0)', 'variable(6.0)']);
  });

  it('under no-grad it is computed and not recorded', () => {
    const y = noGrad(() => mul(add(new Variable(2), 1), 4));
    expect([String(y), y.creator, y.generation]).toEqual(['variable(12.0)', null, 0]);
  });

  it('beside a number with a dtype of its own it is no number alone', () => {
    const y = mul(new Variable(np.array(3, 'int32')), 2);
    expect([y.dtype, String(y)]).toEqual(['int32', 'variable(6)']);
    const z = mul(new Variable(np.array(3, 'float32')), 0.1);
    expect(z.dtype).toBe('float32');
  });
});
