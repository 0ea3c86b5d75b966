/** @file Which elements of a report the editor's cursors and selections are on. */
import type { RunReport, SourceRange } from '../protocol/report.js';
import { contains, extent, liesIn } from './source-ranges.js';

/** Where the cursor is; line and column count from 1. */
export interface Cursor {
  readonly file: number;
  readonly line: number;
  readonly column: number;
  /** The identifier under the cursor; null where there is none. */
  readonly word: string | null;
  /** On a line that was not run, between the one that `line` says and the next: only a name means anything there. */
  readonly isNew?: boolean;
}

/** One of the editor's selections, its cursor and what it holds. */
export interface Selected {
  readonly cursor: Cursor;
  /** null for a cursor alone. */
  readonly range: SourceRange | null;
}

/** A loop makes many elements at one place; a selection of more than this is no help. */
const MAX_SELECTED = 200;

/** Ids of the elements that any of the selections is on, those of the first one first. Each of them costs a look at the whole report. */
export function elementsOf(report: RunReport, selections: readonly Selected[]): string[] {
  const ids = new Set<string>();
  for (const { cursor, range } of selections.slice(0, MAX_SELECTED)) {
    for (const id of range ? elementsIn(report, range) : elementsAt(report, cursor)) ids.add(id);
    if (ids.size >= MAX_SELECTED) break;
  }
  return [...ids].slice(0, MAX_SELECTED);
}

/**
 * Ids of the elements at the cursor, the closest first: the Variable of the name under it, or what the innermost operator or
 * call around it made, or all that this line made. Empty where the run made nothing.
 */
export function elementsAt(report: RunReport, cursor: Cursor): string[] {
  const ids = ofName(report, cursor) ?? (cursor.isNew ? [] : ofExpression(report, range => contains(range, cursor)) ?? ofLine(report, cursor));
  return [...new Set(ids)].slice(0, MAX_SELECTED);
}

/** Ids of all that was named or made within a range; where that is nothing, as in a part of an expression, what the innermost around it made. */
export function elementsIn(report: RunReport, selected: SourceRange): string[] {
  const inside = madeWhere(report, range => liesIn(range, selected));
  const ids = inside.length > 0 ? inside : ofExpression(report, range => liesIn(selected, range)) ?? [];
  return [...new Set(ids)].slice(0, MAX_SELECTED);
}

/** The name's last binding above the cursor counts, or else its first below, as in a loop or a function. */
function ofName(report: RunReport, { file, line, column, word }: Cursor): string[] | null {
  if (word === null) return null;
  const places = report.bindings.filter(binding => binding.name === word && binding.range.file === file);
  const above = places.filter(({ range }) => range.line < line || (range.line === line && range.column <= column));
  const variable = (above.at(-1) ?? places[0])?.variable;
  return variable ? [variable] : null;
}

/** What the smallest of the expressions made that are `around` the place; null where there is none. */
function ofExpression(report: RunReport, around: (range: SourceRange) => boolean): string[] | null {
  const known = new Set(report.variables.map(variable => variable.id));
  const candidates: { range: SourceRange; ids: readonly string[] }[] = [];
  for (const fn of report.functions) {
    const ids = [...fn.outputs.filter(id => known.has(id)), fn.id];
    for (const range of [fn.anchor, fn.range]) {
      if (range && around(range)) candidates.push({ range, ids });
    }
  }
  for (const { id, range } of report.variables) {
    if (range && around(range)) candidates.push({ range, ids: [id] });
  }
  if (candidates.length === 0) return null;
  const innermost = candidates.reduce((best, next) => (extent(next.range) < extent(best.range) ? next : best));
  return candidates.filter(({ range }) => extent(range) === extent(innermost.range)).flatMap(({ ids }) => ids);
}

function ofLine(report: RunReport, { file, line }: Cursor): string[] {
  return madeWhere(report, range => range.file === file && range.line === line);
}

/** Variables that have a name there first. */
function madeWhere(report: RunReport, holds: (range: SourceRange) => boolean): string[] {
  const isThere = ({ range }: { readonly range: SourceRange | null }) => range !== null && holds(range);
  const bound = report.bindings.filter(isThere).flatMap(({ variable }) => variable ?? []);
  return [...bound, ...report.variables.filter(isThere).map(({ id }) => id), ...report.functions.filter(isThere).map(({ id }) => id)];
}
