/** @file How data and gradients are held: a 0-d float64 as its number, until somebody asks for the array; freed data as its outline. */
import { type ArrayLike, asNDArray, type DType, NDArray, scalarOf, SCALAR_SHAPE, type Shape } from './ndarray/index.js';
import type { VariableRef } from './variable-ref.js';

/*
 * In a graph of scalars the arrays around the numbers were a third of its memory, and most of them nobody ever sees.
 */

/** An array, or the number of a 0-d float64 for which no array has been made yet. */
export type Held = NDArray | number;

/** What is left of data that the graph does not keep. */
export class Outline {
  /** It has no elements that could change. */
  readonly version = 0;
  readonly nbytes = 0;

  constructor(
    readonly shape: Shape,
    readonly dtype: DType,
    readonly size: number,
    /** The Variable that had the data, and has it still where somebody holds it. */
    readonly of: VariableRef | null,
  ) {}

  static readonly scalar = new Outline(SCALAR_SHAPE, 'float64', 1, null);
}

/**
 * What a Variable is given, as it is held.
 * @param whose  Whose data it is, for the text of an error: asked where the data has to be read.
 * @throws TypeError for strings, booleans, undefined, ragged arrays and objects.
 */
export function heldOf(data: ArrayLike, whose: () => string): Held {
  return typeof data === 'number' || data instanceof NDArray ? data : asNDArray(data, whose());
}

export function arrayOf(held: Held): NDArray {
  return typeof held === 'number' ? NDArray.scalar(held) : held;
}

/** Their sum, out of place. */
export function addHeld(a: Held, b: Held): Held {
  return typeof a === 'number' && typeof b === 'number' ? a + b : arrayOf(a).add(b);
}

/** The number of a 0-d float64; undefined for anything else. */
export function numberOf(held: unknown): number | undefined {
  if (typeof held === 'number') return held;
  return held instanceof NDArray ? scalarOf(held) : undefined;
}

/** Size of the elements in bytes. */
export function bytesOf(held: Held | Outline | null): number {
  return held === null ? 0 : typeof held === 'number' ? 8 : held.nbytes;
}
