import { describe, expect, it } from 'vitest';
import { add, broadcastTo, div, exp, matmul, mul, NDArray, neg, np, pow, rdiv, reshape, rsub, square, sub, sum, sumTo, transpose, Variable } from '../../src/engine/index.js';

/** y's data and the gradients of sum(y). */
function differentiate(y: Variable, ...xs: Variable[]): unknown[] {
  y.backward();
  return [y.data.tolist(), ...xs.map(x => x.grad?.tolist())];
}
const scalars = (a: number, b: number): [Variable, Variable] => [new Variable(a), new Variable(b)];

describe('operators as functions (book steps 20–22)', () => {
  it.each([
    ['add', add, 5, 1, 1],
    ['sub', sub, 1, 1, -1],
    ['mul', mul, 6, 2, 3],
    ['div', div, 1.5, 0.5, -0.75],
    ['pow', pow, 9, 6, 9 * Math.log(3)],
    ['rsub', rsub, -1, -1, 1],
    ['rdiv', rdiv, 2 / 3, -2 / 9, 1 / 3],
  ])('%s', (_, fn, y, g0, g1) => {
    const [x0, x1] = scalars(3, 2);
    const [value, ...gradients] = differentiate(fn(x0, x1), x0, x1);
    expect(value).toBeCloseTo(y, 14);
    expect(gradients[0]).toBeCloseTo(g0, 14);
    expect(gradients[1]).toBeCloseTo(g1, 14);
  });

  it('take numbers on either side', () => {
    const x = new Variable(3);
    expect([add(x, 1), add(1, x), sub(1, x), div(1.5, x), mul(2, x), pow(x, 3), pow(2, x)].map(String)).toEqual(
      ['4.0', '4.0', '-2.0', '0.5', '6.0', '27.0', '8.0'].map(text => `variable(${text})`),
    );
    expect(pow(x, 3).creator?.inputs).toEqual([x]);
  });

  it('keep a number weak beside its dtype, as NumPy 2 does', () => {
    const i = new Variable(np.array([1, 2], 'int32'));
    expect([mul(i, 2).dtype, mul(i, 0.5).dtype, div(i, 2).dtype]).toEqual(['int32', 'float64', 'float64']);
    expect(mul(new Variable(np.array([1], 'float32')), 0.1).dtype).toBe('float32');
  });

  it('give arrays where no Variable is involved', () => {
    expect(add(np.ones(2), 1)).toBeInstanceOf(NDArray);
    expect(square(3).item()).toBe(9);
  });

  it('have IEEE\'s gradients at singular points', () => {
    const zero = new Variable(0);
    pow(zero, 0).backward();
    expect(zero.grad?.item()).toBe(0);
    zero.clearGrad();
    pow(zero, 0.5).backward();
    expect(zero.grad?.item()).toBe(Infinity);
    const [x, c] = scalars(0, 2);
    pow(x, c).backward();
    expect([x.grad?.item(), c.grad?.item()]).toEqual([0, 0]);
  });
});

describe('broadcasting (book step 40)', () => {
  it.each([
    ['add', add, [[1, 1], [1, 1]], [2, 2]],
    ['mul', mul, [[10, 20], [10, 20]], [4, 6]],
  ])('%s sums gradients back to each input\'s shape', (_, fn, gx, gb) => {
    const [x, b] = [new Variable([[1, 2], [3, 4]]), new Variable([10, 20])];
    const [, ...gradients] = differentiate(fn(x, b), x, b);
    expect(gradients).toEqual([gx, gb]);
  });

  it('refuses shapes that do not', () => {
    expect(() => add(new Variable(np.ones([2, 3])), new Variable(np.ones([2, 4])))).toThrow('add: shapes (2, 3) and (2, 4) do not broadcast');
  });
});

describe('shapes', () => {
  const x = (): Variable => new Variable([[1, 2, 3], [4, 5, 6]]);

  it('sum over axes, and back', () => {
    for (const [y, value] of [
      [(v: Variable): Variable => sum(v), 21],
      [(v: Variable): Variable => v.sum(0), [5, 7, 9]],
      [(v: Variable): Variable => v.sum({ axis: -1, keepdims: true }), [[6], [15]]],
      [(v: Variable): Variable => v.sum([0, 1]), 21],
    ] as const) {
      const v = x();
      expect(differentiate(y(v), v)).toEqual([value, [[1, 1, 1], [1, 1, 1]]]);
    }
    expect(() => x().sum(2)).toThrow('axis 2');
  });

  it('reshape and transpose carry gradients back in place', () => {
    const v = x();
    mul(v.reshape(3, 2), np.array([[1, 2], [3, 4], [5, 6]])).backward();
    expect(v.grad?.tolist()).toEqual([[1, 2, 3], [4, 5, 6]]);
    const w = x();
    mul(w.T, np.array([[1, 2], [3, 4], [5, 6]])).backward();
    expect(w.grad?.tolist()).toEqual([[1, 3, 5], [2, 4, 6]]);
    const t = new Variable(np.arange(24).reshape(2, 3, 4));
    const weights = np.arange(24).reshape(4, 2, 3);
    mul(transpose(t, [2, 0, 1]), weights).backward();
    expect(t.grad?.tolist()).toEqual(weights.transpose(1, 2, 0).tolist());
  });

  it('broadcastTo and sumTo undo each other', () => {
    const v = new Variable([1, 2]);
    expect(differentiate(broadcastTo(v, 3, 2), v)).toEqual([[[1, 2], [1, 2], [1, 2]], [3, 3]]);
    const w = x();
    expect(differentiate(sumTo(w, [1, 3]), w)).toEqual([[[5, 7, 9]], [[1, 1, 1], [1, 1, 1]]]);
    expect(reshape(v, [2]).shape).toEqual([2]);
  });
});

describe('matmul (book step 41)', () => {
  it('is (n, k) by (k, m), with gradients gy·wᵀ and xᵀ·gy', () => {
    const [x, w] = [new Variable([[1, 2], [3, 4]]), new Variable([[5, 6], [7, 8]])];
    expect(differentiate(matmul(x, w), x, w)).toEqual([[[19, 22], [43, 50]], [[11, 15], [11, 15]], [[4, 4], [6, 6]]]);
  });

  it.each([
    [[2], [2]],
    [[2], [2, 3]],
    [[3, 2], [2]],
    [[4, 3, 2], [2, 3]],
    [[2, 3], [4, 3, 2]],
    [[4, 3, 2], [2]],
  ])('takes shapes %j by %j as NumPy does, with gradients of the operands\' shapes', (a, b) => {
    const [x, w] = [new Variable(np.random.rand(...a)), new Variable(np.random.rand(...b))];
    const y = matmul(x, w);
    sum(y).backward();
    // The sum is linear in each operand: its gradient's product with the operand is the sum again.
    const total = y.data.sum().item();
    expect(x.grad!.mul(x.data).sum().item()).toBeCloseTo(total, 10);
    expect(w.grad!.mul(w.data).sum().item()).toBeCloseTo(total, 10);
    expect([x.grad!.shape, w.grad!.shape]).toEqual([a, b]);
  });
});

describe('exp and neg', () => {
  it('differentiate', () => {
    const x = new Variable([0, 1]);
    const [value, gradient] = differentiate(exp(x), x);
    expect(value).toEqual([1, Math.E]);
    expect(gradient).toEqual([1, Math.E]);
    const y = new Variable(2);
    expect(differentiate(neg(y), y)).toEqual([-2, -1]);
  });
});
