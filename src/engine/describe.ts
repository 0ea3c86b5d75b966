/** @file How errors speak of Variables. */
import { type NDArray, sameShape, shapeText } from './ndarray/index.js';
import { watch } from './observer.js';
import type { Variable } from './variable.js';

/** Its name, else the program's name for it, else what made it. */
export function describe(variable: Variable): string {
  if (variable.name !== null) return `Variable '${variable.name}'`;
  const known = watch.observer?.nameOf(variable);
  if (known) return `Variable ${known}`;
  if (variable.maker !== null) return `the output of ${variable.maker.name}`;
  return variable.content === null ? 'an unnamed empty Variable' : `an unnamed Variable of shape ${shapeText(variable.content.shape)}`;
}

/** The same at the start of a sentence. */
export function describeFirst(variable: Variable): string {
  const text = describe(variable);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @throws Error when a gradient does not have the shape of the data that it belongs to. */
export function checkGradientShape(variable: Variable, gradient: NDArray): void {
  const { content } = variable;
  if (content === null || sameShape(content.shape, gradient.shape)) return;
  throw new Error(
    `The gradient of ${describe(variable)} must have the shape of its data, ${shapeText(content.shape)}, but has ${shapeText(gradient.shape)}. ` +
      'Reshape or broadcast it first.',
  );
}
