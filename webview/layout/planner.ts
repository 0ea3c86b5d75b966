/** @file Asks for layouts: a newer request supersedes those before it, and without a worker the page lays out itself. */
import { layOut } from './layout.js';
import type { LayoutRequest, LayoutResult } from './request.js';

/** Up to this many nodes a layout takes less time in the page than the way to the worker and back. */
const SMALL = 120;

/** What runs layouts beside the page, as in `thread.ts`. */
interface Thread {
  run(request: LayoutRequest): Promise<LayoutResult>;
}

export class LayoutPlanner {
  #thread: Promise<Thread | null>;
  #latest = 0;
  #running: Promise<unknown> = Promise.resolve();

  /** `thread` may still be starting; null where there is none. */
  constructor(thread: Promise<Thread> | null) {
    this.#thread = thread === null ? Promise.resolve(null) : thread.catch((error: unknown) => {
      console.warn('DeZero: graphs are laid out in the page, for the layout worker did not start.', error);
      return null;
    });
  }

  /** The layout, or null if a newer request came before it was done. */
  async plan(request: LayoutRequest): Promise<LayoutResult | null> {
    const number = ++this.#latest;
    if (request.nodes.length <= SMALL) return layOut(request);
    // All that wait go on when the running one is done, and all but the newest find that they are not.
    await this.#running;
    const thread = await this.#thread;
    if (number !== this.#latest) return null;
    if (!thread) return layOut(request);
    const run = thread.run(request);
    this.#running = run.catch(() => null);
    try {
      const result = await run;
      return number === this.#latest ? result : null;
    } catch (error) {
      console.warn('DeZero: the layout worker failed; graphs are laid out in the page from now on.', error);
      this.#thread = Promise.resolve(null);
      return number === this.#latest ? layOut(request) : null;
    }
  }
}
