/** @file concat: tensors one after the other along an axis. */
import { shapeErrors } from '../errors/shapes.js';
import { Function, type Reads } from '../function.js';
import { concatenate, type NDArray, normalizeAxis, slice } from '../ndarray/index.js';
import type { Variable } from '../variable.js';
import { applyAll, type Tensor } from './apply.js';
import { getItem } from './get-item.js';

class Concat extends Function {
  constructor(private readonly axis: number) {
    super();
  }
  override get reads(): Reads {
    return 'nothing';
  }
  forward(...xs: NDArray[]): NDArray {
    return concatenate(xs, this.axis, 'concat');
  }
  backward(gy: Tensor): Tensor[] {
    const axis = normalizeAxis(this.axis, gy.ndim, 'concat');
    const before = Array.from({ length: axis }, () => slice());
    let start = 0;
    return Array.from({ length: this.inputCount }, (_, i) => {
      const stop = start + this.shapeOf(i)[axis]!;
      const part = getItem(gy, ...before, slice(start, stop));
      start = stop;
      return part;
    });
  }
}

/** A Variable where one is among them; of a list of unknown length, what its elements may be. */
type Concatenated<Xs extends readonly Tensor[]> =
  number extends Xs['length'] ? Xs[number] : [Extract<Xs[number], Variable>] extends [never] ? NDArray : Variable;

/**
 * The tensors one after the other along `axis`; of the dtype that holds them all.
 * @throws Error for no tensors, 0-d ones, or lengths that differ along another axis; RangeError for an axis out of bounds.
 * Source: NumPy's `concatenate`.
 */
export function concat<const Xs extends readonly Tensor[]>(xs: Xs, axis = 0): Concatenated<Xs> {
  if (!Array.isArray(xs)) throw shapeErrors.joinsNoList();
  if (xs.length === 0) throw shapeErrors.nothingToJoin('concat', 'tensors');
  return applyAll(new Concat(axis), xs) as Concatenated<Xs>;
}
