/** @file Comparisons, which give bool blocks, and the choice between two blocks by one. */
import type { Block } from './block.js';
import { run } from './elementwise.js';
import { planBroadcast } from './broadcast.js';
import { allocate, promote, type TypedArray } from './dtype.js';
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
  // A number, as the 0 of a masked gradient, is not spread out first.
  const [left, right] = [a, b].map(each => each.shape.length === 0 ? each.values : stretched(each, shape).values) as [TypedArray, TypedArray];
  const [leftStep, rightStep] = [a.shape.length === 0 ? 0 : 1, b.shape.length === 0 ? 0 : 1];
  const values = allocate(dtype, test.length);
  for (let i = 0; i < values.length; i++) values[i] = test[i] !== 0 ? left[i * leftStep]! : right[i * rightStep]!;
  return { shape, dtype, values };
}

function stretched(a: Block, shape: Shape): Block {
  return sameShape(a.shape, shape) ? a : broadcastTo(a, shape);
}
