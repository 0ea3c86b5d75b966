/** @file Round trips to the live run for a tensor's numbers: numbered, so that an answer to what nobody shows any more is dropped. */
import type { PageAnswer, PageRequest } from '../../src/protocol/tensor-page.js';
import type { FromPanel, PanelState } from '../../src/protocol/panel.js';

type Then = (answer: PageAnswer) => void;

/** Answers that are kept: going back a page is then immediate. They are of a few KB each. */
const KEPT = 32;

export class Pages {
  #requests = 0;
  #waiting = new Map<number, { readonly key: string; readonly then: Then }>();
  /** Of the report that is shown; its numbers do not change. */
  #kept = new Map<string, PageAnswer>();
  #state: Pick<PanelState, 'snippet' | 'activity' | 'reportNumber'> | null = null;

  /** `post` null: there is nobody to ask. */
  constructor(private readonly post: ((message: FromPanel) => void) | null) {}

  /** From here on numbers are those of this state's report; what was asked for before is not waited for. */
  begin(state: Pick<PanelState, 'snippet' | 'activity' | 'reportNumber'>): void {
    this.#waiting.clear();
    if (state.reportNumber !== this.#state?.reportNumber || state.snippet?.uri !== this.#state.snippet?.uri) this.#kept.clear();
    this.#state = state;
  }

  /** Calls back when the numbers are there, at once where they are known. While a run is on nothing comes: a new state does. */
  ask(page: PageRequest, then: Then): void {
    const state = this.#state;
    if (!state) return;
    if (this.post === null || state.activity === 'restored' || state.activity === 'idle' || !state.snippet) {
      then({ outcome: 'gone' });
      return;
    }
    const key = JSON.stringify(page);
    const known = this.#kept.get(key);
    if (known) then(known);
    if (known || state.activity === 'running') return;
    const request = ++this.#requests;
    this.#waiting.set(request, { key, then });
    this.post({ type: 'page', request, uri: state.snippet.uri, reportNumber: state.reportNumber, page });
  }

  answer(request: number, answer: PageAnswer): void {
    const asked = this.#waiting.get(request);
    if (!asked) return;
    this.#waiting.delete(request);
    if (answer.outcome === 'page') this.#keep(asked.key, answer);
    asked.then(answer);
  }

  #keep(key: string, answer: PageAnswer): void {
    this.#kept.set(key, answer);
    if (this.#kept.size > KEPT) this.#kept.delete(this.#kept.keys().next().value!);
  }
}
