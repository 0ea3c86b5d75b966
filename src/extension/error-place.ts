/** @file The place in a document that a run's error is about. */
import { Position, Range, type TextDocument } from 'vscode';
import type { RunError } from '../protocol/report.js';

/** From the error's place to the end of the word there, or of the line; null where no line is to blame. */
export function errorRange({ line, column }: Pick<RunError, 'line' | 'column'>, document: TextDocument): Range | null {
  if (line === null) return null;
  const text = document.lineAt(Math.min(line, document.lineCount) - 1);
  const start = text.range.start.translate(0, Math.min((column ?? text.firstNonWhitespaceCharacterIndex + 1) - 1, text.text.length));
  const word = document.getWordRangeAtPosition(start);
  const end = word?.contains(start) && word.end.isAfter(start) ? word.end : text.range.end;
  // An error at the very end of a line still needs something to underline.
  return end.isAfter(start) ? new Range(start, end) : new Range(start.translate(0, -Math.min(1, start.character)), end);
}

/** Where to put the cursor for it. */
export function errorPosition({ line, column }: Pick<RunError, 'line' | 'column'>): Position {
  return new Position((line ?? 1) - 1, (column ?? 1) - 1);
}
