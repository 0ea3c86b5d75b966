/** @file Adds to an error of the arrays, which know no Variables, what the Function was called with. */
import type { Function } from '../function.js';
import { entryOf } from './catalogue.js';
import { calledWith } from './variables.js';

/** The other topics name their Variables themselves. */
const topicsOfArrays = ['shapes', 'indices', 'data', 'functions'];
const told = new WeakSet<Error>();

/**
 * The same error; one of the engine's own, which a user's `forward` may have met too, with a sentence more. An error that is not from
 * the catalogue stays as it is.
 */
export function withOperands(error: unknown, fn: Function, operands: readonly unknown[]): unknown {
  return tell(error, () => calledWith(fn.name, operands));
}

/** The same for an error that a rule met. */
export function withRule(error: unknown, fn: Function): unknown {
  return tell(error, () => `This was in ${fn.name}.backward; ${calledWith(fn.name, fn.inputs)}`);
}

function tell(error: unknown, sentence: () => string): unknown {
  const topic = entryOf(error)?.split('.')[0];
  if (!(error instanceof Error) || topic === undefined || !topicsOfArrays.includes(topic) || told.has(error)) return error;
  told.add(error);
  const { message, stack } = error;
  error.message = `${message}${message.endsWith('.') ? '' : '.'} ${sentence()}`;
  // The stack's text was made with the first message.
  if (stack !== undefined) error.stack = stack.replace(message, () => error.message);
  return error;
}
