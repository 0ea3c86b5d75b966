/** @file How ranges of a source lie to each other. Lines and columns count from 1. */
import type { SourceRange } from '../protocol/report.js';

/** A place in a file, or from there on. */
interface Place {
  readonly file: number;
  readonly line: number;
  readonly column: number;
}

/** The end counts too: the cursor right behind `square` is on it. */
export function contains(range: SourceRange, { file, line, column }: Place): boolean {
  if (range.file !== file) return false;
  const isAfterStart = line > range.line || (line === range.line && column >= range.column);
  const isBeforeEnd = line < range.endLine || (line === range.endLine && column <= range.endColumn);
  return isAfterStart && isBeforeEnd;
}

/** Whether `inner` lies in `outer`; equal ones lie in each other. */
export function liesIn(inner: SourceRange, outer: SourceRange): boolean {
  return contains(outer, inner) && contains(outer, { file: inner.file, line: inner.endLine, column: inner.endColumn });
}

/** For comparing ranges by how much they hold. */
export function extent(range: SourceRange): number {
  return (range.endLine - range.line) * 100_000 + range.endColumn - range.column;
}

/** Those that lie in none of the others, in their order; of equal ones the first. */
export function outermost(ranges: readonly SourceRange[]): SourceRange[] {
  return ranges.filter((range, index) => !ranges.some((other, place) => (
    liesIn(range, other) && (place < index || (place > index && !liesIn(other, range)))
  )));
}
