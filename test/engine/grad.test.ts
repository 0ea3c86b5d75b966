import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, asArray, div, exp, Function, grad, matmul, mul, type NDArray, np, pow, sin, square, sub, sum, tanh, Variable } from '../../src/engine/index.js';

describe('grad', () => {
  it('gives the gradients in the order asked, zeros for what y does not depend on, and touches no grad', () => {
    const [a, b, c] = [new Variable(3), new Variable(2), new Variable([1, 2])];
    const y = mul(a, b);
    const gradients = grad(y, [b, c, a, y]);
    expect(gradients.map(g => g.data.tolist())).toEqual([3, [0, 0], 2, 1]);
    expect([a.grad, b.grad, c.grad, y.grad]).toEqual([null, null, null, null]);
    expect(gradients.map(g => g.creator)).toEqual([null, null, null, null]);
  });

  it('gives gradients of Variables on the way, too', () => {
    const x = new Variable(2);
    const t = square(x);
    expect(grad(square(t), [t, x]).map(g => g.data.item())).toEqual([8, 32]);
  });

  it('leaves what a backward pass had left', () => {
    const x = new Variable(3);
    const y = square(x);
    y.backward({ retainGrad: true });
    grad(y, [x]);
    expect([x.grad?.item(), y.grad?.item()]).toEqual([6, 1]);
  });
});

describe('higher order (book steps 32–36)', () => {
  it('differentiates x⁴ - 2x² twice: 4x³ - 4x and 12x² - 4 (step 33)', () => {
    const x = new Variable(2);
    const y = sub(pow(x, 4), mul(2, pow(x, 2)));
    const [gx] = grad(y, [x], { createGraph: true });
    const [gx2] = grad(gx!, [x]);
    expect([gx!.data.item(), gx2!.data.item()]).toEqual([24, 44]);
  });

  it('finds its minimum by Newton\'s method (step 33)', () => {
    let x = new Variable(2);
    for (let i = 0; i < 10; i++) {
      const y = sub(pow(x, 4), mul(2, pow(x, 2)));
      const [gx] = grad(y, [x], { createGraph: true });
      const [gx2] = grad(gx!, [x]);
      x = new Variable(sub(x.data, div(gx!.data, gx2!.data)));
    }
    expect(x.data.item()).toBe(1);
  });

  it('differentiates sin eight times: sin, cos, -sin, -cos, and round again (step 34)', () => {
    const points = [0, 0.7, -2.3];
    const x = new Variable(points);
    let y = sin(x);
    for (let order = 1; order <= 8; order++) {
      [y] = grad(y, [x], { createGraph: true }) as [Variable];
      for (const [i, at] of points.entries()) {
        expect(y.data.at(i), `order ${String(order)}`).toBeCloseTo(Math.sin(at + order * Math.PI / 2), 12);
      }
    }
  });

  it('differentiates tanh eight times: polynomials in t = tanh x, for t\' = 1 - t² (step 35)', () => {
    const points = [0.3, -1.1, 2];
    const x = new Variable(points);
    let y = tanh(x);
    let polynomial = [0, 1]; // its coefficients, from t⁰
    for (let order = 1; order <= 8; order++) {
      [y] = grad(y, [x], { createGraph: true }) as [Variable];
      const slope = polynomial.map((c, power) => c * power).slice(1);
      polynomial = [...slope, 0, 0].map((c, power) => c - (slope[power - 2] ?? 0));
      const scale = Math.max(...polynomial.map(Math.abs));
      for (const [i, at] of points.entries()) {
        const exact = polynomial.reduceRight((sum, c) => sum * Math.tanh(at) + c, 0);
        expect(Math.abs(y.data.at(i) - exact) / scale, `order ${String(order)}`).toBeLessThan(1e-13);
      }
    }
  });

  it('does double backprop: the gradient of a gradient penalty (step 36)', () => {
    const x = new Variable(2);
    const [gx] = grad(square(x), [x], { createGraph: true });
    add(pow(gx!, 3), square(x)).backward();
    expect(x.grad?.item()).toBe(100);
  });

  it('gives Hessian-vector products of a quadratic form: H·v with H = A + Aᵀ', () => {
    const a = np.array([[2, 1], [0, 3]]);
    const [x, v] = [new Variable([[1], [2]]), new Variable([[4], [5]])];
    const y = sum(matmul(x.T, matmul(a, x)));
    const [gx] = grad(y, [x], { createGraph: true });
    const [hv] = grad(sum(matmul(v.T, gx!)), [x]);
    expect(hv!.data.tolist()).toEqual(a.add(a.T).matmul(v.data).tolist());
  });

  it('agrees with central differences of the first derivative', () => {
    const f = (x: Variable): Variable => sum(mul(exp(mul(x, 0.3)), div(square(x), add(2, pow(add(square(x), 1), x)))));
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 4 }), values => {
        const first = (data: number[]): NDArray => {
          const x = new Variable(data);
          return grad(f(x), [x])[0]!.data;
        };
        const x = new Variable(values);
        const [gx] = grad(f(x), [x], { createGraph: true });
        const [gx2] = grad(gx!, [x]);
        const h = 1e-5;
        values.forEach((_, i) => {
          const at = (by: number): number => first(values.map((each, j) => (i === j ? each + by : each))).at(i);
          const numeric = (at(h) - at(-h)) / (2 * h);
          expect(Math.abs(gx2!.data.at(i) - numeric)).toBeLessThan(1e-6 * Math.max(1, Math.abs(numeric)));
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('createGraph and Functions of one\'s own', () => {
  it('differentiates rules that compute with the Variables again', () => {
    class Cube extends Function {
      forward(x: NDArray): NDArray {
        return x.pow(3);
      }
      backward(gy: NDArray): Variable {
        return mul(mul(3, square(this.inputs[0]!)), gy);
      }
    }
    const x = new Variable(2);
    const [gx] = grad(new Cube().call(x), [x], { createGraph: true });
    expect(gx!.data.item()).toBe(12);
    expect(grad(gx!, [x])[0]!.data.item()).toBe(12);
  });

  it('says so where a rule would take an input for a constant, unless it means to', () => {
    class Cube extends Function {
      forward(x: NDArray): NDArray {
        return x.pow(3);
      }
      backward(gy: NDArray): NDArray {
        return mul(this.inputs[0]!.data.pow(2).mul(3), gy);
      }
    }
    const x = new Variable(2, 'x');
    expect(() => grad(new Cube().call(x), [x], { createGraph: true })).toThrow("Cube.backward reads the data of Variable 'x', which cannot be differentiated again");
    expect(grad(new Cube().call(x), [x])[0]!.data.item()).toBe(12);
    class Constant extends Cube {
      override backward(gy: NDArray): NDArray {
        return mul(asArray(this.inputs[0]!).pow(2).mul(3), gy);
      }
    }
    expect(grad(new Constant().call(x), [x], { createGraph: true })[0]!.data.item()).toBe(12);
  });
});
