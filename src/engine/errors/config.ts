/** @file Errors of the engine's switches. */
import { catalogue } from './catalogue.js';
import { shown } from './words.js';

export const configErrors = catalogue('config', {
  unknownSwitch: (name: string, names: readonly string[]) =>
    new TypeError(`usingConfig: there is no switch '${name}'. The switches are ${names.join(', ')}.`),

  noBoolean: (name: string, value: unknown) =>
    new TypeError(`usingConfig: '${name}' is true or false, not ${shown(value)}.`),
});
