import { beforeEach, describe, expect, it } from 'vitest';
import { add, asVariable, Layer, Linear, MLP, Model, mul, noGrad, np, Parameter, relu, Sequential, sigmoid, Variable } from '../../../src/engine/index.js';

beforeEach(() => np.random.seed(0));

class Scale extends Layer {
  factor = new Parameter(3, 'factor');
  unlearnt = new Variable(2);
  forward(x: Variable): Variable {
    return mul(x, this.factor);
  }
}
const paths = (layer: Layer): string[] => layer.namedParams().map(([path]) => path);

describe('a Parameter', () => {
  it('is a Variable that a Layer can tell from others', () => {
    const p = new Parameter([1, 2], 'p');
    expect(p).toBeInstanceOf(Variable);
    expect(mul(p, p)).not.toBeInstanceOf(Parameter);
    mul(p, p).backward();
    expect(p.grad?.tolist()).toEqual([2, 4]);
  });
});

describe('a Layer', () => {
  it('finds Parameters among its attributes, and no other Variables', () => {
    const layer = new Scale();
    expect(layer.params()).toEqual([layer.factor]);
    expect(paths(layer)).toEqual(['factor']);
  });

  it('finds those of Layers inside it and in arrays, by path and in order', () => {
    class Net extends Model {
      l1 = new Linear(2);
      blocks = [new Scale(), relu, [new Scale()]];
      free = [new Parameter(0)];
      text = 'not a layer';
      nothing = null;
      forward(x: Variable): Variable {
        return x;
      }
    }
    expect(paths(new Net())).toEqual(['l1.W', 'l1.b', 'blocks.0.factor', 'blocks.2.0.factor', 'free.0']);
  });

  it('finds what is added later', () => {
    const layer: Scale & { more?: Parameter } = new Scale();
    layer.more = new Parameter(1);
    expect(paths(layer)).toEqual(['factor', 'more']);
  });

  it('gives a shared Parameter once, so that it is not updated twice, and ends at a Layer that knows its parent', () => {
    class Child extends Scale {
      parent: Layer | null = null;
    }
    class Parent extends Model {
      a = new Child();
      b = this.a;
      tied = this.a.factor;
      forward(x: Variable): Variable {
        return x;
      }
    }
    const parent = new Parent();
    parent.a.parent = parent;
    expect(paths(parent)).toEqual(['a.factor']);
  });

  it('takes numbers and arrays as Variables, and gives what forward gives', () => {
    expect(String(new Scale().call(2))).toBe('variable(6.0)');
    class Both extends Layer {
      forward(x: Variable, y: Variable): Variable[] {
        return [add(x, y), mul(x, y)];
      }
    }
    expect(new Both().call(2, np.array([3, 4])).map(y => y.data.tolist())).toEqual([[5, 6], [6, 8]]);
  });

  it('clears the gradients of all its Parameters', () => {
    const net = new Sequential(new Scale(), new Scale());
    net.call(2).backward();
    expect(net.params().map(p => p.grad?.item())).toEqual([6, 6]);
    net.clearGrads();
    expect(net.params().map(p => p.grad)).toEqual([null, null]);
  });
});

describe('Linear', () => {
  it('makes W at the first call, from the numbers that NumPy makes of the seed', () => {
    const layer = new Linear(3);
    expect([layer.W.isEmpty, layer.b?.data.tolist()]).toEqual([true, [0, 0, 0]]);
    layer.call([[1, 2]]);
    // np.random.seed(0); np.random.randn(2, 3) * np.sqrt(1 / 2)
    const wanted = [[1.247373376201773, 0.2829538755771419, 0.6920722655660196], [1.5845507770701677, 1.3205629190941617, -0.6910398159642225]];
    wanted.flat().forEach((value, i) => expect(layer.W.data.reshape(6).at(i)).toBeCloseTo(value, 15));
    const { W } = layer;
    const before = W.data;
    layer.call([[3, 4]]);
    expect([layer.W, W.data]).toEqual([W, before]);
  });

  it('computes x · W + b and its gradients', () => {
    const layer = new Linear(2, { inSize: 2 });
    layer.W.data = [[1, 2], [3, 4]];
    layer.b!.data = [10, 20];
    const y = layer.call([[1, 1], [0, 2]]);
    expect(y.data.tolist()).toEqual([[14, 26], [16, 28]]);
    y.backward();
    expect([layer.W.grad?.tolist(), layer.b?.grad?.tolist()]).toEqual([[[1, 1], [3, 3]], [2, 2]]);
  });

  it('has no b where none is wanted, and is float32 where that is wanted', () => {
    const layer = new Linear(2, { inSize: 3, bias: false, dtype: 'float32' });
    expect([layer.b, paths(layer), layer.W.dtype, layer.W.shape]).toEqual([null, ['W'], 'float32', [3, 2]]);
    expect(layer.call(np.ones([1, 3], 'float32')).dtype).toBe('float32');
  });

  it('makes W under no-grad too', () => {
    const layer = new Linear(1);
    expect(noGrad(() => layer.call([[1, 2]])).creator).toBeNull();
    expect(layer.W.shape).toEqual([2, 1]);
  });

  it('says what does not fit', () => {
    expect(() => new Linear(0)).toThrow('Linear: outSize is 0, but must be a positive integer, the number of outputs');
    expect(() => new Linear(1, { inSize: 1.5 })).toThrow('Linear: inSize is 1.5, but must be a positive integer, the number of inputs');
    expect(() => new Linear(1, { dtype: 'int32' as 'float32' })).toThrow("Linear: the dtype is 'int32', but weights must be 'float64' or 'float32'");
    expect(() => new Linear(1).call(1)).toThrow('Linear: x is 0-d, but must have its inputs along the last axis');
    expect(() => new Linear(1, { inSize: 2 }).call([[1, 2, 3]])).toThrow('linear: x has the shape (1, 3), W (2, 1), b (1,)');
    const layer = new Linear(1, { bias: false });
    layer.W.data = [[1, 2]];
    expect(() => layer.call([[1]])).toThrow('Linear: W has the shape (1, 2), but this layer was made for 1 outputs');
  });
});

describe('Sequential and MLP', () => {
  it('Sequential calls layers and functions in order', () => {
    const net = new Sequential(new Scale(), x => add(x, 1), new Scale());
    expect(String(net.call(2))).toBe('variable(21.0)');
    expect(paths(net)).toEqual(['layers.0.factor', 'layers.2.factor']);
    expect(String(new Sequential().call(5))).toBe('variable(5.0)');
  });

  it('Sequential says what it cannot call', () => {
    expect(() => new Sequential(3 as unknown as Layer)).toThrow('Sequential: argument 0 is neither a Layer nor a function');
    class Two extends Layer {
      forward(x: Variable): Variable[] {
        return [x, x];
      }
    }
    expect(() => new Sequential(new Scale(), new Two()).call(1)).toThrow('Sequential: layer 1, Two, gave several outputs');
  });

  it('MLP has the activation between its layers, not after the last', () => {
    const net = new MLP([2, 1], relu);
    net.call([[1]]);
    const [first, last] = net.layers;
    first!.W.data = [[2, -3]];
    last!.W.data = [[-1], [5]];
    expect(net.call([[1], [-1]]).data.tolist()).toEqual([[-2], [15]]);
    expect(paths(net)).toEqual(['layers.0.W', 'layers.0.b', 'layers.1.W', 'layers.1.b']);
  });

  it('MLP takes sigmoid without a word', () => {
    const net = new MLP([1, 1]);
    const [first, last] = net.layers;
    first!.W.data = [[1]];
    last!.W.data = [[1]];
    expect(net.call([[2]]).data.at(0, 0)).toBe(sigmoid(asVariable(2)).data.item());
    expect(() => new MLP([])).toThrow('MLP: there are no sizes');
  });
});
