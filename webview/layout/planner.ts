/** @file Asks for layouts: a newer request ends the one before it, and without a worker the page lays out itself. */
import { layOut, type Progress } from './layout.js';
import type { LayoutRequest, LayoutResult } from './request.js';
import type { LayoutThread } from './thread.js';

/** Up to this many nodes a layout takes less time in the page than the way to the worker and back. */
const SMALL = 120;

export type Planned = LayoutResult
  /** A newer request has come. */
  | 'superseded'
  | 'cancelled';

/** Starts one more thread, for one that is ended in the middle of a layout is gone. */
export type StartThread = () => LayoutThread;

interface Job {
  readonly settle: (planned: Planned) => void;
}

export class LayoutPlanner {
  #start: Promise<StartThread | null>;
  #thread: LayoutThread | null = null;
  #job: Job | null = null;

  /** `start` may still be on its way; null where there are no threads. */
  constructor(start: Promise<StartThread> | null) {
    this.#start = start === null ? Promise.resolve(null) : start.catch((error: unknown) => {
      console.warn('DeZero: graphs are laid out in the page, for the layout worker did not start.', error);
      return null;
    });
  }

  /** The layout, unless a newer request comes before it is done or it is cancelled. `progress` hears how much of it is done. */
  plan(request: LayoutRequest, progress: Progress = () => undefined): Promise<Planned> {
    this.#end('superseded');
    if (request.nodes.length <= SMALL) return Promise.resolve(layOut(request));
    return new Promise(settle => {
      this.#job = { settle };
      void this.#run(this.#job, request, progress);
    });
  }

  /** Ends the layout that is being made, if any. */
  cancel(): void {
    this.#end('cancelled');
  }

  #end(outcome: 'superseded' | 'cancelled'): void {
    const job = this.#job;
    if (job === null) return;
    this.#job = null;
    // It listens to nothing while it lays out.
    this.#thread?.end();
    this.#thread = null;
    job.settle(outcome);
  }

  async #run(job: Job, request: LayoutRequest, progress: Progress): Promise<void> {
    const start = await this.#start;
    if (job !== this.#job) return;
    let result: LayoutResult | null = null;
    if (start) {
      try {
        this.#thread ??= start();
        result = await this.#thread.run(request, share => { if (job === this.#job) progress(share); });
      } catch (error) {
        console.warn('DeZero: the layout worker failed; graphs are laid out in the page from now on.', error);
        this.#start = Promise.resolve(null);
      }
    }
    if (job !== this.#job) return;
    this.#job = null;
    job.settle(result ?? layOut(request));
  }
}
