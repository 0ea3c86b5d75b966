/** @file The search box: matches as one types, Enter goes through them, Escape clears. */
import { element, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';

export interface SearchEvents {
  /** The query changed; `shown` is what the user sees of the matches from now on. */
  queried(query: string): void;
  /** To the next match, or with Shift the one before. */
  stepped(by: 1 | -1): void;
  /** Escape in an empty box: back to the graph. */
  left(): void;
}

/** Before the user has gone to one of them. */
const plural = (matches: number): string => matches === 1 ? '1 match' : `${matches.toLocaleString('en')} matches`;

export class SearchBox {
  readonly root: HTMLElement;
  #input: HTMLInputElement;
  #count = element('span', { class: 'search-count', 'aria-live': 'polite' });

  constructor(events: SearchEvents) {
    this.#input = element('input', {
      type: 'search', placeholder: 'Search', 'aria-label': 'Search nodes by name or op', title: 'Search by name or op ( / ), or narrow it: op:mul shape:2,3 state:leaf grad:dropped has:nan', spellcheck: 'false', autocomplete: 'off',
    });
    this.root = element('div', { class: 'search', role: 'search' }, icon('search'), this.#input, this.#count);
    this.#input.addEventListener('input', () => { events.queried(this.#input.value); });
    this.#input.addEventListener('keydown', event => {
      if (event.key === 'Enter') {
        event.preventDefault();
        events.stepped(event.shiftKey ? -1 : 1);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        event.stopPropagation();
        if (this.#input.value === '') events.left();
        this.#input.value = '';
        events.queried('');
      }
    });
  }

  get query(): string {
    return this.#input.value;
  }

  set query(query: string) {
    this.#input.value = query;
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** `at` counts from 0; null while the user has not gone to a match. */
  showCount(at: number | null, matches: number): void {
    const empty = this.#input.value.trim() === '';
    setText(this.#count, empty ? '' : matches === 0 ? 'no match' : at === null ? plural(matches) : `${at + 1} of ${matches}`);
    this.root.classList.toggle('search-failed', !empty && matches === 0);
  }
}
