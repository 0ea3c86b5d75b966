/** @file Walks two operands of different shapes row by row, so that the inner loops see long runs. */
import { broadcastShapes, broadcastStrides, sameShape, sizeOf, type Shape } from './shape.js';

/** How two operands are walked together: `inner` elements at a time, with steps 0 or 1, inside the outer axes. */
export interface BroadcastPlan {
  readonly shape: Shape;
  readonly inner: number;
  readonly aStep: number;
  readonly bStep: number;
  readonly outer: readonly number[];
  readonly aStrides: readonly number[];
  readonly bStrides: readonly number[];
}

/**
 * Neighbouring axes that both operands walk alike become one, and axes of length 1 vanish; equal shapes or a scalar beside an array
 * are one single run.
 * @throws Error as {@link broadcastShapes} does.
 */
export function planBroadcast(a: Shape, b: Shape, operation: string): BroadcastPlan {
  if (sameShape(a, b)) return singleRun(a, 1, 1);
  if (b.length === 0) return singleRun(a, 1, 0);
  if (a.length === 0) return singleRun(b, 0, 1);
  const shape = broadcastShapes(a, b, operation);
  const aOwn = broadcastStrides(a, shape);
  const bOwn = broadcastStrides(b, shape);
  const lengths: number[] = [];
  const aStrides: number[] = [];
  const bStrides: number[] = [];
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis]!;
    if (length === 1) continue;
    const runsOn = lengths.length > 0 && aOwn[axis] === aStrides[0]! * lengths[0]! && bOwn[axis] === bStrides[0]! * lengths[0]!;
    if (runsOn) {
      lengths[0]! *= length;
    } else {
      lengths.unshift(length);
      aStrides.unshift(aOwn[axis]!);
      bStrides.unshift(bOwn[axis]!);
    }
  }
  // Every axis had length 1: one element, which is its own row.
  const inner = lengths.pop() ?? 1;
  return { shape, inner, aStep: aStrides.pop() ?? 1, bStep: bStrides.pop() ?? 1, outer: lengths, aStrides, bStrides };
}

const NONE: readonly number[] = [];

function singleRun(shape: Shape, aStep: number, bStep: number): BroadcastPlan {
  return { shape, inner: sizeOf(shape), aStep, bStep, outer: NONE, aStrides: NONE, bStrides: NONE };
}

/** Calls `visit` with the offsets of each row of two operands, and the row's number, in row-major order. */
export function walkRows(
  outer: readonly number[], aStrides: readonly number[], bStrides: readonly number[],
  visit: (a: number, b: number, row: number) => void,
): void {
  const rows = outer.reduce((x, y) => x * y, 1);
  const index = new Array<number>(outer.length).fill(0);
  let a = 0;
  let b = 0;
  for (let row = 0; row < rows; row++) {
    visit(a, b, row);
    for (let axis = outer.length - 1; axis >= 0; axis--) {
      a += aStrides[axis]!;
      b += bStrides[axis]!;
      if (++index[axis]! < outer[axis]!) break;
      a -= aStrides[axis]! * outer[axis]!;
      b -= bStrides[axis]! * outer[axis]!;
      index[axis] = 0;
    }
  }
}
