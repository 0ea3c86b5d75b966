/** @file The larger and the smaller of two blocks' elements, and clip. NaN wins, as in NumPy. */
import type { Block } from './block.js';
import { planBroadcast } from './broadcast.js';
import { allocate, promote, type TypedArray } from './dtype.js';
import { run } from './elementwise.js';
import { loopOf, type Loop } from './loops.js';
import { sizeOf } from './shape.js';

export type ExtremeName = 'maximum' | 'minimum';

const loops: Record<ExtremeName, Loop<TypedArray>> = {
  maximum: loopOf((x, y) => x >= y || x !== x ? x : y),
  minimum: loopOf((x, y) => x <= y || x !== x ? x : y),
};

/** @throws Error for shapes that do not broadcast. */
export function extreme(name: ExtremeName, a: Block, b: Block, operation: string = name): Block {
  const plan = planBroadcast(a.shape, b.shape, operation);
  const dtype = promote(a.dtype, b.dtype);
  const values = allocate(dtype, sizeOf(plan.shape));
  run<TypedArray>(loops[name], plan, a.values, b.values, values);
  return { shape: plan.shape, dtype, values };
}

/** min(max(a, low), high); null for no bound. @throws Error for shapes that do not broadcast. */
export function clip(a: Block, low: Block | null, high: Block | null): Block {
  const raised = low === null ? a : extreme('maximum', a, low, 'clip');
  return high === null ? { ...raised, values: low === null ? a.values.slice() : raised.values } : extreme('minimum', raised, high, 'clip');
}
