/** @file The shape that a gradient must have. */
import { graphErrors } from './errors/graph.js';
import { type NDArray, sameShape } from './ndarray/index.js';
import type { Variable } from './variable.js';

export { describe, describeFirst } from './errors/variables.js';

/** @throws Error when a gradient does not have the shape of the data that it belongs to. */
export function checkGradientShape(variable: Variable, gradient: NDArray): void {
  const { content } = variable;
  if (content !== null && !sameShape(content.shape, gradient.shape)) throw graphErrors.gradientShape(variable, content.shape, gradient.shape);
}
