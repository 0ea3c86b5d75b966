/** @file How a function such as `add` takes its operands: recorded for Variables, computed at once for arrays. */
import type { Function } from '../function.js';
import { asNDArray, NDArray, weakArray } from '../ndarray/index.js';
import { Variable } from '../variable.js';

export type Tensor = NDArray | Variable;
/** What may stand beside a tensor. */
export type Operand = Tensor | number;
/** A Variable where one is involved, else an array. */
export type Result<A, B = A> = A extends Variable ? Variable : B extends Variable ? Variable : NDArray;

/** The elements alone, for what has no gradient: masks, counts, labels. */
export function dataOf(x: Tensor): NDArray {
  return x instanceof Variable ? x.read() : x;
}

/** Calls a Function of one output: on Variables it is recorded, on arrays and numbers alone it is its `forward` and no more. */
export function apply<A extends Operand, B extends Operand = A>(fn: Function, a: A, b?: B): Result<A, B>;
export function apply(fn: Function, a: Operand, b?: Operand): Tensor {
  return applyAll(fn, b === undefined ? [a] : [a, b]);
}

/** The same for a Function without options of its own: on two arrays not even an instance of it is made. */
export function applyOp<A extends Operand, B extends Operand = A>(Op: new () => Function, a: A, b?: B): Result<A, B>;
export function applyOp(Op: new () => Function, a: Operand, b?: Operand): Tensor {
  if (a instanceof Variable || b instanceof Variable) return new Op().apply(b === undefined ? [a] : [a, b]) as Variable;
  const { forward } = Op.prototype as Function;
  if (a instanceof NDArray && b === undefined) return forward(a) as NDArray;
  if (a instanceof NDArray && b instanceof NDArray) return forward(a, b) as NDArray;
  return applyAll(new Op(), b === undefined ? [a] : [a, b]);
}

/** The same for any number of operands. */
export function applyAll(fn: Function, operands: readonly Operand[]): Tensor {
  if (operands.some(operand => operand instanceof Variable)) return fn.apply([...operands]) as Variable;
  const beside = operands.find(operand => operand instanceof NDArray);
  const arrays = operands.map(operand => (typeof operand === 'number' && beside !== undefined ? weakArray(operand, beside.dtype, fn.name.toLowerCase()) : asNDArray(operand as NDArray)));
  return fn.forward(...arrays) as NDArray;
}
