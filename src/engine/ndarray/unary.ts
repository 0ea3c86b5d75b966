/** @file The element-wise functions of one argument, on blocks. */
import { dataErrors } from '../errors/data.js';
import type { Block } from './block.js';
import { allocate, floatDType, type DType, type TypedArray } from './dtype.js';
import { exp, sigmoid, tanh } from './exponential.js';
import { mulWhole } from './whole-loops.js';

export type UnaryName = 'neg' | 'square' | 'abs' | 'exp' | 'log' | 'sin' | 'cos' | 'tanh' | 'sqrt' | 'sign' | 'sigmoid';
type UnaryLoop<T extends TypedArray> = (a: T, out: T) => void;

/** -1, 0 or 1; 0 also for -0, unlike Math.sign. */
function sign(x: number): number {
  return x > 0 ? 1 : x < 0 ? -1 : x === x ? 0 : x;
}

const float64Loops: Record<UnaryName, UnaryLoop<Float64Array>> = {
  neg(a, out) { for (let i = 0; i < a.length; i++) out[i] = -a[i]!; },
  square(a, out) { mulWhole(a, a, out); },
  abs(a, out) { for (let i = 0; i < a.length; i++) out[i] = Math.abs(a[i]!); },
  exp(a, out) { for (let i = 0; i < a.length; i++) out[i] = exp(a[i]!); },
  log(a, out) { for (let i = 0; i < a.length; i++) out[i] = Math.log(a[i]!); },
  sin(a, out) { for (let i = 0; i < a.length; i++) out[i] = Math.sin(a[i]!); },
  cos(a, out) { for (let i = 0; i < a.length; i++) out[i] = Math.cos(a[i]!); },
  tanh(a, out) { for (let i = 0; i < a.length; i++) out[i] = tanh(a[i]!); },
  sqrt(a, out) { for (let i = 0; i < a.length; i++) out[i] = Math.sqrt(a[i]!); },
  sign(a, out) { for (let i = 0; i < a.length; i++) out[i] = sign(a[i]!); },
  sigmoid(a, out) { for (let i = 0; i < a.length; i++) out[i] = sigmoid(a[i]!); },
};

/** One element, as a double. */
export const unaryNumber: Record<UnaryName, (x: number) => number> = {
  neg: x => -x, square: x => x * x, abs: Math.abs, exp, log: Math.log, sin: Math.sin, cos: Math.cos, tanh, sqrt: Math.sqrt,
  sign, sigmoid,
};

/**
 * The type of a unary function's result.
 * @throws TypeError for the negative or the sign of bool, which NumPy refuses too.
 */
export function unaryDType(name: UnaryName, dtype: DType): DType {
  switch (name) {
    case 'neg':
      if (dtype !== 'bool') return dtype;
      throw dataErrors.negativeOfBool();
    case 'sign':
      if (dtype !== 'bool') return dtype;
      throw dataErrors.signOfBool();
    case 'square': return dtype === 'bool' ? 'int32' : dtype;
    case 'abs': return dtype;
    default: return floatDType(dtype);
  }
}

/** @throws TypeError as {@link unaryDType} does. */
export function unary(name: UnaryName, a: Block): Block {
  const dtype = unaryDType(name, a.dtype);
  const out = allocate(dtype, a.values.length);
  if (a.values instanceof Float64Array && out instanceof Float64Array) {
    float64Loops[name](a.values, out);
  } else {
    const f = name === 'square' && dtype === 'int32' ? (x: number) => Math.imul(x, x) : unaryNumber[name];
    for (let i = 0; i < out.length; i++) out[i] = f(a.values[i]!);
  }
  return { shape: a.shape, dtype, values: out };
}
