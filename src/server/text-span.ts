/** @file Spans of a text as offsets, and the way from a report's lines and columns to them. */
import type ts from 'typescript';
import type { TextSpan } from '../language/names.js';
import type { SourceRange } from '../protocol/report.js';

export function contains(span: TextSpan, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

export function sameSpan(a: TextSpan, b: TextSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

export function within(inner: TextSpan, outer: TextSpan): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The offsets of `range` in `file`; the range's own file index is not looked at. */
export function spanOfRange(range: SourceRange, file: ts.SourceFile): TextSpan {
  // TypeScript's own lines, by which the range was made: it counts U+2028 too.
  const starts = file.getLineStarts();
  const offsetAt = (line: number, column: number) => (starts[line - 1] ?? file.end) + column - 1;
  return { start: offsetAt(range.line, range.column), end: offsetAt(range.endLine, range.endColumn) };
}
