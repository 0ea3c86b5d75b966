/** @file Insertions and replacements on a file's text, by the offsets of the source, made in the order of the text. */
import MagicString from 'magic-string';

const NAME_PART = /[\p{ID_Continue}$\u200c\u200d]/u;
const BLANK = /^[ \t]*$/;

/**
 * `text` is the source with its types blanked out, or the source itself: offsets are the same in both.
 * Several insertions at one place stand in the order of the calls.
 */
export class Edits {
  private readonly code: MagicString;
  private lastInsertion = -1;

  constructor(readonly source: string, readonly text: string) {
    this.code = new MagicString(text);
  }

  /** Puts the beginning of an expression at `at`, apart from a keyword before it: `return-x`. */
  open(at: number, inserted: string): void {
    this.insert(at, `${this.touchesName(at) ? ' ' : ''}${inserted}`);
  }

  insert(at: number, inserted: string): void {
    this.code.appendLeft(at, inserted);
    this.lastInsertion = at;
  }

  /** Ends at `at` what was opened before: in front of a semicolon that the blanking put where a cast ended the statement. */
  close(at: number, inserted: string): void {
    this.insert(this.endOfCode(at), inserted);
  }

  /** Lines are kept: those that the range had are put behind the replacement. */
  replace(start: number, end: number, replacement: string): void {
    const lines = this.text.slice(start, end).match(/\n/g)?.length ?? 0;
    const text = replacement + '\n'.repeat(lines);
    if (start === end) this.insert(start, text);
    else if (text) this.code.update(start, end, text);
    else this.code.remove(start, end);
  }

  /** Whether only blanks of one line lie between. */
  isBlank(start: number, end: number): boolean {
    return BLANK.test(this.text.slice(start, end));
  }

  /** A blank, unless the text has one at `at`. */
  gap(at: number): string {
    return /\s/.test(this.text[at] ?? ' ') ? '' : ' ';
  }

  touchesName(at: number): boolean {
    return at > 0 && this.lastInsertion !== at && NAME_PART.test(this.text[at - 1]!);
  }

  prepend(text: string): void {
    this.code.prepend(text);
  }

  toString(): string {
    return this.code.toString();
  }

  /** Source map (version 3, JSON) to the source at `path`. */
  map(path: string): string {
    const map = this.code.generateMap({ source: path, hires: 'boundary' });
    map.sourcesContent = [this.source];
    return map.toString();
  }

  private endOfCode(at: number): number {
    let end = at;
    while (end > 0 && /\s/.test(this.text[end - 1]!)) end--;
    return this.text[end - 1] === ';' && this.source[end - 1] !== ';' ? end - 1 : at;
  }
}
