/** @file The snippet beside its graph: lines that select what they made, the line of what is selected marked, and the output. */
import type { RunReport, SourceRange } from '../../src/protocol/report.js';
import { element, setAttribute, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';

/** From this width on the snippet is shown from the start. */
const WIDE = 900;

interface Line {
  readonly root: HTMLElement;
  readonly code: HTMLElement;
  readonly text: string;
}

export class Source {
  readonly root = element('aside', { class: 'source', 'aria-label': 'Source' });
  #title = element('h1');
  #files: HTMLButtonElement[];
  #text = element('div', { class: 'source-text', id: 'source-text' });
  #toggle = element('button', { type: 'button', class: 'tool', 'aria-controls': 'source-text' }, icon('chevron'));
  #lines: readonly Line[] = [];
  #file = -1;

  /** `select` gets the ids of what a line made. */
  constructor(
    private readonly report: RunReport | null,
    private readonly sources: readonly (string | null)[],
    private readonly select: (ids: readonly string[]) => void,
  ) {
    const names = report?.files ?? [];
    this.#files = names.length < 2 ? [] : names.map((name, index) => {
      const button = element('button', { type: 'button', class: 'tool' }, name);
      button.addEventListener('click', () => { this.#show(index); });
      return button;
    });
    this.#toggle.addEventListener('click', () => { this.#open(this.root.classList.contains('is-closed')); });
    this.root.append(
      element('header', {}, this.#title, this.#toggle),
      this.#files.length === 0 ? '' : element('div', { class: 'source-files', role: 'group', 'aria-label': 'Files' }, ...this.#files),
      this.#text,
      this.#output(),
    );
    this.#show(0);
    this.#open(window.innerWidth >= WIDE);
  }

  /** Marks ranges, those of the first one's file, and brings the first into sight; opens the source for it where it is asked for. */
  mark(ranges: readonly SourceRange[], { open }: { readonly open: boolean }): void {
    const [first] = ranges;
    if (open) this.#open(true);
    if (first) this.#show(first.file);
    const here = ranges.filter(({ file }) => file === this.#file);
    this.#lines.forEach(({ root, code, text }, index) => {
      const marked = partsOf(text, index + 1, here);
      root.classList.toggle('is-marked', marked !== null);
      if (marked) code.replaceChildren(...marked);
      else if (code.childElementCount > 0) code.replaceChildren(text);
    });
    if (first) this.#lines[first.line - 1]?.root.scrollIntoView({ block: 'nearest' });
  }

  #open(open: boolean): void {
    this.root.classList.toggle('is-closed', !open);
    setAttribute(this.#toggle, 'aria-expanded', String(open));
    setAttribute(this.#toggle, 'aria-label', open ? 'Hide Source' : 'Show Source');
    setAttribute(this.#toggle, 'title', open ? 'Hide the source' : 'Show the source');
  }

  #show(file: number): void {
    if (file === this.#file) return;
    this.#file = file;
    setText(this.#title, this.report?.files[file] ?? '');
    this.#files.forEach((button, index) => { setAttribute(button, 'aria-pressed', String(index === file)); });
    const text = this.sources[file] ?? null;
    this.#lines = text === null ? [] : text.trimEnd().split(/\r\n|\r|\n/).map((line, index) => this.#line(line, index + 1));
    this.#text.replaceChildren(...(text === null
      ? [element('p', { class: 'muted' }, 'The text of this file could not be read when the page was made.')]
      : this.#lines.map(({ root }) => root)));
  }

  #line(text: string, number: number): Line {
    const ids = [...this.report?.variables ?? [], ...this.report?.functions ?? []]
      .filter(({ range }) => range?.file === this.#file && range.line === number)
      .map(({ id }) => id);
    const code = element('code', {}, text);
    const label = element(ids.length > 0 ? 'button' : 'span', { class: 'line-number' }, String(number));
    const root = element('div', { class: 'source-line' }, label, code);
    if (ids.length > 0) {
      setAttribute(label, 'aria-label', `Line ${number}: select what it made`);
      root.classList.add('has-nodes');
      root.addEventListener('click', () => {
        // Who marks text to copy it selects no node.
        if (getSelection()?.isCollapsed !== false) this.select(ids);
      });
    }
    return { root, code, text };
  }

  #output(): HTMLElement | string {
    const entries = this.report?.console ?? [];
    if (entries.length === 0) return '';
    return element('section', { class: 'source-output', 'aria-label': 'Output' },
      element('h2', {}, 'Output'),
      element('pre', { tabindex: '0' }, ...entries.map(({ level, text }) => element('span', { class: `output-${level}` }, `${text}\n`))),
    );
  }
}

/** The text of a line with what lies in any of the ranges marked; null where nothing does. */
function partsOf(text: string, line: number, ranges: readonly SourceRange[]): (string | HTMLElement)[] | null {
  const marked = ranges
    .filter(range => line >= range.line && line <= range.endLine)
    .map(range => ({ start: line === range.line ? range.column - 1 : 0, end: line === range.endLine ? range.endColumn - 1 : text.length }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  if (marked.length === 0) return null;
  const parts: (string | HTMLElement)[] = [];
  let done = 0;
  for (const { start, end } of marked) {
    // An expression inside one that is marked already.
    if (end <= done) continue;
    parts.push(text.slice(done, start), element('mark', {}, text.slice(Math.max(start, done), end)));
    done = end;
  }
  return [...parts, text.slice(done)];
}
