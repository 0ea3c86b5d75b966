/** @file dropout (book step 54): NumPy's choice of elements, and none while a network is applied. */
import { describe, expect, it } from 'vitest';
import { dropout, noGrad, np, relu, Sequential, testMode, usingConfig, Variable } from '../../../src/engine/index.js';

describe('dropout', () => {
  it('drops what NumPy would with the same seed, and scales the rest up', () => {
    np.random.seed(0); // np.random.rand(5): 0.549 0.715 0.603 0.545 0.424
    expect(String(dropout(new Variable(np.ones(5))))).toBe('variable([2. 2. 2. 2. 0.])');
    np.random.seed(0);
    expect(dropout(np.ones(5), 0.6).tolist()).toEqual([0, 2.5, 2.5, 0, 0]);
  });

  it('hands the gradient to the elements that stayed, scaled alike', () => {
    np.random.seed(0);
    const x = new Variable(np.ones(5));
    dropout(x, 0.6).backward({ gradient: [1, 2, 3, 4, 5] });
    expect(x.grad?.tolist()).toEqual([0, 5, 7.5, 0, 0]);
  });

  it('keeps the mean', () => {
    np.random.seed(1);
    expect(dropout(np.ones(100_000), 0.3).mean().item()).toBeCloseTo(1, 2);
  });

  it('is the Variable itself in test mode, and draws nothing', () => {
    const x = new Variable(np.ones(5));
    np.random.seed(0);
    const first = np.random.rand(1).item();
    np.random.seed(0);
    expect(testMode(() => dropout(x))).toBe(x);
    {
      using _ = usingConfig('train', false);
      expect(dropout(x, 0.9)).toBe(x);
    }
    expect(np.random.rand(1).item()).toBe(first);
  });

  it('keeps float32 and 0-d, makes float64 of integers, and drops nothing at 0', () => {
    expect(dropout(np.ones(3, 'float32')).dtype).toBe('float32');
    expect(dropout(np.ones(3, 'int32')).dtype).toBe('float64');
    expect(dropout(new Variable(3), 0).data.item()).toBe(3);
    np.random.seed(0);
    expect(dropout(new Variable(3)).data.item()).toBe(6);
  });

  it('is a layer of a network like any function', () => {
    const net = new Sequential(relu, x => dropout(x, 0.5));
    const x = new Variable([-1, 2, 3]);
    expect(testMode(() => noGrad(() => net.call(x))).data.tolist()).toEqual([0, 2, 3]);
  });

  it('refuses ratios that drop everything, or are no share', () => {
    for (const ratio of [1, -0.1, NaN, '0.5']) {
      expect(() => dropout(np.ones(3), ratio as number)).toThrow(/dropout: the ratio is .*, but must be from 0 to below 1/);
      expect(() => testMode(() => dropout(np.ones(3), ratio as number))).toThrow('dropout: the ratio is');
    }
  });
});
