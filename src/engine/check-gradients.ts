/** @file Checks gradients, those that a rule returned and those that a user gives: a wrong one is an error and not a wrong number. */
import { graphErrors } from './errors/graph.js';
import { ruleErrors } from './errors/rules.js';
import { shapeText } from './errors/words.js';
import type { BackwardValue, Function } from './function.js';
import { NDArray, sameShape } from './ndarray/index.js';
import type { Variable } from './variable.js';

/**
 * One gradient for each input: an array of the input's shape, or null where none flows.
 * @throws Error that names the class, and what was expected.
 */
export function checkGradients(
  fn: Function,
  returned: BackwardValue | undefined | readonly (BackwardValue | undefined)[],
  options: { readonly createGraph: boolean },
): readonly (NDArray | Variable | null)[] {
  const count = fn.inputCount;
  const values = Array.isArray(returned) ? (returned as readonly (BackwardValue | undefined)[]) : [returned as BackwardValue | undefined];
  if (returned === undefined) throw ruleErrors.backwardReturnedNothing(fn);
  if (values.length !== count) throw ruleErrors.backwardReturnedOtherCount(fn, values.length);
  const gradients = new Array<NDArray | Variable | null>(values.length);
  for (let i = 0; i < values.length; i++) gradients[i] = checkGradient(fn, i, values[i], options);
  return gradients;
}

function checkGradient(
  fn: Function,
  position: number,
  value: BackwardValue | undefined,
  { createGraph }: { readonly createGraph: boolean },
): NDArray | Variable | null {
  if (value === null) return null;
  const input = fn.inputAt(position);
  if (value instanceof NDArray) {
    if (!sameShape(value.shape, input.shape)) throw ruleErrors.backwardReturnedOther(fn, position, `a gradient of shape ${shapeText(value.shape)}`);
    return sameType(value, input);
  }
  if (value === undefined) throw ruleErrors.backwardReturnedOther(fn, position, 'undefined');
  if (typeof value === 'number') {
    if (input.ndim > 0) throw ruleErrors.backwardReturnedOther(fn, position, `the number ${String(value)}`);
    return sameType(NDArray.scalar(value), input);
  }
  if (typeof value !== 'object') throw ruleErrors.backwardReturnedOther(fn, position, `a ${typeof value}`);
  const { content } = value;
  if (!(content instanceof NDArray)) throw ruleErrors.backwardReturnedOther(fn, position, 'an object that is no NDArray');
  if (!sameShape(content.shape, input.shape)) throw ruleErrors.backwardReturnedOther(fn, position, `a gradient of shape ${shapeText(content.shape)}`);
  return createGraph ? value : sameType(content, input);
}

/** A float32 input has float32 gradients, as in PyTorch; an integer input's may well be fractions. */
function sameType(gradient: NDArray, input: Variable): NDArray {
  return input.dtype === 'float32' && gradient.dtype !== 'float32' ? gradient.astype('float32') : gradient;
}

/** @throws Error when a gradient does not have the shape of the data that it belongs to. */
export function checkGradientShape(variable: Variable, gradient: NDArray): void {
  if (!variable.isEmpty && !sameShape(variable.shape, gradient.shape)) throw graphErrors.gradientShape(variable, variable.shape, gradient.shape);
}
