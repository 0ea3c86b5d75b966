/** @file One snippet for each mistake that the error catalogue knows, in the order in which golden.txt shows them. */

/** By section. */
export const cases: Readonly<Record<string, readonly string[]>> = {
  'Shapes that do not fit each other': [
    `const a = new Variable([[1, 2, 3], [4, 5, 6]]);
const b = new Variable([1, 2]);
const y = a * b;`,
    `const a = new Variable(np.ones([2, 3]), 'a');
const y = add(a, np.ones([4]));`,
    `np.ones([2, 3]).add(np.ones([2, 4]));`,
    `const prediction = new Variable([1, 2, 3]);
meanSquaredError(prediction, [1, 2]);`,
    `const x = new Variable(np.ones([2, 3]));
const W = new Variable(np.ones([2, 4]));
matmul(x, W);`,
    `matmul(np.ones([2, 3]), np.ones([2]));`,
    `const x = new Variable(2);
matmul(x, np.ones([2, 2]));`,
    `np.matmul(np.ones([2, 3, 4]), np.ones([5, 4, 3]));`,
    `np.dot(np.ones([2, 2, 2]), np.ones([2]));`,
    `broadcastTo(new Variable([1, 2], 'x'), [2, 3]);`,
    `sumTo(new Variable(np.ones([2, 3]), 'x'), [2]);`,
    `const x = np.zeros([2, 3]);
x.set([1, 2]);`,
    `concat([new Variable([1, 2], 'x'), new Variable([[3, 4]], 'y')]);`,
    `concat([new Variable(1), new Variable(2)]);`,
    `concat([]);`,
    `np.concatenate([]);`,
    `concat(new Variable([1, 2]), new Variable([3]));`,
    `const x = new Variable(np.ones([2, 3]));
linear(x, np.ones([2, 4]));`,
    `linear(new Variable(np.ones([2, 3])), np.ones([3]));`,
    `linear(new Variable(2), np.ones([3, 4]));`,
    `linear(np.ones([2, 3]), np.ones([3, 4]), np.ones([3]));`,
    `const scores = new Variable(np.ones([2, 3]));
softmaxCrossEntropy(scores, np.ones([2, 3]));`,
    `softmaxCrossEntropy(new Variable(1), [0]);`,
  ],

  'Shapes that an array cannot have': [
    `np.ones();`,
    `np.zeros(2, -3);`,
    `np.zeros([2.5]);`,
    `reshape(new Variable(np.ones([2, 3]), 'x'), 4, 2);`,
    `np.ones([2, 3]).reshape(-1, -1);`,
    `np.ones([2, 3]).reshape(-2, 3);`,
    `np.ones([2, 3]).reshape('6');`,
    `transpose(new Variable(np.ones([2, 3, 4]), 'x'), [0, 1]);`,
    `np.zeros([1e6, 1e6, 1e6]);`,
  ],

  'What an array of this shape cannot do': [
    `max(new Variable(np.zeros([0, 2]), 'x'), 0);`,
    `min(np.zeros([0]));`,
    `np.ones([0, 0]).max();`,
    `np.zeros([0]).argmax();`,
    `np.ones([2, 3]).item();`,
    `len(new Variable(2));`,
    `Math.sqrt(np.ones([2]));`,
  ],

  'Axes and indices': [
    `sum(new Variable(np.ones([2, 3]), 'x'), 2);`,
    `np.array(1).sum(1);`,
    `np.ones([2, 3]).mean(0.5);`,
    `np.ones([2, 3]).mean([0, -2]);`,
    `np.ones([2, 3]).sum({ axis: 0, keepDims: true });`,
    `concat([new Variable([1, 2], 'x'), new Variable([3, 4], 'y')], 1);`,
    `softmax(new Variable(1));`,
    `softmax(new Variable([1, 2]), { dim: 0 });`,
    `softmax(new Variable([[1, 2]]), [0, 1]);`,
    `logSoftmax(new Variable([1, 2]), 'last');`,
    `const x = new Variable(np.ones([2, 3]));
getItem(x, 0, 3);`,
    `getItem(new Variable([1, 2], 'x'), [0, -3]);`,
    `getItem(np.zeros([0]), 0);`,
    `getItem(new Variable([1, 2], 'x'), 0, 1);`,
    `getItem(new Variable([1, 2], 'x'), 0.5);`,
    `getItem(new Variable([1, 2], 'x'), '0:1');`,
    `const i = new Variable([0, 1]);
getItem(new Variable([1, 2]), i);`,
    `getItem(new Variable([1, 2]), true);`,
    `getItem(new Variable([1, 2]), np.array([0, 1]));`,
    `getItem(np.ones([2, 3, 4]), '...', 0, '...');`,
    `getItem(np.ones([2, 3]), [true, false, true]);`,
    `getItem(np.ones([2, 3]), [0, 1], [0, 1, 2]);`,
    `slice(0.5, 2);`,
    `slice('1');`,
    `slice(0, 4, 0);`,
    `np.ones([2, 3]).at(1);`,
    `np.ones([2, 3]).at(1, 2, 0);`,
    `np.ones([2, 3]).at(1, 3);`,
    `np.ones([2, 3]).at('1', 0);`,
  ],

  'Data and dtypes': [
    `new Variable('s');`,
    `new Variable(true, 'x');`,
    `np.array(undefined);`,
    `np.array([1, null]);`,
    `np.array(new Date(0));`,
    `np.array([[1, 2], [3]]);`,
    `const loop = [];
loop.push(loop);
np.array(loop);`,
    `np.array([1, 2], 'int64');`,
    `np.ones([2]).astype(Float32Array);`,
    `np.array([1.5, NaN], 'int32');`,
    `np.zeros([2], 'int32').set(3e9, 0);`,
    `const x = new Variable(np.array([1, 2], 'int32'));
const y = x + 3000000000;`,
    `clip(np.array([1, 2], 'int32'), 0, 1e10);`,
    `np.array([2147483647, 1], 'int32').sum();`,
    `const n = new Variable(np.array([1, 2], 'int32'));
const y = n ** -1;`,
    `const mask = new Variable(np.array([true, false]));
const y = mask - mask;`,
    `meanSquaredError(np.array([true]), np.array([false]));`,
    `const mask = new Variable(np.array([true, false]));
const y = -mask;`,
    `np.sign(np.array([true]));`,
    `np.ones([2]).mul('3');`,
    `np.ones([2]).fill([1, 2]);`,
  ],

  'Operators and operands': [
    `const x = new Variable([1, 2]);
const y = square(x);
y.backward();
const step = x - y.grad;`,
    `const y = np.ones([2]) + undefined;`,
    `const y = { a: 1 } * new Variable(2, 'x');`,
    `const y = add(new Variable(2, 'x'), 'three');`,
    `Math.exp(new Variable(1, 'x'));`,
  ],

  'Ranges and random numbers': [
    `np.arange();`,
    `np.arange(0, 1, 0);`,
    `np.arange(0, Infinity);`,
    `np.linspace(0, 1, -1);`,
    `np.random.seed(-1);`,
    `np.random.randint(0.5, 3);`,
    `np.random.randint(3, 3);`,
    `np.random.randint(0, 1e10);`,
  ],

  'Single functions': [
    `grad(np.array(1), []);`,
    `const x = new Variable(3);
grad(x * x, x);`,
    `const x = np.array(3);
grad(square(new Variable(x)), [x]);`,
    `sigmoid('x');`,
    `dropout(new Variable([1, 2], 'x'), 1);`,
    `new BatchNorm().call(new Variable(np.ones([2, 3, 4]), 'x'));`,
    `batchNorm(np.ones([2, 3]), np.ones(3), np.zeros(2), np.zeros(3), np.ones(3));`,
    `batchNorm(np.ones([2, 3]), np.ones(3), np.zeros(3), np.zeros(3), np.ones(3), { eps: -1 });`,
    `leakyRelu(new Variable([1, -1]), '0.1');`,
    `softmaxCrossEntropy(new Variable(np.ones([2, 3])), [0, 3]);`,
    `softmaxCrossEntropy(new Variable(np.ones([2, 3])), [0, 0.5]);`,
    `accuracy(new Variable(np.ones([3, 2])), [0, 1]);`,
    `accuracy(new Variable(np.ones([0, 2])), []);`,
    `numericalGrad(new Variable(1), square);`,
    `numericalGrad(x => { square(x); }, 3);`,
    `gradCheck([new Variable(1)], square);`,
    `gradCheck(x => x.data, [1]);`,
    `gradCheck((x, labels) => softmaxCrossEntropy(x, labels), [np.ones([2, 3]), np.array([0, 1], 'int32')]);`,
  ],

  'Differentiating': [
    `const x = new Variable(null);
const y = square(x);`,
    `new Variable(null, 'x').backward();`,
    `new Variable(3).backward({ retain_grad: true });`,
    `new Variable(3).backward(true);`,
    `let y = new Variable(np.ones(600_000));
for (let i = 0; i < 2; i++) y = relu(y + 1);
y.creator.inputs[0].data;`,
    `const x = new Variable(3);
const y = noGrad(() => x * x);
y.backward();`,
    `const x = new Variable([1, 2]);
const y = x * x;
y.backward({ gradient: [1, 1, 1] });`,
    `const x = new Variable([1, 2]);
x.grad = 1;`,
    `const x = new Variable([1, 2]);
const y = x * x;
x.data.fill(0);
y.backward();`,
    `const x = new Variable([1, 2]);
const y = x * x;
x.data = [3, 4];
y.backward();`,
    `const x = new Variable([1, 2]);
const y = exp(x);
y.data.set(0);
y.backward();`,
    `class Cube extends Function {
  forward(x) { return x ** 3; }
  backward(gy) { return 3 * this.inputs[0].data ** 2 * gy; }
}
const x = new Variable(2);
const y = new Cube().call(x);
grad(y, [x], { createGraph: true });`,
    `class Twice extends Function {
  forward(x) { return 2 * x; }
  backward(gy) { return 2 * gy; }
}
const twice = new Twice();
const a = twice.call(new Variable(1));
const b = twice.call(new Variable(2));
a.backward();`,
  ],

  'Functions of one\'s own': [
    `class Forgetful extends Function {
  forward(x) { x * 2; }
  backward(gy) { return gy; }
}
new Forgetful().call(new Variable(1));`,
    `class Empty extends Function {
  forward() { return []; }
  backward() { return []; }
}
new Empty().call(new Variable(1));`,
    `class Exp extends Function {
  forward(x) { return x.exp(); }
  backward(gy) { return gy * this.result(); }
}
new Exp().backward(np.array(1));`,
    `class Mistaken extends Function {
  forward(x, w) { return x.matmul(w); }
  backward(gy) { return [gy.matmul(this.inputs[1].data), null]; }
}
const x = new Variable(np.ones([2, 3]));
const w = new Variable(np.ones([3, 4]), 'w');
new Mistaken().call(x, w).backward();`,
    `class Join extends Function {
  forward(a, b, c) { return np.concatenate([a, b, c]); }
  backward(gy) { return [gy, gy, gy]; }
}
const a = new Variable([1, 2]);
new Join().call(a, [[3, 4]], 5);`,
    `class Wordy extends Function {
  forward(x) { return 'two'; }
  backward(gy) { return gy; }
}
new Wordy().call(new Variable(1));`,
    `class Twice extends Function {
  forward(x) { return 2 * x; }
  backward(gy) { 2 * gy; }
}
new Twice().call(new Variable(1)).backward();`,
    `class Product extends Function {
  forward(a, b) { return a * b; }
  backward(gy) { return gy; }
}
new Product().call(1, 2).backward();`,
    `class Twice extends Function {
  forward(x) { return 2 * x; }
  backward(gy) { return [gy, gy]; }
}
new Twice().call(new Variable(1)).backward();`,
    `class Product extends Function {
  forward(a, b) { return a * b; }
  backward(gy) { return [gy, np.ones([3])]; }
}
const a = new Variable(np.ones([2, 1]));
const b = new Variable(np.ones([2, 1]));
new Product().call(a, b).backward();`,
    `class Sum extends Function {
  forward(x) { return x.sum(); }
  backward(gy) { return 1; }
}
const x = new Variable([1, 2]);
new Sum().call(x).backward();`,
    `class Product extends Function {
  forward(a, b) { return a * b; }
  backward(gy) { return [gy, undefined]; }
}
new Product().call(new Variable(1, 'a'), new Variable(2, 'b')).backward();`,
    `class Twice extends Function {
  forward(x) { return 2 * x; }
  backward(gy) { return '2'; }
}
new Twice().call(new Variable(1)).backward();`,
    `class Twice extends Function {
  forward(x) { return 2 * x; }
  backward(gy) { return {}; }
}
new Twice().call(new Variable(1)).backward();`,
  ],

  'Switches': [
    `usingConfig('enable_backprop', false);`,
    `usingConfig('retainGrad', 1);`,
  ],

  'Data to learn from': [
    `spiral(false);`,
    `spiral({ test: true });`,
    `const x = np.ones([300, 2]);
new DataLoader(x, 30);`,
    `new DataLoader([np.ones([4, 2]), np.ones([4])], 0);`,
    `new DataLoader([np.ones([4, 2]), np.ones([4])], 2, { shuffle: 'no' });`,
    `new DataLoader([], 10);`,
    `new DataLoader([np.ones([4, 2]), np.array(1)], 2);`,
    `new DataLoader([np.ones([4, 2]), np.ones([3])], 2);`,
    `const x = new Variable(np.ones([4, 2]));
new DataLoader([x, np.ones([4])], 2);`,
    `new DataLoader([[[1, 2], 0], [[3, 4]]], 2);`,
  ],

  'Layers and weights': [
    `new Linear(0);`,
    `new Linear(2, { inSize: 1.5 });`,
    `new Linear(2, { dtype: 'int32' });`,
    `const x = new Variable(1);
new Linear(2).call(x);`,
    `const layer = new Linear(2, { inSize: 3 });
layer.W.data = np.ones([3, 4]);
layer.call(np.ones([1, 3]));`,
    `const layer = new Linear(2, { inSize: 3 });
const x = new Variable(np.ones([5, 4]));
layer.call(x);`,
    `new Sequential(new Linear(2), 'relu');`,
    `class Split extends Layer {
  forward(x) { return [x, x]; }
}
new Sequential(new Split(), relu).call([1, 2]);`,
    `new MLP([]);`,
    `saveWeights(new MLP([3, 1]));`,
    `loadWeights(new MLP([3, 1]), '{}');`,
    `const weights = saveWeights(new Linear(1, { inSize: 2 }));
loadWeights(new MLP([3]), weights);`,
    `loadWeights(new Linear(1, { bias: false }), { W: [1, 2] });`,
    `const weights = saveWeights(new Linear(1, { inSize: 2 }));
loadWeights(new Linear(1, { inSize: 3 }), weights);`,
    `const weights = saveWeights(new Linear(1, { inSize: 2, dtype: 'float32' }));
loadWeights(new Linear(1, { inSize: 2 }), weights);`,
  ],

  'Optimizers': [
    `new SGD().update();`,
    `new SGD(0.1).setup([new Parameter(1)]);`,
    `const w = new Parameter(np.array([1, 2], 'int32'), 'w');
w.grad = [0.1, 0.2];
new Adam().setup({ params: () => [w] }).update();`,
    `const w = new Parameter(np.array([1, 2], 'int32'));
w.grad = [0.1, 0.2];
new SGD().setup({ params: () => [w] }).update();`,
    `new SGD(-0.1);`,
    `new Momentum(0.1, 1);`,
    `weightDecay('0.1');`,
  ],
};
