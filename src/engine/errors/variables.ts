/** @file How errors speak of Variables, and of what else an operation was given. */
import type { NDArray } from '../ndarray/ndarray.js';
import { watch } from '../observer.js';
import type { Variable } from '../variable.js';
import { shapeText, shown } from './words.js';

/** Its name, else the program's name for it, else what made it. */
export function describe(variable: Variable): string {
  if (variable.name !== null) return `Variable '${variable.name}'`;
  const known = watch.observer?.nameOf(variable);
  if (known) return `Variable ${known}`;
  if (variable.maker !== null) return `the output of ${variable.maker.name}`;
  return variable.isEmpty ? 'an unnamed empty Variable' : `an unnamed Variable of shape ${shapeText(variable.shape)}`;
}

/** The same at the start of a sentence. */
export function describeFirst(variable: Variable): string {
  const text = describe(variable);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** An operand with its shape and dtype. */
export function describeOperand(operand: unknown): string {
  if (typeof operand === 'object' && operand !== null) {
    if ('content' in operand) {
      const variable = operand as Variable;
      if (variable.isEmpty) return describe(variable);
      const [name, shape] = [describe(variable), shapeText(variable.shape)];
      return `${name}${name.endsWith(shape) ? '' : ` of shape ${shape}`}, ${variable.dtype}`;
    }
    if ('dtype' in operand) return `an NDArray of shape ${shapeText((operand as NDArray).shape)}, ${(operand as NDArray).dtype}`;
  }
  return typeof operand === 'number' ? `the number ${String(operand)}` : shown(operand);
}

/** A sentence that says what an operation was called with. */
export function calledWith(operation: string, operands: readonly unknown[]): string {
  const texts = operands.map(describeOperand);
  const last = texts.pop()!;
  return `${operation} was called with ${texts.map(text => `${text}, `).join('')}${texts.length > 0 ? 'and ' : ''}${last}.`;
}
