/** @file Errors of what a Function's `forward` or `backward` returned. */
import type { Function } from '../function.js';
import { catalogue } from './catalogue.js';
import { describe } from './variables.js';
import { count, shapeText } from './words.js';

function expected(fn: Function): string {
  const shapes = fn.inputs.map(input => shapeText(input.shape));
  const what = fn.inputs.length === 1 ? `a gradient of its input's shape ${shapes[0]!}` : `${count(shapes.length, 'gradient')} in an array, of its inputs' shapes ${shapes.join(' and ')}`;
  return `It must return ${what}; null where none flows.`;
}

export const ruleErrors = catalogue('rules', {
  forwardReturnedNothing: (fn: Function) =>
    new TypeError(`${fn.name}.forward returned nothing. It must return the output, or an array of outputs.`),

  forwardReturnedNoOutput: (fn: Function) =>
    new TypeError(`${fn.name}.forward returned an empty array. It must return at least one output.`),

  backwardReturnedNothing: (fn: Function) =>
    new Error(`${fn.name}.backward returned nothing. ${expected(fn)} Is a return missing?`),

  backwardReturnedOtherCount: (fn: Function, gradients: number) =>
    new Error(`${fn.name}.backward returned ${count(gradients, 'gradient')}. ${expected(fn)}`),

  /** `got` for the input at `position` is no gradient of its shape. */
  backwardReturnedOther: (fn: Function, position: number, got: string) => {
    const input = fn.inputs[position]!;
    const name = input.name === null && describe(input).startsWith('an unnamed') ? 'its input' : describe(input);
    const which = fn.inputs.length === 1 ? '' : ` for input ${String(position + 1)}`;
    return new Error(`${fn.name}.backward returned ${got}${which}, but ${name} has shape ${shapeText(input.shape)}. ${expected(fn)}`);
  },

  /** A rule reads its output. In a pass it is there. */
  outputIsGone: (fn: Function) =>
    new Error(`${fn.name}.backward needs the output of its forward, but there is none: it has not been called, or under no-grad, or nobody holds its output any more. `
      + 'Call it, and keep the Variable that call() gives.'),
});
