/** @file accuracy: how many samples are put in their own class (book steps 48 to 50). */
import { functionErrors } from '../errors/functions.js';
import { asArray, type Data, Variable } from '../variable.js';
import type { Result, Tensor } from './apply.js';

/**
 * The share of the samples whose largest score in y (N, C) is that of their class in t, (N,) or (N, 1): from 0 to 1, a 0-d value. Of
 * equal scores the first counts. It moves in steps, so nothing is recorded and no gradient flows: a Variable of it is a leaf.
 * @example
 * accuracy(new Variable([[2, 1], [0, 3], [5, 4]]), [0, 1, 1])   // variable(0.6666666666666666)
 * @throws Error when the shapes do not fit, or there are no samples. Source: book step 48.
 */
export function accuracy<A extends Tensor, T extends Data | Variable>(y: A, t: T): Result<A, T> {
  const [scores, labels] = [asArray(y), asArray(t)];
  const [samples, classes] = scores.shape;
  const column = labels.ndim === 1 || (labels.ndim === 2 && labels.shape[1] === 1);
  if (scores.ndim !== 2 || classes === 0 || !column || labels.size !== samples) throw functionErrors.accuracyShapes(scores.shape, labels.shape);
  if (samples === 0) throw functionErrors.accuracyOfNothing(scores.shape);
  const share = scores.argmax(1).eq(labels.reshape(-1)).mean();
  return (y instanceof Variable || t instanceof Variable ? new Variable(share) : share) as Result<A, T>;
}
