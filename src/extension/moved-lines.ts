/** @file Where the lines that were run are in the text as it stands: it may have been edited since. */
import { diffArrays } from 'diff';
import type { SourceRange } from '../protocol/report.js';

/** Two texts with more different lines have nothing to do with each other. */
const MOST_EDITS = 2000;

/** Lines count from 1. A line that was edited is still that line; one that is new or has gone is null in the other text. */
export interface MovedLines {
  toNow(line: number): number | null;
  toRun(line: number): number | null;
}

const unmoved: MovedLines = { toNow: line => line, toRun: line => line };

export function movedLines(run: string, now: string): MovedLines {
  if (run === now) return unmoved;
  const [before, after] = [run, now].map(text => text.split(/\r?\n/)) as [string[], string[]];
  const toNow = new Map<number, number>();
  const toRun = new Map<number, number>();
  const pair = (old: number, next: number, count: number): void => {
    for (let at = 0; at < count; at += 1) {
      toNow.set(old + at, next + at);
      toRun.set(next + at, old + at);
    }
  };
  let [old, next, gone, come] = [1, 1, 0, 0];
  const closeGap = (): void => {
    // As many lines for as many: each of them was edited.
    if (gone === come) pair(old, next, gone);
    [old, next, gone, come] = [old + gone, next + come, 0, 0];
  };
  for (const { added, removed, count } of diffArrays(before, after, { maxEditLength: MOST_EDITS }) ?? []) {
    if (added) come += count;
    else if (removed) gone += count;
    else {
      closeGap();
      pair(old, next, count);
      [old, next] = [old + count, next + count];
    }
  }
  closeGap();
  return { toNow: line => toNow.get(line) ?? null, toRun: line => toRun.get(line) ?? null };
}

/** Where a range of the run is now; null where its lines have gone, or are no longer together. */
export function rangeNow(range: SourceRange, { toNow }: MovedLines): SourceRange | null {
  const [line, endLine] = [toNow(range.line), toNow(range.endLine)];
  return line === null || endLine === null || endLine - line !== range.endLine - range.line ? null : { ...range, line, endLine };
}

/** What of a range of the text as it stands was there at the run: from its first such line to its last; null where none was. */
export function rangeAtRun(range: SourceRange, { toRun }: MovedLines): SourceRange | null {
  let { line, column, endLine, endColumn } = range;
  while (line <= endLine && toRun(line) === null) [line, column] = [line + 1, 1];
  while (endLine >= line && toRun(endLine) === null) [endLine, endColumn] = [endLine - 1, Infinity];
  return line > endLine ? null : { file: range.file, line: toRun(line)!, column, endLine: toRun(endLine)!, endColumn };
}
