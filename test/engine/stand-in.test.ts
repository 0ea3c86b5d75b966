import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { add, Function, grad, mul, type NDArray, np, relu, square, sum, tanh, Variable } from '../../src/engine/index.js';
import { everyFunction } from './functions/every-function.js';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Rules read by these two; a test may see what a subclass sees. */
interface RuleReads {
  operand(position: number): unknown;
  result(position?: number): unknown;
}

function creatorsOf(root: Variable): Set<Function> {
  const creators = new Set<Function>();
  const visit = ({ creator }: Variable): void => {
    if (creator === null || creators.has(creator)) return;
    creators.add(creator);
    creator.inputs.forEach(visit);
  };
  visit(root);
  return creators;
}

describe('what a Function keeps is what its rule reads', () => {
  it.each(Object.entries(everyFunction))('%s', (_, samples) => {
    const read = new Map<string, Set<string>>();
    const declared = new Map<string, string>();
    for (const [method, what] of [['operand', 'inputs'], ['result', 'output']] as const) {
      const original = (Function.prototype as unknown as RuleReads)[method];
      vi.spyOn(Function.prototype as unknown as RuleReads, method).mockImplementation(function (this: Function, position = 0) {
        read.get(this.name)?.add(what);
        return original.call(this, position);
      });
    }
    fc.assert(fc.property(samples, ({ f, xs }) => {
      const y = f(...xs);
      for (const { name, reads } of creatorsOf(y)) {
        declared.set(name, reads);
        if (!read.has(name)) read.set(name, new Set());
      }
      y.backward();
    }), { numRuns: 60 });
    for (const [name, reads] of declared) {
      const found = read.get(name)!;
      expect(`${name}: ${found.size === 2 ? 'all' : ([...found][0] ?? 'nothing')}`).toBe(`${name}: ${reads}`);
    }
  });
});

describe('a Variable that something stands in for', () => {
  const large = (): Variable => new Variable(np.linspace(-1, 1, 1000));

  it('is found through the graph as itself, with its data, while it is held', () => {
    const h = add(large(), 1);
    const y = relu(h);
    expect(h.standIn).not.toBeNull();
    expect(y.creator!.inputs).toEqual([h]);
    expect(y.creator!.inputs[0]).toBe(h);
    expect(h.data.size).toBe(1000);
  });

  it('has the gradient, the seed and the state that it would have without', () => {
    const x = large();
    const h = add(x, 1);
    sum(relu(h)).backward({ retainGrad: true });
    expect(h.grad?.tolist()).toEqual(h.data.gt(0).astype('float64').tolist());
    expect(h.grad).toBe(h.creator!.outputs[0]!.deref()!.grad);
    h.clearGrad();
    expect(h.grad).toBeNull();
    x.clearGrad();
    h.grad = np.full([1000], 3);
    h.backward();
    expect(x.grad?.tolist()).toEqual(new Array(1000).fill(3));
    expect(() => (h.grad = np.ones([2]))).toThrow('(1000,)');
  });

  it('keeps the gradient that it had before something stood in for it', () => {
    const h = add(large(), 1);
    h.backward({ retainGrad: true });
    relu(h);
    expect(h.standIn).not.toBeNull();
    expect(h.grad?.tolist()).toEqual(new Array(1000).fill(1));
  });

  it('gathers what comes by Functions that read it and by those that do not', () => {
    const x = large();
    const h = add(x, 1);
    const squares = square(h); // keeps h
    const rest = relu(h); // keeps what stands in for it
    sum(add(squares, rest)).backward();
    expect(x.grad?.tolist()).toEqual(h.data.mul(2).add(h.data.gt(0)).tolist());
  });

  it('can be differentiated by, twice', () => {
    const x = large();
    const h = mul(x, x);
    const [gh] = grad(sum(square(tanh(add(h, 1)))), [h], { createGraph: true });
    const [gx] = grad(sum(gh!), [x]);
    const t = tanh(add(h.data, 1));
    // d/dh of 2 t (1 - t²) is 2 (1 - t²) (1 - 3 t²)
    const oneLess = t.mul(t).mul(-1).add(1);
    const expected = oneLess.mul(2).mul(t.mul(t).mul(-3).add(1)).mul(x.data).mul(2);
    expect(gx!.data.sub(expected).abs().max().item()).toBeLessThan(1e-12);
  });

  it('may be given another creator, whose rule may read it', () => {
    class Halve extends Function {
      forward(x: NDArray): NDArray {
        return x.div(2);
      }
      backward(gy: NDArray): NDArray {
        return gy.mul(this.outputs[0]!.deref()!.data.gt(-9)).div(2);
      }
    }
    const h = add(large(), 1);
    const y = relu(h);
    const x = large();
    const f = new Halve();
    f.call(x);
    h.setCreator(f);
    sum(y).backward();
    expect(x.grad?.tolist()).toEqual(h.data.gt(0).astype('float64').div(2).tolist());
  });

  it('stands for itself where its data is read, or small', () => {
    const [small, read] = [add(new Variable([1, 2]), 1), add(large(), 1)];
    relu(small);
    square(read);
    expect([small.standIn, read.standIn]).toEqual([null, null]);
    const made = tanh(large());
    add(made, 1); // the rule of tanh reads it
    expect(made.standIn).toBeNull();
  });
});
