/** @file The functions that are also methods of Variable, installed as the book's `setup_variable` does: no import cycle. */
import { exp, pow, square } from './functions/power.js';
import { matmul } from './functions/matmul.js';
import { sum } from './functions/reduce.js';
import { broadcastTo, reshape, sumTo, transpose } from './functions/shape.js';
import type { Operand } from './functions/apply.js';
import type { NumbersArgument, ReduceArguments } from './ndarray/index.js';
import { Variable } from './variable.js';

declare module './variable.js' {
  interface Variable {
    /** The sum over all axes, or over the given ones. See {@link sum}. */
    sum(...axes: ReduceArguments): Variable;
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
    /** See {@link pow}. */
    pow(exponent: Operand): Variable;
  }
}

const methods = {
  sum(this: Variable, ...axes: ReduceArguments): Variable {
    return sum(this, ...axes);
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
  square(this: Variable): Variable {
    return square(this);
  },
  exp(this: Variable): Variable {
    return exp(this);
  },
  pow(this: Variable, exponent: Operand): Variable {
    return pow(this, exponent);
  },
};

for (const [name, value] of Object.entries(methods)) {
  Object.defineProperty(Variable.prototype, name, { value, writable: true, configurable: true });
}
Object.defineProperty(Variable.prototype, 'T', {
  get(this: Variable): Variable {
    return transpose(this);
  },
  configurable: true,
});
