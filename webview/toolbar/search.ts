/** @file The search box: matches as one types, Enter goes through them, Escape clears. */
import { element, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { emptyModel, type GraphModel } from '../model/graph.js';
import { searchGraph } from '../model/search.js';
import { grouped } from '../model/text.js';

export interface SearchEvents {
  /** These match from now on, the best first. */
  found(ids: readonly string[]): void;
  /** Enter went to one of them. */
  gone(id: string): void;
  /** Escape in an empty box: back to the graph. */
  left(): void;
}

/** Before the user has gone to one of them. */
const plural = (matches: number): string => matches === 1 ? '1 match' : `${grouped(matches)} matches`;

export class Search {
  readonly root: HTMLElement;
  #model: GraphModel = emptyModel;
  #matches: readonly string[] = [];
  /** Which of them the reader has gone to. */
  #at: number | null = null;
  #input: HTMLInputElement;
  #count = element('span', { class: 'search-count', 'aria-live': 'polite' });

  constructor(private readonly events: SearchEvents) {
    this.#input = element('input', {
      type: 'search', placeholder: 'Search', 'aria-label': 'Search nodes by name or op', title: 'Search by name or op ( / ), or narrow it: op:mul shape:2,3 state:leaf grad:dropped has:nan', spellcheck: 'false', autocomplete: 'off',
    });
    this.root = element('div', { class: 'search', role: 'search' }, icon('search'), this.#input, this.#count);
    this.#input.addEventListener('input', () => { this.#search(); });
    this.#input.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        this.#step(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        if (this.#input.value === '') events.left();
        this.#input.value = '';
        this.#search();
      }
    });
  }

  get query(): string {
    return this.#input.value;
  }

  set query(query: string) {
    this.#input.value = query;
  }

  get matches(): readonly string[] {
    return this.#matches;
  }

  /** Searches in this graph from now on. */
  show(model: GraphModel): void {
    this.#model = model;
    this.#search();
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  #search(): void {
    this.#matches = searchGraph(this.#model, this.#input.value);
    this.#at = null;
    this.#showCount();
    this.events.found(this.#matches);
  }

  #step(by: 1 | -1): void {
    const count = this.#matches.length;
    if (count === 0) return;
    this.#at = this.#at === null ? (by === 1 ? 0 : count - 1) : (this.#at + by + count) % count;
    this.#showCount();
    this.events.gone(this.#matches[this.#at]!);
  }

  #showCount(): void {
    const count = this.#matches.length;
    const empty = this.#input.value.trim() === '';
    setText(this.#count, empty ? '' : count === 0 ? 'no match' : this.#at === null ? plural(count) : `${this.#at + 1} of ${count}`);
    this.root.classList.toggle('search-failed', !empty && count === 0);
  }
}
