import { describe, expect, it } from 'vitest';
import { AdaGrad, Adam, clipGrad, Momentum, mul, np, type Optimizer, Parameter, SGD, Variable, weightDecay } from '../../../src/engine/index.js';

const target = (...params: Parameter[]) => ({ params: () => params });

/** The Parameter [1, -2] after each of three updates. */
function trajectory(optimizer: Optimizer): number[][] {
  const p = new Parameter([1, -2]);
  optimizer.setup(target(p));
  return [[0.5, -4], [-1, 2], [0.25, 0]].map(gradient => {
    p.grad = gradient;
    optimizer.update();
    return p.data.tolist() as number[];
  });
}

describe('three updates, as the library of the book makes them in NumPy', () => {
  it.each([
    [new SGD(), [[0.995, -1.96], [1.005, -1.98], [1.0025, -1.98]]],
    [new Momentum(), [[0.995, -1.96], [1.0005, -1.944], [1.00295, -1.9296]]],
    [new AdaGrad(), [[0.99900000002, -1.9990000000025], [0.9998944272029999, -1.999447213597], [0.9996762093146687, -1.999447213597]]],
    [new Adam(), [[0.9990000006324551, -1.9990000000790569], [0.9993661040559308, -1.9987336630582369], [0.9995027946812299, -1.9985277837692226]]],
  ])('%o', (optimizer, wanted) => {
    trajectory(optimizer).flat().forEach((value, i) => expect(value).toBeCloseTo(wanted.flat()[i]!, 14));
  });
});

describe('an update', () => {
  it('leaves a Parameter without a gradient alone', () => {
    const [p, q, empty] = [new Parameter(1), new Parameter(5), new Parameter(null)];
    p.grad = 2;
    const before = q.data;
    new SGD(0.5).setup(target(p, q, empty)).update();
    expect([p.data.item(), empty.isEmpty]).toEqual([0, true]);
    expect(q.data).toBe(before);
  });

  it('assigns new data: an array that somebody holds stays, and a graph of the old data says that they changed', () => {
    const p = new Parameter(3, 'p');
    const held = p.data;
    const y = mul(p, new Variable(2));
    const square = mul(p, p);
    y.backward();
    new SGD(0.5).setup(target(p)).update();
    expect([held.item(), p.data.item()]).toEqual([3, 2]);
    expect(() => square.backward()).toThrow("the data of Variable 'p' was replaced");
  });

  it.each([new SGD(), new Momentum(), new AdaGrad(), new Adam()])('keeps float32: %o', optimizer => {
    const p = new Parameter(np.array([1], 'float32'));
    p.grad = np.array([1], 'float64');
    optimizer.setup(target(p)).update();
    expect(p.dtype).toBe('float32');
    expect(p.data.at(0)).toBeLessThan(1);
  });

  it('starts its memory of a Parameter afresh when that gets another shape', () => {
    const p = new Parameter([1, 1]);
    const optimizer = new Momentum(1, 0.5).setup(target(p));
    p.grad = [1, 1];
    optimizer.update();
    p.clearGrad();
    p.data = [1, 1, 1];
    p.grad = [1, 1, 1];
    optimizer.update();
    expect(p.data.tolist()).toEqual([0, 0, 0]);
  });

  it('needs a target, and floats', () => {
    expect(() => new Adam().update()).toThrow('Adam: there is nothing to update yet: call setup(model) first');
    const p = new Parameter(np.array([1], 'int32'));
    p.grad = [1];
    expect(() => new SGD().setup(target(p)).update()).toThrow('SGD: a Parameter of shape (1,) is int32, which would round its steps away');
    p.name = 'p';
    expect(() => new SGD().setup(target(p)).update()).toThrow("SGD: the Parameter 'p' is int32");
  });

  it('is refused settings out of range', () => {
    expect(() => new SGD(-1)).toThrow('SGD: lr is -1, but must be a number from 0');
    expect(() => new Momentum(0.1, 1)).toThrow('Momentum: momentum is 1, but must be from 0 to below 1');
    expect(() => new Adam(0.1, NaN)).toThrow('Adam: beta1 is NaN');
    expect(() => weightDecay(-0.1)).toThrow('weightDecay: the rate is -0.1');
    expect(() => clipGrad(-1)).toThrow('clipGrad: maxNorm is -1');
  });
});

describe('hooks', () => {
  const two = (): [Parameter, Parameter] => {
    const [p, q] = [new Parameter([3, -1]), new Parameter([2])];
    [p.grad, q.grad] = [[1, 2], [4]];
    return [p, q];
  };
  const gradients = (...params: Parameter[]) => params.flatMap(param => param.grad!.tolist() as number[]);

  it('run in the order in which they were added: decay, then the common norm cut to 2', () => {
    const [p, q] = two();
    new SGD(0).setup(target(p, q, new Parameter(null))).addHook(weightDecay(0.1)).addHook(clipGrad(2)).update();
    const wanted = [0.5428458855894382, 0.7933901404768712, 1.753809784212031]; // NumPy, by the book's hooks
    gradients(p, q).forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 14));
  });

  it('weightDecay alone', () => {
    const [p, q] = two();
    new SGD(1).setup(target(p, q)).addHook(weightDecay(0.5)).update();
    expect(gradients(p, q)).toEqual([2.5, 1.5, 5]);
    expect([p.data.tolist(), q.data.tolist()]).toEqual([[0.5, -2.5], [-3]]);
  });

  it('clipGrad leaves a smaller norm, one of zero and one that is NaN', () => {
    for (const gradient of [[0.3, 0.4], [0, 0], [NaN, 1]]) {
      const p = new Parameter([1, 1]);
      p.grad = gradient;
      new SGD().setup(target(p)).addHook(clipGrad(1)).update();
      expect(gradients(p)).toEqual(gradient);
    }
  });

  it('may take a gradient away: the Parameter is frozen', () => {
    const [p, q] = two();
    new SGD(1).setup(target(p, q)).addHook(params => params[0]?.clearGrad()).update();
    expect([p.data.tolist(), q.data.tolist()]).toEqual([[3, -1], [-2]]);
  });
});
