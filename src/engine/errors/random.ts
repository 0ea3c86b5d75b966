/** @file Errors of `np.random`. */
import { catalogue } from './catalogue.js';
import { shown } from './words.js';

export const randomErrors = catalogue('random', {
  notASeed: (value: unknown) =>
    new RangeError(`random.seed: ${shown(value)} is no seed: give an integer from 0 to 4294967295`),

  boundsNoIntegers: (low: unknown, high: unknown) =>
    new TypeError(`random.randint: ${shown(low)} and ${shown(high)} must be integers: round them first`),

  noIntegerBetween: (low: number, high: number) =>
    new RangeError(`random.randint: there is no integer from ${String(low)} up to but without ${String(high)}: low must be less than high`),

  beyondInt32: (low: number, high: number) =>
    new RangeError(`random.randint: ${String(low)} to ${String(high)} leaves int32, whose numbers are -2147483648 to 2147483647: `
      + 'give bounds within these, or scale random.rand'),
});
