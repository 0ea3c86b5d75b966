import { describe, expect, it } from 'vitest';
import { abs, Function, gradCheck, mul, type NDArray, np, numericalGrad, relu, sin, softmax, sqrt, square, sum, Variable } from '../../../src/engine/index.js';

/** A rule that forgets its factor 2. */
class WrongSquare extends Function {
  forward(x: NDArray): NDArray {
    return x.square();
  }
  backward(gy: NDArray): NDArray {
    return gy.mul(this.inputs[0]!.data);
  }
}

describe('numericalGrad (book step 4)', () => {
  it('is the derivative of x² at 3, to nine digits', () => {
    expect(numericalGrad(x => square(x), 3).item()).toBeCloseTo(6, 9);
    expect(numericalGrad(x => x.data.item() ** 2, new Variable(3)).item()).toBeCloseTo(6, 9);
  });

  it('is of x\'s shape, of the sum of what f gives, and leaves x alone', () => {
    const x = new Variable([[1, 2], [3, 4]]);
    const gradient = numericalGrad(square, x);
    expect(gradient.shape).toEqual([2, 2]);
    expect(gradient.sub(np.array([[2, 4], [6, 8]])).abs().max().item()).toBeLessThan(1e-9);
    expect([x.data.tolist(), x.grad]).toEqual([[[1, 2], [3, 4]], null]);
  });

  it('refuses a function that returns nothing', () => {
    expect(() => numericalGrad((() => undefined) as never, 1)).toThrow('numericalGrad: the function returned nothing');
  });
});

describe('gradCheck', () => {
  it('passes a right rule, and says how close it is', () => {
    const [x, y] = [new Variable([1, 2, 3]), new Variable(2)];
    const result = gradCheck((a, b) => mul(sin(a), b), [x, y]);
    expect(result.ok).toBe(true);
    expect(result.worst!.error).toBeLessThan(1e-8);
    expect(String(result)).toMatch(/^gradCheck: ok, 4 elements; the worst error is \d\.\de-\d+, in input \d/);
    expect([x.grad, y.grad]).toEqual([null, null]);
  });

  it('leaves the gradients of what the function closes over alone', () => {
    const w = new Variable(2);
    expect(gradCheck(x => mul(x, w), new Variable(3)).ok).toBe(true);
    expect(w.grad).toBeNull();
  });

  it('finds a wrong rule, its worst element and both gradients', () => {
    const result = gradCheck(x => sum(new WrongSquare().call(x)), [[[1, 2], [5, 3]]]);
    expect(result.ok).toBe(false);
    expect(result.kinks).toEqual([]);
    const { index, analytic, numeric } = result.worst!;
    expect(analytic).toBe(np.array([[1, 2], [5, 3]]).at(...index));
    expect(numeric).toBeCloseTo(2 * analytic, 7);
    expect(String(result)).toBe(`gradCheck: gradients differ in input 0 at [${index.join(', ')}]: backward gives ${String(analytic)}, differences give ${String(numeric)}`);
  });

  it('finds an error that vanishes in the plain sum, as softmax\'s gradient does', () => {
    class NoGradient extends Function {
      forward(x: NDArray): NDArray {
        return softmax(x);
      }
      backward(gy: NDArray): NDArray {
        return gy.mul(0);
      }
    }
    expect(gradCheck(x => new NoGradient().call(x), np.array([1, 2, 3])).ok).toBe(false);
  });

  it('tells kinks apart: there backward is right between the two slopes', () => {
    const result = gradCheck(relu, new Variable([0, 1, -1]));
    expect(result.ok).toBe(true);
    expect(result.kinks.map(kink => [kink.input, kink.index, kink.analytic])).toEqual([[0, [0], 0]]);
    const atZero = gradCheck(abs, new Variable(0));
    expect(String(atZero)).toBe('gradCheck: ok, 1 element; the worst error is 0.0e+0, in input 0\n  kink in input 0: slope -1 on the left, 1 on the right, backward gives 0');
  });

  it('does not take a steep smooth function for a kink, nor a kink close by for a wrong rule', () => {
    expect(gradCheck(x => sin(mul(x, 300)), new Variable([0.1, 0.2])).kinks).toEqual([]);
    expect(gradCheck(abs, new Variable(1e-7))).toMatchObject({ ok: true, kinks: [] });
  });

  it('finds a rule that is outside of both slopes at a kink', () => {
    class FalseAbs extends Function {
      forward(x: NDArray): NDArray {
        return x.abs();
      }
      backward(gy: NDArray): NDArray {
        return gy.mul(3);
      }
    }
    expect(gradCheck(x => new FalseAbs().call(x), new Variable(0))).toMatchObject({ ok: false, kinks: [{ analytic: 3 }] });
  });

  it('says so where the function is not finite', () => {
    expect(String(gradCheck(sqrt, new Variable(0)))).toBe('gradCheck: gradients differ in input 0: backward gives Infinity, differences give NaN, for the function is not finite around this point');
  });

  it('refuses inputs that have no gradient', () => {
    expect(() => gradCheck(square, np.array([1, 2], 'int32'))).toThrow('gradCheck: input 0 is int32, which has no gradient: use a float dtype, or close over it: x => f(x, labels)');
  });
});
