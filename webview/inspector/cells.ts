/** @file The cells of a picture, and how large they are drawn. */
import type { Extent } from './table.js';

/** What a picture shows: numbers in rows and columns. */
export interface Grid extends Extent {
  readonly values: readonly number[];
}

/** A cell's size in CSS pixels. */
export interface CellSize {
  readonly width: number;
  readonly height: number;
}

const [WIDE, HIGH] = [216, 168];
const [SMALLEST, LARGEST] = [3, 20];

export function cellSize({ rows, columns }: Extent): CellSize {
  const side = (room: number, count: number): number => Math.max(SMALLEST, Math.min(LARGEST, Math.floor(room / count)));
  return { width: side(WIDE, columns), height: side(HIGH, rows) };
}
