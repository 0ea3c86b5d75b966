/** @file Part of an array as a table of its last two axes, for pages of a report. Copies no more than is asked for. */
import { blockOf } from './block.js';
import type { NDArray } from './ndarray.js';

/** A rectangle of the table, and how many rows and columns of it each number stands for. */
export interface TableWindow {
  /** An index for each axis but the last two. */
  readonly leading: readonly number[];
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly block: { readonly rows: number; readonly columns: number };
}

/**
 * The means of the window's blocks, row-major; blocks of one element are the elements. An array of one axis is a column, a scalar one
 * cell. Null where the array has no such place.
 */
export function blockMeans(array: NDArray, { leading, row, column, rows, columns, block }: TableWindow): number[] | null {
  const { shape, values } = blockOf(array);
  const outer = shape.slice(0, -2);
  const [height, width] = shape.length < 2 ? [shape[0] ?? 1, 1] : shape.slice(-2) as [number, number];
  const isInside = leading.length === outer.length && leading.every((index, axis) => index < outer[axis]!) && row < height && column < width;
  if (!isInside) return null;
  const start = leading.reduce((table, index, axis) => table * outer[axis]! + index, 0) * height * width;
  const [endRow, endColumn] = [Math.min(row + rows, height), Math.min(column + columns, width)];
  const means: number[] = [];
  for (let top = row; top < endRow; top += block.rows) {
    const bottom = Math.min(top + block.rows, endRow);
    for (let left = column; left < endColumn; left += block.columns) {
      const right = Math.min(left + block.columns, endColumn);
      const size = (bottom - top) * (right - left);
      let mean = 0;
      for (let i = top; i < bottom; i++) {
        // Divided first: the sum of large finite numbers need not be finite.
        for (let j = left; j < right; j++) mean += values[start + i * width + j]! / size;
      }
      means.push(mean);
    }
  }
  return means;
}
