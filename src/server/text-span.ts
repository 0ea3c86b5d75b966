/** @file Spans of a text as offsets, and the way from a report's lines and columns to them. */
import type { SourceRange } from '../protocol/report.js';

/** Half-open, in UTF-16 units from 0. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export function contains(span: TextSpan, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

export function sameSpan(a: TextSpan, b: TextSpan): boolean {
  return a.start === b.start && a.end === b.end;
}

export interface LineTable {
  /** The offsets of a range of this text; the range's file is not looked at. */
  spanOf(range: SourceRange): TextSpan;
}

export function createLineTable(text: string): LineTable {
  const starts = [0];
  for (const { index, 0: lineBreak } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineBreak.length);
  const offsetAt = (line: number, column: number) => (starts[line - 1] ?? text.length) + column - 1;
  return {
    spanOf: range => ({ start: offsetAt(range.line, range.column), end: offsetAt(range.endLine, range.endColumn) }),
  };
}
