/** @file How a function such as `add` takes its operands: recorded for Variables, computed at once for arrays. */
import { call, callOne, callTwo } from '../call.js';
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
  if (b === undefined) return a instanceof Variable ? (callOne(fn, a) as Variable) : (fn.forward(asNDArray(a)) as NDArray);
  if (a instanceof Variable || b instanceof Variable) return callTwo(fn, a, b) as Variable;
  return fn.forward(besideArray(fn, a, b), besideArray(fn, b, a)) as NDArray;
}

/** The same for a Function without options of its own: on two arrays not even an instance of it is made. */
export function applyOp<A extends Operand, B extends Operand = A>(Op: new () => Function, a: A, b?: B): Result<A, B>;
export function applyOp(Op: new () => Function, a: Operand, b?: Operand): Tensor {
  if (a instanceof NDArray) {
    if (b === undefined) return (Op.prototype as Function).forward(a) as NDArray;
    if (b instanceof NDArray) return (Op.prototype as Function).forward(a, b) as NDArray;
  }
  return apply(new Op(), a, b);
}

/** The same for any number of operands. */
export function applyAll(fn: Function, operands: readonly Operand[]): Tensor {
  if (operands.some(operand => operand instanceof Variable)) return call(fn, [...operands]) as Variable;
  const beside = operands.find(operand => operand instanceof NDArray) ?? 0;
  return fn.forward(...operands.map(operand => besideArray(fn, operand, beside))) as NDArray;
}

/** An operand as an array; a number is weak beside another. */
function besideArray(fn: Function, operand: Operand, beside: Operand): NDArray {
  const weak = typeof operand === 'number' && beside instanceof NDArray;
  return weak ? weakArray(operand, beside.dtype, fn.name.toLowerCase()) : asNDArray(operand as NDArray | number);
}
