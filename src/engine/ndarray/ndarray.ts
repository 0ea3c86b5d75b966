/** @file NDArray: an n-dimensional array of numbers with NumPy's behaviour. */
import { dataErrors } from '../errors/data.js';
import { indexErrors } from '../errors/indices.js';
import { shapeErrors } from '../errors/shapes.js';
import { argExtreme, type ArgAxis } from './arg-extremes.js';
import { assign } from './assign.js';
import { blockOf, SCALAR, STORAGE, type Block } from './block.js';
import { choose, compare, type ComparisonName } from './compare.js';
import { allocate, castNumber, checkDType, convert, weakDType, type DType, type TypedArray } from './dtype.js';
import { binary, power, type BinaryName } from './elementwise.js';
import { clip } from './extremes.js';
import { broadcastTo, reshape, sumTo, transpose } from './manipulate.js';
import type { Index } from './index-arguments.js';
import { gather, select } from './indexing.js';
import { matmul } from './matmul.js';
import { mutations } from './mutation.js';
import { elementOf, nestedList, type NestedList } from './nested.js';
import { parse, type ArrayLike } from './parse.js';
import { print, type PrintOptions } from './print.js';
import { reduce, type ReduceArguments } from './reduce.js';
import { numbersArgument, offsetOf, SCALAR_SHAPE, shapeArgument, type NumbersArgument, type Shape } from './shape.js';
import { unary, unaryNumber, type UnaryName } from './unary.js';

/**
 * Contiguous row-major elements with a shape and a dtype. Every operation gives a fresh array; only `set` and `fill` write in place.
 * @example
 * np.array([[1, 2], [3, 4]]).sum({ axis: 0 }).tolist()   // [4, 6]
 */
export class NDArray {
  // `declare`: all fields are set once, in this order, by the constructor, so that every NDArray has one hidden class.
  declare readonly shape: Shape;
  declare readonly dtype: DType;
  /** When it was last written in place, on the clock of {@link mutations}; 0 if never. */
  declare version: number;
  /** null for a 0-d float64, whose number is in SCALAR. */
  declare readonly [STORAGE]: TypedArray | null;
  declare [SCALAR]: number;

  private constructor(shape: Shape, dtype: DType, storage: TypedArray | null, scalar: number) {
    this.shape = shape;
    this.dtype = dtype;
    this.version = 0;
    this[STORAGE] = storage;
    this[SCALAR] = scalar;
  }

  /** A 0-d float64. */
  static scalar(value: number): NDArray {
    return new NDArray(SCALAR_SHAPE, 'float64', null, value);
  }

  /** @internal Takes over a block whose elements nobody else holds. */
  static of(block: Block): NDArray {
    const { shape, dtype, values } = block;
    if (shape.length === 0 && dtype === 'float64') return NDArray.scalar(values[0]!);
    return new NDArray(Object.isFrozen(shape) ? shape : Object.freeze([...shape]), dtype, values, 0);
  }

  get ndim(): number {
    return this.shape.length;
  }

  get size(): number {
    const storage = this[STORAGE];
    return storage === null ? 1 : storage.length;
  }

  /** Size of the elements in bytes. */
  get nbytes(): number {
    const storage = this[STORAGE];
    return storage === null ? 8 : storage.byteLength;
  }

  /** The length of the first axis. @throws TypeError for a 0-d array. */
  get length(): number {
    const length = this.shape[0];
    if (length === undefined) throw shapeErrors.lengthOfScalar();
    return length;
  }

  /** The transpose: the axes in reverse order. */
  get T(): NDArray {
    return this.transpose();
  }

  /**
   * The only element: a number; for a bool array true or false, as `item<boolean>()` says.
   * @throws Error if there is not exactly one.
   */
  item<T extends number | boolean = number>(): T {
    if (this.size !== 1) throw shapeErrors.itemOfSeveral(this.shape);
    return elementOf(blockOf(this), 0) as T;
  }

  /**
   * One element, by one index for each axis; a negative index counts from the end.
   * @throws RangeError for too few or many indices or one out of bounds.
   */
  at<T extends number | boolean = number>(...indices: number[]): T {
    if (indices.length < this.ndim) throw indexErrors.tooFew('at', indices.length, this.shape);
    return elementOf(blockOf(this), offsetOf(this.shape, indices, 'at')) as T;
  }

  /** The elements as nested arrays; of a 0-d array the number itself. */
  tolist(): NestedList {
    return nestedList(blockOf(this));
  }

  /**
   * Writes in place, as `a[indices] = value` does in NumPy; without indices, to all of the array. The value is broadcast, and cast to
   * the array's dtype.
   * @throws RangeError for an index out of bounds or a value that the dtype cannot hold; Error for a shape that does not fit.
   */
  set(value: ArrayLike | boolean, ...indices: number[]): this {
    const block = blockOf(this);
    assign(block, value, indices);
    return this.wrote(block);
  }

  /**
   * The selected elements, copied: one index for each leading axis, as NumPy's `x[…]`.
   * @throws RangeError for an index out of bounds or too many; TypeError for what is no index; Error for lists or masks that do not fit.
   */
  getItem(...indices: Index[]): NDArray {
    const block = blockOf(this);
    return NDArray.of(gather(block, select(block.shape, indices)));
  }

  /** Writes one number to every element, in place. */
  fill(value: number | boolean): this {
    if (typeof value !== 'number' && typeof value !== 'boolean') throw dataErrors.fillsWithNoNumber(value);
    const block = blockOf(this);
    block.values.fill(castNumber(Number(value), this.dtype, 'fill'));
    return this.wrote(block);
  }

  private wrote(block: Block): this {
    if (this[STORAGE] === null) this[SCALAR] = block.values[0]!;
    this.version = ++mutations.clock;
    return this;
  }

  /** The elements as another dtype, always a copy; to int32 fractions are dropped, to bool all but 0 is true. */
  astype(dtype: DType): NDArray {
    return NDArray.of({ shape: this.shape, dtype, values: convert(blockOf(this).values, checkDType(dtype, 'astype')) });
  }

  copy(): NDArray {
    return this[STORAGE] === null ? NDArray.scalar(this[SCALAR]) : this.astype(this.dtype);
  }

  /** One length may be -1: whatever is left. @throws Error if the sizes differ. */
  reshape(...shape: NumbersArgument): NDArray {
    return NDArray.of(reshape(blockOf(this), numbersArgument(shape, 'reshape', 'shape')));
  }

  /** The axes in the order given, or reversed. @throws Error unless each axis is named once. */
  transpose(...axes: NumbersArgument | readonly [null]): NDArray {
    const given = axes.length === 0 || axes[0] === null ? null : numbersArgument(axes, 'transpose', 'axes');
    return NDArray.of(transpose(blockOf(this), given));
  }

  /** @throws Error if the array does not stretch to `shape`. */
  broadcastTo(...shape: NumbersArgument): NDArray {
    return NDArray.of(broadcastTo(blockOf(this), shapeArgument(shape, 'broadcastTo')));
  }

  /** Sums over the axes along which `shape` would broadcast to this array's shape. @throws Error if it does not. */
  sumTo(...shape: NumbersArgument): NDArray {
    return NDArray.of(sumTo(blockOf(this), shapeArgument(shape, 'sumTo')));
  }

  /** Of int32 and bool: int32. @throws RangeError if int32 cannot hold it. */
  sum(...axes: ReduceArguments): NDArray {
    return NDArray.of(reduce('sum', blockOf(this), axes));
  }

  /** Of int32 and bool: float64; of no elements: nan. */
  mean(...axes: ReduceArguments): NDArray {
    return NDArray.of(reduce('mean', blockOf(this), axes));
  }

  /** nan where an element is. @throws Error for no elements. */
  max(...axes: ReduceArguments): NDArray {
    return NDArray.of(reduce('max', blockOf(this), axes));
  }

  /** nan where an element is. @throws Error for no elements. */
  min(...axes: ReduceArguments): NDArray {
    return NDArray.of(reduce('min', blockOf(this), axes));
  }

  /** Where the largest stands along an axis, or of all elements in a row; the first that ties, or is nan. int32. @throws Error for no elements. */
  argmax(axis: ArgAxis = null): NDArray {
    return NDArray.of(argExtreme('argmax', blockOf(this), axis));
  }

  /** Where the smallest stands, likewise. */
  argmin(axis: ArgAxis = null): NDArray {
    return NDArray.of(argExtreme('argmin', blockOf(this), axis));
  }

  /** No element below `low` or above `high`, each broadcast; null for no bound. nan stays. Source: NumPy's `clip`. */
  clip(low: NDArray | number | null = null, high: NDArray | number | null = null): NDArray {
    const bound = (value: NDArray | number | null): Block | null => value === null ? null : blockOf(operand('clip', this, value));
    return NDArray.of(clip(blockOf(this), bound(low), bound(high)));
  }

  add(other: NDArray | number): NDArray {
    if (this[STORAGE] === null) {
      if (typeof other === 'number') return NDArray.scalar(this[SCALAR] + other);
      if (other?.[STORAGE] === null) return NDArray.scalar(this[SCALAR] + other[SCALAR]);
    }
    return this.binary('add', other);
  }

  /** @throws TypeError for bool - bool. */
  sub(other: NDArray | number): NDArray {
    if (this[STORAGE] === null) {
      if (typeof other === 'number') return NDArray.scalar(this[SCALAR] - other);
      if (other?.[STORAGE] === null) return NDArray.scalar(this[SCALAR] - other[SCALAR]);
    }
    return this.binary('sub', other);
  }

  mul(other: NDArray | number): NDArray {
    if (this[STORAGE] === null) {
      if (typeof other === 'number') return NDArray.scalar(this[SCALAR] * other);
      if (other?.[STORAGE] === null) return NDArray.scalar(this[SCALAR] * other[SCALAR]);
    }
    return this.binary('mul', other);
  }

  /** Of int32 and bool: float64. */
  div(other: NDArray | number): NDArray {
    if (this[STORAGE] === null) {
      if (typeof other === 'number') return NDArray.scalar(this[SCALAR] / other);
      if (other?.[STORAGE] === null) return NDArray.scalar(this[SCALAR] / other[SCALAR]);
    }
    return this.binary('div', other);
  }

  /** @throws RangeError for int32 to a negative integer power. */
  pow(other: NDArray | number): NDArray {
    if (this[STORAGE] === null) {
      if (typeof other === 'number') return NDArray.scalar(power(this[SCALAR], other));
      if (other?.[STORAGE] === null) return NDArray.scalar(power(this[SCALAR], other[SCALAR]));
    }
    return other === 2 ? this.square() : this.binary('pow', other);
  }

  private binary(name: BinaryName, other: NDArray | number): NDArray {
    return NDArray.of(binary(name, blockOf(this), blockOf(operand(name, this, other))));
  }

  /** Comparisons give bool arrays, broadcast. */
  eq(other: NDArray | number): NDArray { return this.compare('eq', other); }
  ne(other: NDArray | number): NDArray { return this.compare('ne', other); }
  lt(other: NDArray | number): NDArray { return this.compare('lt', other); }
  le(other: NDArray | number): NDArray { return this.compare('le', other); }
  gt(other: NDArray | number): NDArray { return this.compare('gt', other); }
  ge(other: NDArray | number): NDArray { return this.compare('ge', other); }

  private compare(name: ComparisonName, other: NDArray | number): NDArray {
    // Beside integers a number is compared as it is, also where int32 could not hold it.
    const right = typeof other === 'number' && this.dtype !== 'float32' ? NDArray.scalar(other) : operand(name, this, other);
    return NDArray.of(compare(name, blockOf(this), blockOf(right)));
  }

  /** The matrix product, as NumPy's `@`. @throws Error for shapes that do not fit. */
  matmul(other: NDArray): NDArray {
    return NDArray.of(matmul(blockOf(this), blockOf(operand('matmul', this, other))));
  }

  /** @throws TypeError for bool. */
  neg(): NDArray { return this.unary('neg'); }
  square(): NDArray { return this.unary('square'); }
  abs(): NDArray { return this.unary('abs'); }
  exp(): NDArray { return this.unary('exp'); }
  log(): NDArray { return this.unary('log'); }
  sin(): NDArray { return this.unary('sin'); }
  cos(): NDArray { return this.unary('cos'); }
  tanh(): NDArray { return this.unary('tanh'); }
  sqrt(): NDArray { return this.unary('sqrt'); }
  /** -1, 0 or 1. @throws TypeError for bool. */
  sign(): NDArray { return this.unary('sign'); }
  /** 1 / (1 + exp(-x)), without overflow. */
  sigmoid(): NDArray { return this.unary('sigmoid'); }

  private unary(name: UnaryName): NDArray {
    if (this[STORAGE] === null) return NDArray.scalar(unaryNumber[name](this[SCALAR]));
    return NDArray.of(unary(name, blockOf(this)));
  }

  /** As NumPy's `str`. */
  toString(): string {
    return print(blockOf(this));
  }

  /** What Node's console shows. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.toString();
  }

  /** @throws TypeError if a number is asked of an array that has not exactly one. */
  [Symbol.toPrimitive](hint: 'string' | 'number' | 'default'): string | number {
    if (hint !== 'number') return this.toString();
    if (this.size === 1) return Number(this.item());
    throw shapeErrors.arrayIsNoNumber(this.shape);
  }
}

// V8 picks a field's representation by what it sees first: a fraction here keeps it from beginning as a small integer and changing later.
NDArray.scalar(0.5);

/** The number of a 0-d float64; undefined for any other array. */
export function scalarOf(array: NDArray): number | undefined {
  return array[STORAGE] === null ? array[SCALAR] : undefined;
}

/**
 * The 0-d array that a JavaScript number is beside an array of dtype `other`.
 * @throws RangeError for an integral number outside int32 beside int32 or bool.
 */
export function weakArray(value: number, other: DType, operation?: string): NDArray {
  const dtype = weakDType(value, other, operation);
  if (dtype === 'float64') return NDArray.scalar(value);
  const values = allocate(dtype, 1);
  values[0] = value;
  return NDArray.of({ shape: SCALAR_SHAPE, dtype, values });
}

function operand(operation: string, self: NDArray, other: unknown): NDArray {
  if (other instanceof NDArray) return other;
  if (typeof other === 'number') return weakArray(other, self.dtype, operation);
  throw dataErrors.otherOperand(operation, other);
}

/**
 * Data as an NDArray: an NDArray itself, anything else copied.
 * @param of  What it is to be the data of, for the text of an error.
 * @throws TypeError for strings, booleans, undefined, ragged arrays and objects.
 */
export function asNDArray(data: ArrayLike, of = ''): NDArray {
  if (typeof data === 'number') return NDArray.scalar(data);
  if (data instanceof NDArray) return data;
  if (typeof data === 'boolean') throw dataErrors.unsupported(data, of);
  return NDArray.of(parse(data, null, of));
}

/** `a` where `condition` holds, else `b`, broadcast. Numbers are weak beside an array. @throws Error for shapes that do not broadcast. */
export function where(condition: NDArray, a: NDArray | number, b: NDArray | number): NDArray {
  const left = typeof a === 'number' ? weakArray(a, typeof b === 'number' ? 'float64' : b.dtype, 'where') : a;
  return NDArray.of(choose(blockOf(condition), blockOf(left), blockOf(operand('where', left, b))));
}

/** As NumPy's `str`, with other limits than its defaults. */
export function format(array: NDArray, options: PrintOptions): string {
  return print(blockOf(array), options);
}

/** The length of the first axis. @throws TypeError for a 0-d array. */
export function len(x: { readonly length: number }): number {
  return x.length;
}
