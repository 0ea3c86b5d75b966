import { afterEach, describe, expect, it } from 'vitest';
import { Config, noGrad, square, testMode, usingConfig, Variable } from '../../src/engine/index.js';

afterEach(() => {
  expect(Config, 'every test leaves the switches as it found them').toEqual({ enableBackprop: true, retainGrad: false, train: true });
});

describe('usingConfig and noGrad (book step 18)', () => {
  it('set a switch until the end of the block, as with using', () => {
    {
      using _ = usingConfig('enableBackprop', false);
      expect(Config.enableBackprop).toBe(false);
      {
        using _inner = usingConfig('enableBackprop', true);
        expect(square(new Variable(2)).creator).not.toBeNull();
      }
      expect(Config.enableBackprop).toBe(false);
    }
    expect(Config.enableBackprop).toBe(true);
  });

  it('set it for the time of a callback, and give its result back', () => {
    expect(noGrad(() => square(new Variable(2)).creator)).toBeNull();
    expect(usingConfig('retainGrad', true, () => Config.retainGrad)).toBe(true);
    expect(testMode(() => Config.train)).toBe(false);
  });

  it('restore on a throw', () => {
    expect(() =>
      noGrad(() => {
        throw new Error('inside');
      }),
    ).toThrow('inside');
    expect(Config.enableBackprop).toBe(true);
  });

  it('restore when an async callback settles, either way', async () => {
    const during = noGrad(async () => {
      await Promise.resolve();
      return Config.enableBackprop;
    });
    expect(Config.enableBackprop, 'one switch for the program').toBe(false);
    expect(await during).toBe(false);
    expect(Config.enableBackprop).toBe(true);
    await expect(noGrad(() => Promise.reject(new Error('late')))).rejects.toThrow('late');
  });

  it('refuse switches that there are not, and values that are no boolean', () => {
    expect(() => usingConfig('enable_backprop' as 'retainGrad', false)).toThrow("there is no switch 'enable_backprop'. The switches are enableBackprop, retainGrad, train.");
    expect(() => usingConfig('retainGrad', 1 as unknown as boolean)).toThrow("'retainGrad' is true or false, not 1.");
  });
});
