/** @file A tensor as tables of its last two axes: their sizes, what of one fits on a page, and how coarse a picture of one is. */

export interface Table {
  /** Lengths of the axes before the last two: an index for each chooses a table. */
  readonly leading: readonly number[];
  readonly rows: number;
  readonly columns: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Where the reader is in a tensor. */
export interface Place {
  readonly leading: readonly number[];
  readonly row: number;
  readonly column: number;
}

const PAGE_NUMBERS = 400;
const PAGE_COLUMNS = 20;
/** Cells of a picture along each side: as many as the details are wide, at three pixels each. */
const PICTURE_CELLS = 64;

/** A tensor of one axis is a column, a scalar a single cell. */
export function tableOf(shape: readonly number[]): Table {
  if (shape.length < 2) return { leading: [], rows: shape[0] ?? 1, columns: 1 };
  return { leading: shape.slice(0, -2), rows: shape.at(-2)!, columns: shape.at(-1)! };
}

export function pageExtent({ rows, columns }: Extent): Extent {
  const wide = Math.min(columns, PAGE_COLUMNS);
  return { columns: wide, rows: Math.min(rows, Math.floor(PAGE_NUMBERS / wide)) };
}

/** The rows and columns that one cell of the picture stands for. */
export function pictureBlock({ rows, columns }: Extent): Extent {
  return { rows: Math.ceil(rows / PICTURE_CELLS), columns: Math.ceil(columns / PICTURE_CELLS) };
}

/** The nearest place that there is; one for the leading indices that are missing. */
export function placeIn(table: Table, { leading, row, column }: Place): Place {
  const page = pageExtent(table);
  return {
    leading: table.leading.map((length, axis) => Math.min(leading[axis] ?? 0, length - 1)),
    row: Math.min(row, table.rows - page.rows),
    column: Math.min(column, table.columns - page.columns),
  };
}

/** Where a table begins among the tensor's elements. */
export function offsetOf({ leading, rows, columns }: Table, indices: readonly number[]): number {
  return indices.reduce((table, index, axis) => table * leading[axis]! + index, 0) * rows * columns;
}
