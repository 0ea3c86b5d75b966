/** @file Element types: their storage, NumPy 2's promotion, and the type that a JavaScript number takes beside an array. */
import { dataErrors } from '../errors/data.js';

/** The element type of an NDArray. */
export type DType = 'float64' | 'float32' | 'int32' | 'bool';
/** What holds the elements; bool is one byte an element, 0 or 1. */
export type TypedArray = Float64Array | Float32Array | Int32Array | Uint8Array;

export const dtypeNames: readonly DType[] = ['float64', 'float32', 'int32', 'bool'];
const INT32_MIN = -(2 ** 31);
const INT32_MAX = 2 ** 31 - 1;

/**
 * @throws TypeError for anything but the name of a dtype.
 */
export function checkDType(value: unknown, operation: string): DType {
  if (dtypeNames.includes(value as DType)) return value as DType;
  throw dataErrors.notADType(operation, value);
}

/**
 * `size` zeros of `dtype`.
 * @param operation Named in the error, where it is known.
 * @throws RangeError if there is no memory for them.
 */
export function allocate(dtype: DType, size: number, operation?: string): TypedArray {
  try {
    switch (dtype) {
      case 'float64': return new Float64Array(size);
      case 'float32': return new Float32Array(size);
      case 'int32': return new Int32Array(size);
      case 'bool': return new Uint8Array(size);
    }
  } catch (cause) {
    throw dataErrors.noMemory(operation, dtype, size, cause);
  }
}

/**
 * The type of a result of two arrays, as in NumPy 2.
 * Source: NumPy's reference, "Data type promotion in NumPy".
 */
export function promote(a: DType, b: DType): DType {
  if (a === b || b === 'bool') return a;
  if (a === 'bool') return b;
  // All that is left mixes float64 with something, or int32 with float32, whose 24 bits cannot hold an int32.
  return 'float64';
}

/**
 * The type that a JavaScript number takes in an operation with an array of dtype `other`. A number is weak, as a Python scalar is in
 * NumPy 2; JavaScript cannot tell 1 from 1.0, so every integral number counts as an integer.
 * @throws RangeError for an integral number outside int32 beside an array of int32 or bool, except in `div`.
 */
export function weakDType(value: number, other: DType, operation = 'operator'): DType {
  // A division of integers is one of doubles, which hold any number.
  if (other === 'float64' || other === 'float32' || operation === 'div') return floatDType(other);
  if (!Number.isInteger(value)) return 'float64';
  if (value < INT32_MIN || value > INT32_MAX) throw dataErrors.numberBesideInt32(operation, value, other);
  return 'int32';
}

/** The type of a result that only floats can hold: `/`, `exp`, `mean`. */
export function floatDType(dtype: DType): DType {
  return dtype === 'float32' ? 'float32' : 'float64';
}

/** The elements as another type, always a copy. A float that int32 cannot hold becomes -2147483648, as in NumPy on x86. */
export function convert(values: TypedArray, to: DType): TypedArray {
  const result = allocate(to, values.length);
  if (to === 'bool') {
    for (let i = 0; i < values.length; i++) result[i] = values[i] !== 0 ? 1 : 0;
  } else if (to === 'int32' && (values instanceof Float64Array || values instanceof Float32Array)) {
    for (let i = 0; i < values.length; i++) {
      const whole = Math.trunc(values[i]!);
      result[i] = whole >= INT32_MIN && whole <= INT32_MAX ? whole : INT32_MIN;
    }
  } else {
    result.set(values);
  }
  return result;
}

/**
 * One number as an element of `dtype`: int32 drops the fraction, bool asks whether it is other than 0.
 * @throws RangeError for NaN, infinity or a number out of range as int32.
 */
export function castNumber(value: number, dtype: DType, operation: string): number {
  if (dtype === 'bool') return value !== 0 ? 1 : 0;
  if (dtype === 'float64') return value;
  if (dtype === 'float32') return Math.fround(value);
  const whole = Math.trunc(value);
  if (whole >= INT32_MIN && whole <= INT32_MAX) return whole;
  throw dataErrors.notAnInt32(operation, value);
}

/**
 * Elements on their way into an existing array of dtype `to`.
 * @throws RangeError where {@link castNumber} does.
 */
export function castValues(values: TypedArray, to: DType, operation: string): TypedArray {
  if (to === 'int32') {
    for (const value of values) castNumber(value, to, operation);
  }
  return convert(values, to);
}
