/** @file Which elements of a report the editor's cursor is on. */
import type { RunReport, SourceRange } from '../protocol/report.js';

/** Where the cursor is; line and column count from 1. */
export interface Cursor {
  readonly file: number;
  readonly line: number;
  readonly column: number;
  /** The identifier under the cursor; null where there is none. */
  readonly word: string | null;
}

/** A loop makes many elements at one place; a selection of more than this is no help. */
const MAX_SELECTED = 200;

/**
 * Ids of the elements at the cursor, the closest first: the Variable of the name under it, or what the innermost operator or
 * call around it made, or all that this line made. Empty where the run made nothing.
 */
export function elementsAt(report: RunReport, cursor: Cursor): string[] {
  const ids = ofName(report, cursor) ?? ofExpression(report, cursor) ?? ofLine(report, cursor);
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

function ofExpression(report: RunReport, cursor: Cursor): string[] | null {
  const known = new Set(report.variables.map(variable => variable.id));
  const candidates: { range: SourceRange; ids: readonly string[] }[] = [];
  for (const fn of report.functions) {
    const ids = [...fn.outputs.filter(id => known.has(id)), fn.id];
    for (const range of [fn.anchor, fn.range]) {
      if (range && contains(range, cursor)) candidates.push({ range, ids });
    }
  }
  for (const { id, range } of report.variables) {
    if (range && contains(range, cursor)) candidates.push({ range, ids: [id] });
  }
  if (candidates.length === 0) return null;
  const innermost = candidates.reduce((best, next) => (extent(next.range) < extent(best.range) ? next : best));
  return candidates.filter(({ range }) => extent(range) === extent(innermost.range)).flatMap(({ ids }) => ids);
}

function ofLine(report: RunReport, { file, line }: Cursor): string[] {
  const isHere = ({ range }: { range: SourceRange | null }) => range?.file === file && range.line === line;
  const bound = report.bindings.filter(isHere).flatMap(({ variable }) => variable ?? []);
  return [...bound, ...report.variables.filter(isHere).map(({ id }) => id), ...report.functions.filter(isHere).map(({ id }) => id)];
}

/** The end counts too: the cursor right behind `square` is on it. */
function contains(range: SourceRange, { file, line, column }: Cursor): boolean {
  if (range.file !== file) return false;
  const isAfterStart = line > range.line || (line === range.line && column >= range.column);
  const isBeforeEnd = line < range.endLine || (line === range.endLine && column <= range.endColumn);
  return isAfterStart && isBeforeEnd;
}

function extent(range: SourceRange): number {
  return (range.endLine - range.line) * 100_000 + range.endColumn - range.column;
}
