/** @file Errors of data that cannot become an array, and of dtypes that cannot hold or do what is asked. */
import type { Shape } from '../ndarray/shape.js';
import { catalogue } from './catalogue.js';
import { kindOf, shapeText, shown } from './words.js';

const dtypeNames = "'float64', 'float32', 'int32', 'bool'";
const INT32_RANGE = '-2147483648 to 2147483647';

/** `of` what the data would have been: an operation, a Variable; '' where it speaks for itself. */
function unsupported(what: string, of: string): TypeError {
  return new TypeError(`${what} is not supported as data${of === '' ? '' : ` of ${of}`}: give a number, a nested array of numbers, a typed array or an NDArray`);
}

export const dataErrors = catalogue('data', {
  unsupported: (value: unknown, of: string) =>
    // As the book's text, which begins with the class.
    unsupported(kindOf(value).replace(/^an? /, ''), of),

  /** Elements `0` and `position` of an array differ in shape. */
  ragged: (of: string, first: Shape, position: number, other: Shape) =>
    unsupported(`a ragged array (element 0 has the shape ${shapeText(first)}, element ${String(position)} ${shapeText(other)})`, of),

  tooDeep: (of: string, most: number) =>
    unsupported(`an array nested more than ${String(most)} deep`, of),

  notADType: (operation: string, value: unknown) =>
    new TypeError(`${operation}: ${shown(value)} is not a dtype: use one of ${dtypeNames}`),

  noMemory: (operation: string | undefined, dtype: string, size: number, cause: unknown) =>
    new RangeError(`${operation === undefined ? '' : `${operation}: `}an array of ${String(size)} ${dtype} elements does not fit in memory: use a smaller shape`, { cause }),

  notAnInt32: (operation: string, value: number) =>
    new RangeError(`${operation}: ${String(value)} cannot be an element of an int32 array, whose elements are whole numbers from ${INT32_RANGE}: use dtype 'float64'`),

  /** A JavaScript number takes the dtype of the array beside it, which cannot hold this one. */
  numberBesideInt32: (operation: string, value: number, dtype: string) =>
    new RangeError(`${operation}: the number ${String(value)} does not fit in int32, which the ${dtype} array beside it asks for (${INT32_RANGE}): `
      + "convert the array first, with astype('float64')"),

  sumTooLarge: (sum: number) =>
    new RangeError(`sum: the sum ${String(sum)} of an int32 array does not fit in int32: convert the array first, with astype('float64')`),

  negativePower: (exponent: number) =>
    new RangeError(`pow: int32 to the negative integer power ${String(exponent)} is not allowed, as in NumPy: convert the base first, with astype('float64')`),

  differenceOfBool: (operation: string) =>
    new TypeError(`${operation}: bool arrays cannot be subtracted, as in NumPy: convert one first, with astype('int32')`),

  negativeOfBool: () =>
    new TypeError("neg: a bool array has no negative, as in NumPy: convert it first, with astype('int32')"),

  signOfBool: () =>
    new TypeError("sign: a bool array has no sign, as in NumPy: convert it first, with astype('int32')"),

  otherOperand: (operation: string, value: unknown) =>
    new TypeError(`${operation}: the other operand of an NDArray is an NDArray or a number, not ${shown(value)}: `
      + 'make it one with np.array(…)'),

  fillsWithNoNumber: (value: unknown) =>
    new TypeError(`fill: a number is needed, not ${shown(value)}: use set(value) for arrays`),

  rangeArguments: () =>
    new TypeError('arange: give stop, or start and stop, or start, stop and step, as numbers'),

  rangeStep: () =>
    new RangeError('arange: a step of 0 never arrives: give a step other than 0'),

  rangeIsInfinite: (start: number, stop: number, step: number) =>
    new RangeError(`arange: from ${String(start)} to ${String(stop)} by ${String(step)} is no finite range: give finite numbers`),
});
