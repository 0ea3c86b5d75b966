/** @file A page of numbers as a table, with row and column indices for headers. */
import type { DType, ReportNumber } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import { elementText } from './number-text.js';
import type { Extent, Place } from './table.js';

export interface NumberPage {
  readonly numbers: readonly ReportNumber[];
  readonly dtype: DType | null;
  readonly place: Place;
  readonly extent: Extent;
  /** Over the only column of a tensor of one axis, which has no index; null for columns by index. */
  readonly head: string | null;
  /** What the table is of, for who does not see where it stands. */
  readonly caption: string;
}

export function numberTable({ numbers, dtype, place, extent, head, caption }: NumberPage): HTMLElement {
  const columns = Array.from({ length: extent.columns }, (_, column) => column);
  const heads = columns.map(column => element('th', { scope: 'col' }, head ?? String(place.column + column)));
  const rows = Array.from({ length: extent.rows }, (_, row) => element('tr', {},
    element('th', { scope: 'row' }, String(place.row + row)),
    ...columns.map(column => cell(numbers[row * extent.columns + column]!, dtype)),
  ));
  return element('table', { class: 'numbers' },
    element('caption', {}, element('span', { class: 'spoken' }, caption)),
    element('thead', {}, element('tr', {}, element('td', {}), ...heads)),
    element('tbody', {}, ...rows),
  );
}

function cell(value: ReportNumber, dtype: DType | null): HTMLElement {
  const text = elementText(value, dtype);
  const kind = typeof value === 'string' ? 'not-finite' : value === 0 ? 'muted' : null;
  const exact = String(value);
  return element('td', { class: kind, title: dtype === 'bool' || exact === text ? null : exact }, text);
}
