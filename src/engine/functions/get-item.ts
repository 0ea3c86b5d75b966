/** @file getItem: part of a tensor, and the way back, which adds where an element was taken more than once (book step 47). */
import { Function, type Reads } from '../function.js';
import { type Index, type NDArray, putBack, select, type Selection, take } from '../ndarray/index.js';
import { apply, type Operand, type Result, type Tensor } from './apply.js';

class GetItem extends Function {
  private selection: Selection | undefined;

  constructor(private readonly where: Selection | readonly Index[]) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(x: NDArray): NDArray {
    this.selection ??= 'offsets' in this.where ? this.where : select(x.shape, this.where);
    return take(x, this.selection);
  }
  backward(gy: Tensor): Tensor {
    return apply(new GetItemGrad(this.selection!), gy);
  }
}

/** A Function of its own, not a loop in GetItem's rule, so that it can be differentiated in turn: each undoes the other's way. */
class GetItemGrad extends Function {
  constructor(private readonly selection: Selection) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(gy: NDArray): NDArray {
    return putBack(gy, this.selection);
  }
  backward(ggx: Tensor): Tensor {
    return apply(new GetItem(this.selection), ggx);
  }
}

/**
 * What `x[…]` is in Python, one argument an axis: `getItem(x, 1)` for `x[1]`, `getItem(x, 0, slice())` for `x[0, :]`,
 * `getItem(x, [0, 0, 2])`, `getItem(x, mask)`, null for a new axis, '...' for all axes that the others leave.
 * Elements taken more than once get the sum of their gradients.
 * @throws RangeError for an index out of bounds or too many; TypeError for what is no index; Error for lists or masks that do not fit.
 * Source: NumPy's "Indexing on ndarrays".
 */
export function getItem<A extends Operand>(x: A, ...indices: readonly Index[]): Result<A> {
  return apply(new GetItem(indices), x);
}
