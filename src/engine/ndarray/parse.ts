/** @file Reads numbers, nested arrays and typed arrays into blocks. */
import { dataErrors } from '../errors/data.js';
import { blockOf, isStored, type Block, type Stored } from './block.js';
import { allocate, castNumber, convert, promote, type DType, type TypedArray } from './dtype.js';
import { sameShape, sizeOf, SCALAR_SHAPE, type Shape } from './shape.js';

/** Any of JavaScript's typed arrays of numbers. */
export type NumberArray =
  | Float64Array | Float32Array | Int32Array | Uint8Array | Int8Array | Uint8ClampedArray | Int16Array | Uint16Array | Uint32Array;
/** Numbers, nested. */
export type NestedArray = readonly (number | boolean | NestedArray | NumberArray | Stored)[];
/** What an NDArray can be made from. */
export type ArrayLike = number | NestedArray | NumberArray | Stored;

const typedArrayDTypes: Readonly<Record<string, DType>> = {
  Float64Array: 'float64', Float32Array: 'float32', Float16Array: 'float32', Int32Array: 'int32',
  Int8Array: 'int32', Uint8Array: 'int32', Uint8ClampedArray: 'int32', Int16Array: 'int32', Uint16Array: 'int32',
  // int32 cannot hold all of them.
  Uint32Array: 'float64',
};
/** Deeper nesting is a cycle or a mistake; NumPy has the same limit. */
const MAX_DIMENSIONS = 64;

function typedArrayDType(value: object): DType | undefined {
  return ArrayBuffer.isView(value) ? typedArrayDTypes[Object.prototype.toString.call(value).slice(8, -1)] : undefined;
}

/**
 * A block of fresh elements. Without `dtype`: numbers are float64, booleans bool, typed arrays and NDArrays keep theirs, and a mixture
 * is promoted.
 * @throws TypeError for ragged arrays and for anything that is no number; RangeError for a number that int32 cannot hold.
 */
export function parse(data: unknown, dtype: DType | null, operation: string): Block {
  if (isStored(data)) {
    const block = blockOf(data);
    return { ...block, dtype: dtype ?? block.dtype, values: convert(block.values, dtype ?? block.dtype) };
  }
  const shape = measure(data, operation, 0);
  const found = dtype ?? commonDType(data) ?? 'float64';
  const values = allocate(found, sizeOf(shape));
  fill(data, { values, dtype: found, at: 0, operation });
  return { shape, dtype: found, values };
}

function measure(data: unknown, operation: string, depth: number): Shape {
  if (typeof data === 'number' || typeof data === 'boolean') return SCALAR_SHAPE;
  if (typeof data !== 'object' || data === null) throw dataErrors.unsupported(data, operation);
  if (isStored(data)) return data.shape;
  if (typedArrayDType(data) !== undefined) return [(data as TypedArray).length];
  if (!Array.isArray(data)) throw dataErrors.unsupported(data, operation);
  if (depth >= MAX_DIMENSIONS) throw dataErrors.tooDeep(operation, MAX_DIMENSIONS);
  if (data.length === 0) return [0];
  const first = measure(data[0], operation, depth + 1);
  for (let i = 1; i < data.length; i++) {
    const item: unknown = data[i];
    if (typeof item === 'number' && first.length === 0) continue;
    const shape = measure(item, operation, depth + 1);
    if (sameShape(shape, first)) continue;
    throw dataErrors.ragged(operation, first, i, shape);
  }
  return [data.length, ...first];
}

/** undefined where there are no elements to go by. */
function commonDType(data: unknown): DType | undefined {
  if (typeof data === 'number') return 'float64';
  if (typeof data === 'boolean') return 'bool';
  if (isStored(data)) return data.dtype;
  if (!Array.isArray(data)) return typedArrayDType(data as object);
  let found: DType | undefined;
  for (const item of data as readonly unknown[]) {
    const dtype = commonDType(item);
    if (dtype !== undefined) found = found === undefined ? dtype : promote(found, dtype);
    if (found === 'float64') break;
  }
  return found;
}

interface Target {
  readonly values: TypedArray;
  readonly dtype: DType;
  readonly operation: string;
  at: number;
}

function fill(data: unknown, target: Target): void {
  if (typeof data === 'number' || typeof data === 'boolean') {
    target.values[target.at++] = castNumber(Number(data), target.dtype, target.operation === '' ? 'array' : target.operation);
  } else if (isStored(data)) {
    const { values } = blockOf(data);
    target.values.set(convert(values, target.dtype), target.at);
    target.at += values.length;
  } else if (ArrayBuffer.isView(data) && target.dtype.startsWith('float')) {
    target.values.set(data as TypedArray, target.at);
    target.at += (data as TypedArray).length;
  } else {
    // `measure` has been here: an array or a typed array.
    for (const item of data as Iterable<unknown>) fill(item, target);
  }
}
