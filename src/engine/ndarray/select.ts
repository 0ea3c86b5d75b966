/** @file Values where a condition on two other arrays does not hold, and 0 where it does: for derivatives at singular points. */
import { blockOf } from './block.js';
import { NDArray } from './ndarray.js';

/** A copy of `values` with 0 where `when(a, b)` holds; `a` and `b` broadcast to its shape. */
export function zeroWhere(values: NDArray, a: NDArray, b: NDArray, when: (a: number, b: number) => boolean): NDArray {
  const copy = values.copy();
  const { shape, dtype, values: out } = blockOf(copy);
  const { values: as } = blockOf(a.broadcastTo(shape));
  const { values: bs } = blockOf(b.broadcastTo(shape));
  for (let i = 0; i < out.length; i++) if (when(as[i]!, bs[i]!)) out[i] = 0;
  return NDArray.of({ shape, dtype, values: out });
}
