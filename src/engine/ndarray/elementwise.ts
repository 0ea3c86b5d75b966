/** @file add, sub, mul, div and pow on blocks: which type they give, and which loop does it. */
import { dataErrors } from '../errors/data.js';
import type { Block } from './block.js';
import { planBroadcast, walkRows, type BroadcastPlan } from './broadcast.js';
import { allocate, floatDType, promote, type DType, type TypedArray } from './dtype.js';
import { addFloat64, divFloat64, loopOf, mulFloat64, subFloat64, type Loop } from './loops.js';
import { sizeOf } from './shape.js';
import { LONG, longLoops } from './whole-loops.js';

export type BinaryName = 'add' | 'sub' | 'mul' | 'div' | 'pow';

/** C's pow, which NumPy follows: unlike JavaScript's `**`, 1 to any power is 1, and -1 to an infinite one. */
export function power(x: number, y: number): number {
  if (y === 2) return x * x;
  // Correctly rounded, where V8's pow need not be; + 0 because pow(-0, 0.5) is 0.
  if (y === 0.5 && x !== -Infinity) return Math.sqrt(x) + 0;
  if (x === 1 || (x === -1 && (y === Infinity || y === -Infinity))) return 1;
  return x ** y;
}

/** Wraps as int32 does; `y` is not negative. */
function powerInt32(x: number, y: number): number {
  let result = 1;
  for (let base = x, left = y; left > 0; left >>>= 1) {
    if (left & 1) result = Math.imul(result, base);
    base = Math.imul(base, base);
  }
  return result;
}

const float64Loops: Record<BinaryName, Loop<Float64Array>> = {
  add: addFloat64, sub: subFloat64, mul: mulFloat64, div: divFloat64, pow: loopOf(power) as Loop<Float64Array>,
};
/** Sums and differences of int32 are exact as doubles, and wrap when they are stored; float32 rounds when it is stored. */
const otherLoops: Record<BinaryName, Loop<TypedArray>> = {
  add: loopOf((x, y) => x + y), sub: loopOf((x, y) => x - y), mul: loopOf((x, y) => x * y), div: loopOf((x, y) => x / y), pow: loopOf(power),
};
const int32Loops = { mul: loopOf(Math.imul), pow: loopOf(powerInt32) };
const boolLoops = { add: loopOf((x, y) => x | y), mul: loopOf((x, y) => x & y) };

/**
 * The type of a binary operator's result.
 * @throws TypeError for bool - bool, which NumPy refuses too.
 */
export function binaryDType(name: BinaryName, a: DType, b: DType): DType {
  const dtype = promote(a, b);
  switch (name) {
    case 'add': case 'mul': return dtype;
    case 'sub':
      if (dtype !== 'bool') return dtype;
      throw dataErrors.differenceOfBool(name);
    case 'div': return floatDType(dtype);
    case 'pow': return dtype === 'bool' ? 'int32' : dtype;
  }
}

function loopFor(name: BinaryName, dtype: DType): Loop<TypedArray> {
  if (dtype === 'int32' && (name === 'mul' || name === 'pow')) return int32Loops[name];
  if (dtype === 'bool' && (name === 'add' || name === 'mul')) return boolLoops[name];
  return otherLoops[name];
}

/**
 * An element-wise operator with broadcasting.
 * @throws Error for shapes that do not broadcast, TypeError for bool - bool, RangeError for int32 to a negative power.
 */
export function binary(name: BinaryName, a: Block, b: Block): Block {
  const dtype = binaryDType(name, a.dtype, b.dtype);
  const plan = planBroadcast(a.shape, b.shape, name);
  if (name === 'pow' && dtype === 'int32') refuseNegativePowers(b.values);
  const out = allocate(dtype, sizeOf(plan.shape), name);
  if (out instanceof Float64Array && a.values instanceof Float64Array && b.values instanceof Float64Array) {
    const long = name !== 'pow' && plan.inner >= LONG && plan.aStep === 1 && plan.bStep === 1;
    run(long ? longLoops[name] : float64Loops[name], plan, a.values, b.values, out);
  } else {
    run(loopFor(name, dtype), plan, a.values, b.values, out);
  }
  return { shape: plan.shape, dtype, values: out };
}

/** Runs a loop over each row of a plan. */
export function run<T extends TypedArray>(loop: Loop<T>, plan: BroadcastPlan, a: T, b: T, out: T): void {
  const { inner, aStep, bStep } = plan;
  if (plan.outer.length === 0) {
    loop(a, 0, aStep, b, 0, bStep, out, 0, inner);
    return;
  }
  walkRows(plan.outer, plan.aStrides, plan.bStrides, (ao, bo, row) => {
    loop(a, ao, aStep, b, bo, bStep, out, row * inner, inner);
  });
}

function refuseNegativePowers(exponents: TypedArray): void {
  const negative = exponents.find(exponent => exponent < 0);
  if (negative !== undefined) throw dataErrors.negativePower(negative);
}
