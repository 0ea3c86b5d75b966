import { describe, expect, it } from 'vitest';
import { movedLines, rangeAtRun, rangeNow } from '../../src/extension/moved-lines.js';

const RUN = ['import', 'a', 'b', 'c', 'y', 'backward'].join('\n');
const range = (line: number, endLine = line) => ({ file: 0, line, column: 3, endLine, endColumn: 5 });

describe('the lines of a run', () => {
  it('are where they were, as long as nothing was edited', () => {
    expect(rangeNow(range(99), movedLines(RUN, RUN))).toEqual(range(99));
  });

  it('move by the lines that came before them, and with other line ends', () => {
    const lines = movedLines(RUN, RUN.replace('a\n', 'first\r\na\r\n'));
    expect([1, 2, 3, 6].map(lines.toNow)).toEqual([1, 3, 4, 7]);
    expect([1, 2, 3, 7].map(lines.toRun)).toEqual([1, null, 2, 6]);
    expect(rangeNow(range(2, 4), lines)).toEqual(range(3, 5));
  });

  it('are still the same where they were edited, one for one', () => {
    const lines = movedLines(RUN, RUN.replace('b\nc', 'bb\ncc'));
    expect([3, 4, 5].map(lines.toNow)).toEqual([3, 4, 5]);
  });

  it('that have gone are nowhere', () => {
    const lines = movedLines(RUN, RUN.replace('b\n', ''));
    expect([2, 3, 4].map(lines.toNow)).toEqual([2, null, 3]);
    expect(rangeNow(range(3), lines)).toBeNull();
    expect(rangeNow(range(2, 4), lines), 'no longer as long').toBeNull();
  });

  it('are found in a selection that begins or ends in new ones', () => {
    const lines = movedLines(RUN, RUN.replace('a', 'new\nold\na').replace('c', 'c\nmore'));
    expect(rangeAtRun({ ...range(2, 7) }, lines)).toEqual({ file: 0, line: 2, column: 1, endLine: 4, endColumn: Infinity });
    expect(rangeAtRun(range(2, 3), lines)).toBeNull();
  });

  it('of a text of its own are nowhere in it', () => {
    const [one, other] = ['a', 'b'].map(letter => Array.from({ length: 3000 }, (_, at) => `${letter}${at}`).join('\n')) as [string, string];
    expect(movedLines(one, `${other}\nmore`).toNow(1)).toBeNull();
  });
});
