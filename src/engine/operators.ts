/** @file What `+ - * / **` and unary `-` mean in a snippet: their dispatch at run time, and their types. */
import { functionErrors } from './errors/functions.js';
import * as functions from './functions/arithmetic.js';
import { pow as power } from './functions/power.js';
import { NDArray } from './ndarray/index.js';
import { Variable } from './variable.js';

type IsAny<T> = 0 extends 1 & T ? true : false;

/** What may stand beside an arithmetic operator; a bigint only beside a bigint, as JavaScript has it. */
export type ArithmeticOperand = number | Variable | NDArray;

/** The type of `a * b`; unions distribute. */
export type Arithmetic<A, B> =
  IsAny<A> extends true ? any // eslint-disable-line @typescript-eslint/no-explicit-any -- any in, any out, as for JavaScript's operators
  : IsAny<B> extends true ? any // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
  : A extends Variable ? Variable
  : B extends Variable ? Variable
  : A extends NDArray ? NDArray
  : B extends NDArray ? NDArray
  : number;

/** The type of `a + b`: a string where either is one. */
export type Sum<A, B> =
  IsAny<A> extends true ? any // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
  : IsAny<B> extends true ? any // eslint-disable-line @typescript-eslint/no-explicit-any -- as above
  : A extends string ? string
  : B extends string ? string
  : Arithmetic<A, B>;

/** The operators as functions, named as Python's special methods. */
export interface Operators {
  /** `a + b` */
  add<A extends ArithmeticOperand | string, B extends ArithmeticOperand | string>(a: A, b: B): Sum<A, B>;
  add(a: bigint, b: bigint): bigint;
  add(a: string, b: unknown): string;
  add(a: unknown, b: string): string;
  /** `a - b` */
  sub<A extends ArithmeticOperand, B extends ArithmeticOperand>(a: A, b: B): Arithmetic<A, B>;
  sub(a: bigint, b: bigint): bigint;
  /** `a * b` */
  mul<A extends ArithmeticOperand, B extends ArithmeticOperand>(a: A, b: B): Arithmetic<A, B>;
  mul(a: bigint, b: bigint): bigint;
  /** `a / b` */
  div<A extends ArithmeticOperand, B extends ArithmeticOperand>(a: A, b: B): Arithmetic<A, B>;
  div(a: bigint, b: bigint): bigint;
  /** `a ** b` */
  pow<A extends ArithmeticOperand, B extends ArithmeticOperand>(a: A, b: B): Arithmetic<A, B>;
  pow(a: bigint, b: bigint): bigint;
  /** `-a` */
  neg<A extends ArithmeticOperand>(a: A): Arithmetic<A, A>;
  neg(a: bigint): bigint;
  /** An operator whose right side is not written yet. */
  half(a: unknown): any; // eslint-disable-line @typescript-eslint/no-explicit-any -- lest a half-typed line report more than its syntax error
}

const isTensor = (value: unknown): value is Variable | NDArray => value instanceof Variable || value instanceof NDArray;

/** JavaScript's own operators, for operands that are no tensors: numbers, bigints, strings, and what it makes of the rest. */
interface Native {
  (a: number, b: number): number;
}

function dispatch(name: string, tensor: typeof functions.sub, native: Native): (a: unknown, b: unknown) => unknown {
  return (a, b) => {
    if (!isTensor(a) && !isTensor(b)) return native(a as number, b as number);
    if (!isOperand(a)) throw functionErrors.operand(name, 'left', a, b);
    if (!isOperand(b)) throw functionErrors.operand(name, 'right', b, a);
    return tensor(a, b);
  };
}

/** Arrays of numbers serve too: the Function that takes them says what it misses. */
function isOperand(value: unknown): value is Variable | NDArray | number {
  return isTensor(value) || typeof value === 'number' || Array.isArray(value) || ArrayBuffer.isView(value);
}

const addTensors = dispatch('+', functions.add, (a, b) => a + b);

/** The operators at run time. On operands that are no tensors they are JavaScript's own, to the bit. */
export const operators = {
  // A string makes a sum of texts, also beside a Variable.
  add: (a: unknown, b: unknown): unknown => (typeof a === 'string' || typeof b === 'string' ? (a as string) + (b as string) : addTensors(a, b)),
  sub: dispatch('-', functions.sub, (a, b) => a - b),
  mul: dispatch('*', functions.mul, (a, b) => a * b),
  div: dispatch('/', functions.div, (a, b) => a / b),
  pow: dispatch('**', power, (a, b) => a ** b),
  neg: (a: unknown): unknown => (isTensor(a) ? functions.neg(a) : -(a as number)),
};
