/** @file What is shown while a large graph is laid out: how far it is, and a way to stop it; after that, what was stopped. */
import { textButton } from '../dom/buttons.js';
import { element, setAttribute, setText } from '../dom/element.js';
import { plural } from '../model/text.js';

/** A layout that takes less time than this is not spoken of: it would only flicker. */
const SHOW_AFTER_MS = 300;

/** What is seen in the place of a layout that was cancelled. */
export type Instead =
  /** The picture of before. */
  | 'before'
  /** The new graph, laid out without looking for a good order. */
  | 'quick'
  | 'nothing';

export interface LayoutProgressEvents {
  cancelled(): void;
  /** The reader wants the layout after all. */
  resumed(): void;
}

export class LayoutProgress {
  readonly root: HTMLElement;
  /** Read aloud when it changes: once for a layout, however many steps it takes. */
  #text = element('div', { class: 'layout-text', 'aria-live': 'polite' });
  #fill = element('div', { class: 'layout-fill' });
  #bar = element('div', { class: 'layout-bar', role: 'progressbar', 'aria-label': 'Layout of the graph', 'aria-valuemin': '0', 'aria-valuemax': '100' }, this.#fill);
  #cancel = textButton('Cancel', 'Cancel the layout (Escape)');
  #resume = textButton('Lay out', 'Lay out the graph after all');
  #close = textButton('Close', 'Close this line');
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly events: LayoutProgressEvents) {
    this.#cancel.addEventListener('click', () => { events.cancelled(); });
    this.#resume.addEventListener('click', () => { events.resumed(); });
    this.#close.addEventListener('click', () => { this.end(); });
    this.root = element('div', { class: 'layout-progress' },
      element('div', { class: 'layout-line' }, this.#text, this.#cancel, this.#resume, this.#close), this.#bar);
    this.#show('', []);
  }

  /** A layout begins; it shows if it takes long. */
  begin(nodes: number): void {
    this.end();
    this.progress(0);
    this.#timer = setTimeout(() => { this.#show(`Laying out ${plural(nodes, 'node')}…`, [this.#cancel, this.#bar]); }, SHOW_AFTER_MS);
  }

  /** So much of it is done, from 0 to 1. */
  progress(share: number): void {
    const percent = String(Math.round(share * 100));
    setAttribute(this.#bar, 'aria-valuenow', percent);
    this.#fill.style.width = `${percent}%`;
  }

  /** It is laid out, and is drawn now. Says whether that is to be seen. */
  drawing(nodes: number): boolean {
    if (!this.isShown) return false;
    this.progress(1);
    this.#show(`Drawing ${plural(nodes, 'node')}…`, [this.#bar]);
    return true;
  }

  /** Done, or a newer one has begun. */
  end(): void {
    clearTimeout(this.#timer);
    this.#show('', []);
  }

  /** It was cancelled: says so, and how it is made after all. */
  cancelled(nodes: number, instead: Instead): void {
    this.end();
    const now = { before: 'The graph is shown as it was.', quick: 'Its nodes are placed by generation alone.', nothing: 'Nothing is drawn.' }[instead];
    this.#show(`The layout of ${plural(nodes, 'node')} was cancelled. ${now}`, [this.#resume, this.#close]);
  }

  /** What was asked for is not laid out, and why. */
  refused(why: string): void {
    this.end();
    this.#show(why, [this.#close]);
  }

  /** Cancels what is shown to be going on. Says whether anything was. */
  cancel(): boolean {
    const isRunning = !this.#cancel.hidden;
    if (isRunning) this.events.cancelled();
    return isRunning;
  }

  get isShown(): boolean {
    return this.root.classList.contains('is-shown');
  }

  #show(text: string, parts: readonly HTMLElement[]): void {
    this.root.classList.toggle('is-shown', text !== '');
    setText(this.#text, text);
    for (const part of [this.#cancel, this.#resume, this.#close, this.#bar]) part.hidden = !parts.includes(part);
  }
}
