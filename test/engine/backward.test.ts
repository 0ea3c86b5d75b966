import { beforeEach, describe, expect, it } from 'vitest';
import type { NDArray} from '../../src/engine/index.js';
import { add, Config, exp, Function, mul, noGrad, np, sigmoid, softmax, sqrt, square, sum, tanh, Variable } from '../../src/engine/index.js';

const scalar = (value: number, name?: string): Variable => new Variable(np.array(value), name ?? null);

beforeEach(() => {
  Config.enableBackprop = true;
  Config.retainGrad = false;
});

describe('generations (book step 16)', () => {
  it('differentiates the diamond of step 16: 32 and 64', () => {
    const x = scalar(2);
    const a = square(x);
    const y = add(square(a), square(a));
    y.backward();
    expect(String(y.data)).toBe('32.0');
    expect(String(x.grad)).toBe('64.0');
    expect([x.generation, a.generation, y.generation]).toEqual([0, 1, 3]);
  });

  it('takes each Function once, however many paths reach it', () => {
    let taken = 0;
    class Counted extends Function {
      forward(x: NDArray): NDArray {
        return x.mul(1);
      }
      backward(gy: NDArray): NDArray {
        taken++;
        return gy;
      }
    }
    const x = scalar(1);
    const a = new Counted().call(x);
    let y = a;
    for (let i = 0; i < 30; i++) y = add(y, y);
    y.backward();
    expect(taken).toBe(1);
    expect(x.grad?.item()).toBe(2 ** 30);
  });

  it('differentiates a chain of 200,000 without recursion', () => {
    const x = scalar(1);
    let y = x;
    for (let i = 0; i < 200_000; i++) y = add(y, 1);
    y.backward();
    expect(y.data.item()).toBe(200_001);
    expect(x.grad?.item()).toBe(1);
  });
});

describe('accumulation', () => {
  it('sums the gradients of a Variable that is used more than once', () => {
    const x = scalar(3);
    add(add(x, x), x).backward();
    expect(x.grad?.item()).toBe(3);
  });

  it('never lets two gradients share storage', () => {
    const [x0, x1] = [new Variable([1, 2]), new Variable([3, 4])];
    const y = add(x0, x1);
    y.backward({ retainGrad: true });
    x0.grad!.fill(7);
    expect(x1.grad?.tolist()).toEqual([1, 1]);
    expect(y.grad?.tolist()).toEqual([1, 1]);
    x1.backward();
    const seed = np.array([5, 5]);
    y.backward({ gradient: seed, retainGrad: true });
    y.grad!.fill(0);
    expect(seed.tolist()).toEqual([5, 5]);
  });

  it('adds up in leaves over two passes, and starts afresh on the way (not 5 for y = x0 + (x0 + x1))', () => {
    const [x0, x1] = [scalar(1), scalar(1)];
    const y = add(x0, add(x0, x1));
    y.backward({ retainGrad: true });
    y.backward({ retainGrad: true });
    expect([x0.grad?.item(), x1.grad?.item(), y.grad?.item()]).toEqual([4, 2, 1]);
  });

  it('clearGrad starts afresh (book step 14)', () => {
    const x = scalar(3);
    add(x, x).backward();
    x.clearGrad();
    expect(x.grad).toBeNull();
    add(add(x, x), x).backward();
    expect(x.grad?.item()).toBe(3);
  });
});

describe('seeds', () => {
  it('starts from ones, also for a non-scalar: the gradient of its sum', () => {
    const x = new Variable([1, 2, 3]);
    square(x).backward();
    expect(x.grad?.tolist()).toEqual([2, 4, 6]);
  });

  it('takes { gradient }, or what the user assigned to grad', () => {
    const x = scalar(3);
    const y = square(x);
    y.backward({ gradient: 10 });
    expect(x.grad?.item()).toBe(60);
    x.clearGrad();
    y.grad = np.array(2);
    y.backward();
    expect(x.grad?.item()).toBe(12);
  });

  it('takes no gradient that it left there itself', () => {
    const x = scalar(3);
    const y = square(x);
    y.backward({ retainGrad: true });
    const z = mul(y, 5);
    z.backward({ retainGrad: true });
    expect(y.grad?.item()).toBe(5);
    x.clearGrad();
    y.backward();
    expect(x.grad?.item()).toBe(6);
  });

  it('refuses a seed of another shape', () => {
    const y = square(new Variable([1, 2], 'x'));
    expect(() => y.backward({ gradient: np.ones(3) })).toThrow('The gradient of the output of Square must have the shape of its data, (2,), but has (3,)');
    expect(() => (y.grad = np.ones(3))).toThrow('(3,)');
  });

  it('gives a leaf ones, however often', () => {
    const x = scalar(3);
    x.backward();
    x.backward();
    expect(x.grad?.item()).toBe(1);
  });
});

describe('retain_grad (book step 18)', () => {
  it('keeps only the gradients of leaves', () => {
    const [x0, x1] = [scalar(1), scalar(1)];
    const t = add(x0, x1);
    const y = add(x0, t);
    y.backward();
    expect([y.grad, t.grad]).toEqual([null, null]);
    expect([x0.grad?.item(), x1.grad?.item()]).toEqual([2, 1]);
  });

  it('keeps all when asked, by option or by Config', () => {
    const t = add(scalar(1), scalar(1));
    add(t, 1).backward({ retainGrad: true });
    expect(t.grad?.item()).toBe(1);
    Config.retainGrad = true;
    const u = add(scalar(1), scalar(1));
    add(u, 1).backward();
    expect(u.grad?.item()).toBe(1);
    add(u, 1).backward({ retainGrad: false });
    expect(u.grad).toBeNull();
  });
});

describe('no-grad (book step 18)', () => {
  it('records nothing', () => {
    const x = scalar(2);
    const y = noGrad(() => square(x));
    expect([y.creator, y.generation, y.data.item()]).toEqual([null, 0, 4]);
  });

  it('says so when such a value is differentiated', () => {
    const y = noGrad(() => square(scalar(2)));
    y.name = 'y';
    expect(() => y.backward()).toThrow("Variable 'y' was made under no-grad, so nothing was recorded");
  });
});

describe('changed data', () => {
  it('is an error where a rule reads it, and names the Variable', () => {
    for (const change of [
      (x: Variable): unknown => x.data.set(5),
      (x: Variable): unknown => x.data.fill(5),
      (x: Variable): unknown => (x.data = np.array(5)),
    ]) {
      const x = scalar(2, 'x');
      const y = square(x);
      change(x);
      expect(() => y.backward()).toThrow(/Square: the data of Variable 'x' was (changed in place|replaced) after Square used it/);
      expect(x.grad).toBeNull();
    }
  });

  it('is fine where no rule reads it, and before it is used again', () => {
    const x = scalar(2);
    const y = add(x, x);
    x.data.fill(9);
    y.backward();
    expect(x.grad?.item()).toBe(2);
    x.clearGrad();
    square(x).backward();
    expect(x.grad?.item()).toBe(18);
  });

  it('is found in a rule of the user, and in an output that a rule reads', () => {
    class Cube extends Function {
      forward(x: NDArray): NDArray {
        return x.pow(3);
      }
      backward(gy: NDArray): NDArray {
        return this.inputs[0]!.data.pow(2).mul(3).mul(gy);
      }
    }
    const x = scalar(2, 'x');
    const y = new Cube().call(x);
    x.data.set(7);
    expect(() => y.backward()).toThrow("Cube: the data of Variable 'x'");

    const e = scalar(1).exp();
    e.data.fill(0);
    expect(() => e.backward()).toThrow('Exp: the data of the output of Exp was changed in place');
  });

  describe.each([['exp', exp], ['tanh', tanh], ['sigmoid', sigmoid], ['sqrt', sqrt], ['softmax', softmax]] as const)('%s', (_, f) => {
    it('reads its output: replacing that is an error', () => {
      for (const data of f === softmax ? [[0.5, 2]] : [0.5, [0.5, 2]]) {
        const y = f(new Variable(data));
        y.data = data;
        expect(() => y.backward()).toThrow(/the data of the output of \w+ was replaced/);
      }
    });

    it('does not read its input: what becomes of that is no matter', () => {
      const [x, same] = [new Variable([0.5, 2]), new Variable([0.5, 2])];
      const y = f(x);
      x.data.fill(9);
      y.backward({ gradient: [1, 3] });
      f(same).backward({ gradient: [1, 3] });
      expect(x.grad?.tolist()).toEqual(same.grad?.tolist());
    });
  });
});

describe('what the user\'s backward returns', () => {
  const withBackward = (backward: (gy: NDArray) => unknown): Function => {
    class Twice extends Function {
      forward(x: NDArray): NDArray {
        return x.mul(2);
      }
      backward(gy: NDArray): NDArray {
        return backward(gy) as NDArray;
      }
    }
    return new Twice();
  };
  const x = new Variable([1, 2], 'x');

  it.each([
    ['nothing', (): unknown => undefined, "Twice.backward returned nothing. It must return a gradient of its input's shape (2,)"],
    ['too many', (gy: NDArray): unknown => [gy, gy], "Twice.backward returned 2 gradients. It must return a gradient of its input's shape (2,)"],
    ['too few', (): unknown => [], 'Twice.backward returned 0 gradients.'],
    ['another shape', (): unknown => np.ones(3), "Twice.backward returned a gradient of shape (3,), but Variable 'x' has shape (2,)."],
    ['a number for an array', (): unknown => 2, 'Twice.backward returned the number 2, but'],
    ['a string', (): unknown => 'no', 'Twice.backward returned a string, but'],
  ])('is an error that names the class: %s', (_, backward, message) => {
    expect(() => (withBackward(backward).call(x) as Variable).backward()).toThrow(message);
  });

  it('may be null for no gradient, or a number for a 0-d array', () => {
    const a = scalar(1);
    (withBackward(() => null).call(a) as Variable).backward();
    expect(a.grad).toBeNull();
    (withBackward(() => 2).call(a) as Variable).backward();
    expect(a.grad?.item()).toBe(2);
  });

  it('leaves no half-done pass behind when it throws', () => {
    const a = scalar(3);
    let fail = true;
    const y = add(
      withBackward(gy => {
        if (fail) throw new Error('not today');
        return gy.mul(2);
      }).call(a) as Variable,
      square(a),
    );
    expect(() => y.backward()).toThrow('not today');
    expect(a.grad).toBeNull();
    fail = false;
    y.backward();
    expect(a.grad?.item()).toBe(8);
  });
});

describe('several outputs', () => {
  class Split extends Function {
    forward(x: NDArray): NDArray[] {
      return [x.mul(2), x.mul(3)];
    }
    backward(g0: NDArray, g1: NDArray): NDArray {
      return g0.mul(2).add(g1.mul(3));
    }
  }

  it('differentiates through both, taking the Function once', () => {
    const x = scalar(1);
    const [a, b] = new Split().call(x);
    add(a!, b!).backward();
    expect(x.grad?.item()).toBe(5);
  });

  it('counts an unused output as zeros of its shape', () => {
    const x = new Variable([1, 2]);
    const [, b] = new Split().call(x);
    sum(b!).backward();
    expect(x.grad?.tolist()).toEqual([3, 3]);
  });

  it('is found from a Function, by reference', () => {
    const f = new Split();
    const [a, b] = f.call(scalar(1));
    expect(f.outputs.map(output => output.deref())).toEqual([a, b]);
    expect(a!.creator).toBe(f);
    const y = square(a!);
    expect(y.creator!.outputs[0]!.deref()).toBe(y);
  });
});

describe('a Function called twice', () => {
  it('is fine for numeric differentiation, and an error when an earlier output is differentiated', () => {
    class Twice extends Function {
      forward(x: NDArray): NDArray {
        return x.mul(2);
      }
      backward(gy: NDArray): NDArray {
        return gy.mul(2);
      }
    }
    const f = new Twice();
    const [a, b] = [scalar(1), scalar(2)];
    const y = f.call(a);
    const z = f.call(b);
    z.backward();
    expect(b.grad?.item()).toBe(2);
    expect(() => y.backward()).toThrow('was made by a Twice that has been called again since');
  });
});
