import { describe, expect, it } from 'vitest';
import { np, spiral } from '../../../src/engine/index.js';
import { arrayFrom, readFixture, type NumPyArray } from '../ndarray/numpy.js';

const { numpy, spirals } = readFixture<{ spirals: { train: boolean; x: NumPyArray; t: NumPyArray }[] }>('training');

describe('spiral (book step 48)', () => {
  it.each(spirals.map(each => [each.train ? 'train' : 'test', each] as const))(`%s data are to the bit what NumPy ${numpy} makes`, (_, expected) => {
    const [x, t] = spiral({ train: expected.train });
    expect([x.dtype, x.shape, t.dtype, t.shape]).toEqual(['float32', [300, 2], 'int32', [300]]);
    expect(x.tolist()).toEqual(arrayFrom(expected.x).tolist());
    expect(t.tolist()).toEqual(arrayFrom(expected.t).tolist());
  });

  it('are for training without a word, the same at each call, and seed what is drawn afterwards', () => {
    const [first, ...others] = [spiral(), spiral({ train: true }), spiral()].map(([x]) => x.tolist());
    expect(others).toEqual([first, first]);
    const follows = np.random.rand(2).tolist();
    spiral();
    expect(np.random.rand(2).tolist()).toEqual(follows);
  });

  it.each([[false, 'a boolean'], [{ train: 1 }, '1'], [null, 'null']])('refuses %j, which would be taken for training data', (options, shown) => {
    expect(() => spiral(options as object)).toThrow(`spiral: train is a switch, not ${shown}: give { train: true } or { train: false }`);
  });

  it('refuses other options', () => {
    expect(() => spiral({ test: true } as object)).toThrow("spiral: unknown option 'test': give { train }");
  });
});
