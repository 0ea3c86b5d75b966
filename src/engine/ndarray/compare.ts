/** @file Comparisons, which give bool blocks, and the choice between two blocks by one. */
import type { Block } from './block.js';
import { run } from './elementwise.js';
import { planBroadcast } from './broadcast.js';
import { convert, promote, type TypedArray } from './dtype.js';
import { loopOf, type Loop } from './loops.js';
import { broadcastTo } from './manipulate.js';
import { broadcastShapes, sameShape, sizeOf, type Shape } from './shape.js';

export type ComparisonName = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';

const loops: Record<ComparisonName, Loop<TypedArray>> = {
  eq: loopOf((x, y) => x === y ? 1 : 0),
  ne: loopOf((x, y) => x !== y ? 1 : 0),
  lt: loopOf((x, y) => x < y ? 1 : 0),
  le: loopOf((x, y) => x <= y ? 1 : 0),
  gt: loopOf((x, y) => x > y ? 1 : 0),
  ge: loopOf((x, y) => x >= y ? 1 : 0),
};

/** Doubles hold every element of every dtype, so no promotion is needed. @throws Error for shapes that do not broadcast. */
export function compare(name: ComparisonName, a: Block, b: Block): Block {
  const plan = planBroadcast(a.shape, b.shape, name);
  const values = new Uint8Array(sizeOf(plan.shape));
  run<TypedArray>(loops[name], plan, a.values, b.values, values);
  return { shape: plan.shape, dtype: 'bool', values };
}

/** `a` where `condition` is not 0, else `b`, broadcast. @throws Error for shapes that do not broadcast. */
export function choose(condition: Block, a: Block, b: Block): Block {
  const shape = broadcastShapes(condition.shape, broadcastShapes(a.shape, b.shape, 'where'), 'where');
  const dtype = promote(a.dtype, b.dtype);
  const test = stretched(condition, shape).values;
  const other = stretched(b, shape).values;
  const values = convert(stretched(a, shape).values, dtype);
  for (let i = 0; i < values.length; i++) {
    if (test[i] === 0) values[i] = other[i]!;
  }
  return { shape, dtype, values };
}

function stretched(a: Block, shape: Shape): Block {
  return sameShape(a.shape, shape) ? a : broadcastTo(a, shape);
}
