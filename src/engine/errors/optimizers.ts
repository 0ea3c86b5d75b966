/** @file Errors of optimizers and of what is done before an update. */
import { catalogue } from './catalogue.js';
import { kindOf, shapeText, shown } from './words.js';
import type { Parameter } from '../layers/parameter.js';

export const optimizerErrors = catalogue('optimizers', {
  nothingToUpdate: (optimizer: string) =>
    new Error(`${optimizer}: there is nothing to update yet: call setup(model) first`),

  noTarget: (optimizer: string, value: unknown) =>
    new TypeError(`${optimizer}: setup was given ${kindOf(value)}, but needs what has params(): a Layer, or { params: () => [w, b] }`),

  noFloat: (optimizer: string, param: Parameter) =>
    new TypeError(`${optimizer}: ${param.name === null ? `a Parameter of shape ${shapeText(param.shape)}` : `the Parameter '${param.name}'`} is ${param.dtype}, `
      + 'which would round its steps away: make it of float64 or float32'),

  /** `below`: what the setting must be less than; Infinity if it may be any number from 0. */
  setting: (what: string, value: unknown, below: number) =>
    new RangeError(`${what} is ${shown(value)}, but must be ${below === Infinity ? 'a number from 0' : `from 0 to below ${String(below)}`}`),
});
