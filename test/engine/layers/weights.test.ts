import { describe, expect, it } from 'vitest';
import { Layer, Linear, loadWeights, MLP, np, Parameter, saveWeights, type Variable } from '../../../src/engine/index.js';

const filled = (sizes: number[]): MLP => {
  const net = new MLP(sizes);
  net.call([[0.5, -1]]);
  return net;
};

class Holder extends Layer {
  p: Parameter;
  constructor(data: Parameter['data'] | null) {
    super();
    this.p = new Parameter(data);
  }
  forward(x: Variable): Variable {
    return x;
  }
}

describe('saved weights', () => {
  it('go through JSON into a new network, which then computes the same', () => {
    const net = filled([3, 1]);
    const text = JSON.stringify(saveWeights(net));
    const other = new MLP([3, 1]);
    loadWeights(other, JSON.parse(text));
    expect(other.call([[0.5, -1]]).data.tolist()).toEqual(net.call([[0.5, -1]]).data.tolist());
    expect(other.layers[0]?.W.shape).toEqual([2, 3]);
  });

  it('are a copy by path', () => {
    const layer = new Linear(1, { inSize: 2, dtype: 'float32' });
    layer.W.data = np.array([[1], [2]], 'float32');
    const saved = saveWeights(layer);
    layer.W.data.set(9, 0, 0);
    expect(saved).toEqual({ W: { shape: [2, 1], dtype: 'float32', data: [1, 2] }, b: { shape: [1], dtype: 'float32', data: [0] } });
  });

  it.each([[np.array([NaN, Infinity, -Infinity, -0])], [np.array([0.1, 3], 'float32')], [np.array([[1, 2]], 'int32')], [np.array(true)], [np.zeros(0, 3)], [np.array(5)]])('keep %s to the last bit', data => {
    const holder = new Holder(null);
    loadWeights(holder, JSON.parse(JSON.stringify(saveWeights(new Holder(data)))));
    expect([holder.p.data.tolist(), holder.p.shape, holder.p.dtype]).toEqual([data.tolist(), data.shape, data.dtype]);
  });

  it('are not taken of a Parameter without data', () => {
    expect(() => saveWeights(new MLP([1]))).toThrow("saveWeights: the Parameter 'layers.0.W' has no data yet: call the layer once");
  });
});

describe('weights that do not fit', () => {
  const load = (change: (weights: Record<string, unknown>) => void, net: Layer = filled([3, 1])) => () => {
    const weights: Record<string, unknown> = saveWeights(filled([3, 1]));
    change(weights);
    loadWeights(net, weights);
  };

  it('name the paths that are missing on either side', () => {
    expect(load(w => {
      delete w['layers.0.b'];
      w['layers.7.W'] = w['layers.0.W'];
    })).toThrow("loadWeights: the weights lack 'layers.0.b', and MLP has no 'layers.7.W': load them into a network built as the saved one was");
  });

  it('name the shapes and the dtypes', () => {
    expect(load(() => undefined, filled([4, 1]))).toThrow("loadWeights: 'layers.0.W' has the shape (2, 4), but was saved with (2, 3)");
    expect(() => loadWeights(new Holder(np.ones(1)), saveWeights(new Holder(np.ones(1, 'float32'))))).toThrow("loadWeights: 'p' is float64, but was saved as float32");
  });

  it.each<[string, unknown]>([
    ['null', null],
    ['a wrong number of data', { shape: [2], dtype: 'float64', data: [1] }],
    ['an unknown dtype', { shape: [1], dtype: 'float16', data: [1] }],
    ['an element that is no number', { shape: [1], dtype: 'float64', data: [null] }],
    ['a shape that is none', { shape: [-1], dtype: 'float64', data: [] }],
  ])('are refused: %s', (_, value) => {
    expect(load(w => (w['layers.0.b'] = value))).toThrow("loadWeights: 'layers.0.b' is no saved array");
  });

  it('are refused as text', () => {
    expect(() => loadWeights(new MLP([1]), '{}')).toThrow('loadWeights: the weights are not an object');
  });

  it('change nothing', () => {
    const net = filled([3, 1]);
    const before = saveWeights(net);
    expect(load(w => (w['layers.1.b'] = 3), net)).toThrow(TypeError);
    expect(saveWeights(net)).toEqual(before);
  });
});
