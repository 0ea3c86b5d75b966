/** @file The functions that are also methods of Variable, installed as the book's `setup_variable` does: no import cycle. */
import { abs, cos, log, sin, sqrt, tanh } from './functions/elementary.js';
import { type Bound, clip, max, min } from './functions/extreme.js';
import { getItem } from './functions/get-item.js';
import { exp, pow, square } from './functions/power.js';
import { matmul } from './functions/matmul.js';
import { mean, sum } from './functions/reduce.js';
import { broadcastTo, reshape, sumTo, transpose } from './functions/shape.js';
import type { Operand } from './functions/apply.js';
import type { Index, NumbersArgument, ReduceArguments } from './ndarray/index.js';
import { Variable } from './variable.js';

declare module './variable.js' {
  interface Variable {
    /** The sum over all axes, or over the given ones. See {@link sum}. */
    sum(...axes: ReduceArguments): Variable;
    /** The mean over all axes, or over the given ones. See {@link mean}. */
    mean(...axes: ReduceArguments): Variable;
    /** The largest element over all axes, or over the given ones. See {@link max}. */
    max(...axes: ReduceArguments): Variable;
    /** The smallest element over all axes, or over the given ones. See {@link min}. */
    min(...axes: ReduceArguments): Variable;
    /** No element below `low` or above `high`; null for no bound. See {@link clip}. */
    clip(low?: Bound, high?: Bound): Variable;
    /** What `x[…]` is in Python. See {@link getItem}. */
    getItem(...indices: Index[]): Variable;
    /** The same elements in another shape. See {@link reshape}. */
    reshape(...shape: NumbersArgument): Variable;
    /** The axes in another order; without one, reversed. See {@link transpose}. */
    transpose(...axes: NumbersArgument): Variable;
    /** The axes reversed. */
    readonly T: Variable;
    /** The elements repeated to a larger shape. See {@link broadcastTo}. */
    broadcastTo(...shape: NumbersArgument): Variable;
    /** The elements summed to a smaller shape. See {@link sumTo}. */
    sumTo(...shape: NumbersArgument): Variable;
    /** The matrix product. See {@link matmul}. */
    matmul(other: Operand): Variable;
    /** See {@link square}. */
    square(): Variable;
    /** See {@link exp}. */
    exp(): Variable;
    /** See {@link log}. */
    log(): Variable;
    /** See {@link sin}. */
    sin(): Variable;
    /** See {@link cos}. */
    cos(): Variable;
    /** See {@link tanh}. */
    tanh(): Variable;
    /** See {@link sqrt}. */
    sqrt(): Variable;
    /** See {@link abs}. */
    abs(): Variable;
    /** See {@link pow}. */
    pow(exponent: Operand): Variable;
  }
}

const methods = {
  sum(this: Variable, ...axes: ReduceArguments): Variable {
    return sum(this, ...axes);
  },
  mean(this: Variable, ...axes: ReduceArguments): Variable {
    return mean(this, ...axes);
  },
  max(this: Variable, ...axes: ReduceArguments): Variable {
    return max(this, ...axes);
  },
  min(this: Variable, ...axes: ReduceArguments): Variable {
    return min(this, ...axes);
  },
  clip(this: Variable, low?: Bound, high?: Bound): Variable {
    return clip(this, low, high);
  },
  getItem(this: Variable, ...indices: Index[]): Variable {
    return getItem(this, ...indices);
  },
  reshape(this: Variable, ...shape: NumbersArgument): Variable {
    return reshape(this, ...shape);
  },
  transpose(this: Variable, ...axes: NumbersArgument): Variable {
    return transpose(this, ...axes);
  },
  broadcastTo(this: Variable, ...shape: NumbersArgument): Variable {
    return broadcastTo(this, ...shape);
  },
  sumTo(this: Variable, ...shape: NumbersArgument): Variable {
    return sumTo(this, ...shape);
  },
  matmul(this: Variable, other: Operand): Variable {
    return matmul(this, other);
  },
  pow(this: Variable, exponent: Operand): Variable {
    return pow(this, exponent);
  },
};

/** Those that take nothing but the Variable. */
const plain: Record<string, (x: Variable) => Variable> = { square, exp, log, sin, cos, tanh, sqrt, abs };
for (const [name, fn] of Object.entries(plain)) {
  const value = function (this: Variable): Variable { return fn(this); };
  Object.defineProperty(Variable.prototype, name, { value, writable: true, configurable: true });
}
for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Variable.prototype, name, { value, writable: true, configurable: true });
}
Object.defineProperty(Variable.prototype, 'T', {
  get(this: Variable): Variable {
    return transpose(this);
  },
  configurable: true,
});
