/** @file Checks what a Function's `backward` returned against its inputs, so that a wrong rule is an error and not a wrong number. */
import { describe } from './describe.js';
import type { BackwardValue, Function } from './function.js';
import { NDArray, sameShape, shapeText } from './ndarray/index.js';
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
  if (returned === undefined) throw new Error(`${fn.name}.backward returned nothing. ${expected(fn)} Is a return missing?`);
  if (values.length !== count) {
    throw new Error(`${fn.name}.backward returned ${gradientCount(values.length)}. ${expected(fn)}`);
  }
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
  const input = fn.inputs[position]!;
  if (value instanceof NDArray) {
    if (!sameShape(value.shape, input.shape)) throw wrong(fn, position, `a gradient of shape ${shapeText(value.shape)}`);
    return sameType(value, input);
  }
  if (value === undefined) throw wrong(fn, position, 'undefined');
  if (typeof value === 'number') {
    if (input.ndim > 0) throw wrong(fn, position, `the number ${value}`);
    return sameType(NDArray.scalar(value), input);
  }
  if (typeof value !== 'object') throw wrong(fn, position, `a ${typeof value}`);
  const { content } = value;
  if (!(content instanceof NDArray)) throw wrong(fn, position, 'an object that is no NDArray');
  if (!sameShape(content.shape, input.shape)) throw wrong(fn, position, `a gradient of shape ${shapeText(content.shape)}`);
  return createGraph ? value : sameType(content, input);
}

function wrong(fn: Function, position: number, got: string): Error {
  const input = fn.inputs[position]!;
  const which = fn.inputs.length === 1 ? '' : ` for input ${position + 1}`;
  return new Error(`${fn.name}.backward returned ${got}${which}, but ${describe(input)} has shape ${shapeText(input.shape)}. ${expected(fn)}`);
}

/** A float32 input has float32 gradients, as in PyTorch; an integer input's may well be fractions. */
function sameType(gradient: NDArray, input: Variable): NDArray {
  return input.dtype === 'float32' && gradient.dtype !== 'float32' ? gradient.astype('float32') : gradient;
}

function expected(fn: Function): string {
  const shapes = fn.inputs.map(input => shapeText(input.shape));
  const what = fn.inputs.length === 1 ? `a gradient of its input's shape ${shapes[0]}` : `${gradientCount(shapes.length)} in an array, of its inputs' shapes ${shapes.join(' and ')}`;
  return `It must return ${what}; null where none flows.`;
}

const gradientCount = (n: number): string => (n === 1 ? '1 gradient' : `${n} gradients`);
