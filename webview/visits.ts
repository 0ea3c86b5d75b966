/** @file The nodes that were selected one after the other, to go back to and forward again, as the pages of a browser. */
import { heirOf, type Successors } from './model/successors.js';

const MOST = 200;

export class Visits {
  #ids: string[] = [];
  #at = -1;

  /** A node was selected, but not by going back or forward. */
  add(id: string): void {
    if (this.#ids[this.#at] === id) return;
    this.#ids = [...this.#ids.slice(0, this.#at + 1), id].slice(-MOST);
    this.#at = this.#ids.length - 1;
  }

  /** The nodes are of another run. */
  rename(successors: Successors): void {
    const isHere = this.#ids.map((_, index) => index <= this.#at);
    const ids = this.#ids.map(id => heirOf(id, successors));
    this.#at = ids.filter((id, index) => id !== null && isHere[index]).length - 1;
    this.#ids = ids.filter(id => id !== null);
  }

  /** Whether a step leads to a node, of those that `has` knows still. */
  can(by: 1 | -1, has: (id: string) => boolean): boolean {
    return this.#find(by, has) !== null;
  }

  /** Goes there; null where there is none. */
  go(by: 1 | -1, has: (id: string) => boolean): string | null {
    const at = this.#find(by, has);
    if (at === null) return null;
    this.#at = at;
    return this.#ids[at]!;
  }

  #find(by: 1 | -1, has: (id: string) => boolean): number | null {
    const here = this.#ids[this.#at];
    for (let at = this.#at + by; at >= 0 && at < this.#ids.length; at += by) {
      const id = this.#ids[at]!;
      if (id !== here && has(id)) return at;
    }
    return null;
  }
}
