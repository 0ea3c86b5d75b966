/** @file Numbers of a live run's tensor, a page at a time: what is asked for, and what comes back. */
import type { ReportNumber } from './report.js';

/** Of a Variable. */
export type TensorPart = 'value' | 'grad';

/**
 * A rectangle of the table that a tensor's last two axes are: rows and columns. A tensor of one axis is a column, a scalar one cell.
 */
export interface PageRequest {
  /** The Variable's id in the report. */
  readonly variable: string;
  readonly part: TensorPart;
  /** Which table: an index for each axis but the last two. */
  readonly leading: readonly number[];
  /** The first row and column, and how many; what lies beyond the tensor is left out. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  /** Each number is the mean of a block of so many rows and columns; at the last row and column blocks may be smaller. */
  readonly block: { readonly rows: number; readonly columns: number };
}

/** How many numbers a page has at most. */
export type MostNumbers = 4096;

export type PageAnswer =
  /** Row-major. The mean of a block with a NaN or an infinity is what arithmetic says it is. */
  | { readonly outcome: 'page'; readonly numbers: readonly ReportNumber[] }
  /** There is no live run: none since the window was opened, or its process has ended. */
  | { readonly outcome: 'gone' }
  /** The live run has no such Variable, or its tensor has no such place. */
  | { readonly outcome: 'missing' };
