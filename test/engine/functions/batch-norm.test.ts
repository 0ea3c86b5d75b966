/** @file batchNorm and its layer: the values of the book's library in NumPy, and what is learnt, seen and saved. */
import { describe, expect, it } from 'vitest';
import { BatchNorm, batchNorm, grad, loadWeights, Momentum, np, saveWeights, Sequential, testMode, Variable } from '../../../src/engine/index.js';
import { arrayFrom, type NumPyArray, readFixture } from '../ndarray/numpy.js';

type Part = 'x' | 'gamma' | 'beta' | 'gy' | 'y' | 'gx' | 'ggamma' | 'gbeta' | 'mean' | 'variance' | 'applied';
const fixture = readFixture<{ norms: Record<Part, NumPyArray>[] }>('training');

function expectClose(actual: Variable['grad'], expected: NumPyArray): void {
  const difference = actual!.sub(arrayFrom(expected)).abs().max().item();
  expect(actual!.shape).toEqual(expected.shape);
  expect(difference).toBeLessThan(1e-12);
}

describe(`batchNorm is that of the book's library in NumPy ${fixture.numpy}`, () => {
  it.each(fixture.norms)('for x of shape $x.shape', expected => {
    const [x, gamma, beta] = [expected.x, expected.gamma, expected.beta].map(each => new Variable(arrayFrom(each))) as [Variable, Variable, Variable];
    const [mean, variance] = [np.zeros(gamma.size), np.ones(gamma.size)];
    const y = batchNorm(x, gamma, beta, mean, variance);
    y.backward({ gradient: arrayFrom(expected.gy) });
    expectClose(y.data, expected.y);
    expectClose(x.grad, expected.gx);
    expectClose(gamma.grad, expected.ggamma);
    expectClose(beta.grad, expected.gbeta);
    expectClose(mean, expected.mean);
    expectClose(variance, expected.variance);
    expectClose(testMode(() => batchNorm(x, gamma, beta, mean, variance)).data, expected.applied);
  });
});

describe('in test mode', () => {
  const setting = (): [Variable, Variable, Variable] => [new Variable([[1, 2], [3, 6]]), new Variable([2, 3]), new Variable([0, 1])];

  it('the statistics stay, and are constants: the gradient of x is gamma / √(variance + eps)', () => {
    const [x, gamma, beta] = setting();
    const [mean, variance] = [np.array([1, 2]), np.array([4, 9])];
    const y = testMode(() => batchNorm(x, gamma, beta, mean, variance, { eps: 0 }));
    expect(y.data.tolist()).toEqual([[0, 1], [2, 5]]);
    expect([mean.tolist(), variance.tolist()]).toEqual([[1, 2], [4, 9]]);
    // What they become later is no matter.
    mean.fill(100);
    variance.fill(100);
    y.backward();
    expect(x.grad?.tolist()).toEqual([[1, 1], [1, 1]]);
    expect(gamma.grad?.tolist()).toEqual([1, 4 / 3]);
  });

  it('the second derivative by x is 0', () => {
    const [x, gamma, beta] = setting();
    const y = testMode(() => batchNorm(x, gamma, beta, np.zeros(2), np.ones(2)));
    const [gx] = grad(y, [x], { createGraph: true });
    expect(grad(gx!, [x]).map(g => g.data.tolist())).toEqual([[[0, 0], [0, 0]]]);
  });
});

describe('BatchNorm', () => {
  const batch = (): Variable => new Variable([[1, 2], [3, 6], [5, 4]]);

  it('learns gamma and beta, and no optimizer touches what it has seen', () => {
    const layer = new BatchNorm();
    expect(layer.params().map(param => param.name)).toEqual(['gamma', 'beta']);
    layer.call(batch()).backward();
    const seen = layer.mean.data.tolist();
    expect(seen).toEqual([3 * (1 - 0.9), 4 * (1 - 0.9)]);
    new Momentum(0.1).setup(layer).update();
    expect(layer.beta.data.tolist()).toEqual([-0.3, -0.3].map(value => expect.closeTo(value, 12)));
    expect(layer.mean.data.tolist()).toEqual(seen);
  });

  it('is saved and loaded with what it has seen, so that it applies alike', () => {
    const trained = new Sequential(new BatchNorm());
    for (let i = 0; i < 3; i++) trained.call(batch());
    const weights = JSON.parse(JSON.stringify(saveWeights(trained))) as unknown;
    const loaded = new Sequential(new BatchNorm());
    loadWeights(loaded, weights);
    expect(Object.keys(weights as object)).toEqual(['gamma', 'beta', 'mean', 'variance'].map(name => `layers.0.${name}`));
    expect(testMode(() => loaded.call(batch())).data.tolist()).toEqual(testMode(() => trained.call(batch())).data.tolist());
  });

  it('takes the dtype of its first input, and makes float64 of integers', () => {
    expect(new BatchNorm().call(new Variable(np.array([[1, 2], [3, 4]], 'float32'))).dtype).toBe('float32');
    expect(new BatchNorm().call(new Variable(np.array([[1, 2], [3, 4]], 'int32'))).dtype).toBe('float64');
  });

  it('that has refused its first input waits for another', () => {
    const layer = new BatchNorm();
    expect(() => layer.call(new Variable([1, 2, 3]))).toThrow('batchNorm: x has the shape (3,), but must be (samples, channels) or (samples, channels, height, width)');
    expect(layer.call(batch()).shape).toEqual([3, 2]);
  });
});
