/** @file Asks the worker for layouts. A newer request supersedes the ones before; without a worker the page lays out itself. */
import { layOut } from './layout.js';
import type { LayoutRequest, LayoutResult } from './request.js';
import type { LayoutAnswer, LayoutJob } from './worker.js';

/** Up to this many nodes a layout takes less time in the page than the way to the worker and back. */
const SMALL = 120;

/** A webview may start workers from blobs alone: the script is fetched, and started from there. */
async function startWorker(address: string): Promise<Worker> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the layout worker's script answered ${response.status}`);
  const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } finally {
    URL.revokeObjectURL(url);
  }
}

export class LayoutPlanner {
  #worker: Promise<Worker | null>;
  #latest = 0;
  /** The request that the worker has now, and the newest that waits for it: what lies between is never laid out. */
  #running: { number: number; done: (answer: LayoutAnswer) => void; failed: (why: Error) => void } | null = null;
  #waiting: (() => void) | null = null;

  constructor(address: string | undefined) {
    this.#worker = address === undefined
      ? Promise.resolve(null)
      : startWorker(address).then(
        worker => this.#listen(worker),
        (error: unknown) => {
          console.warn('DeZero: graphs are laid out in the page, for the layout worker did not start.', error);
          return null;
        },
      );
  }

  /** The layout, or null if a newer request came before it was done. */
  async plan(request: LayoutRequest): Promise<LayoutResult | null> {
    const number = ++this.#latest;
    this.#wake();
    if (request.nodes.length <= SMALL) return layOut(request);
    const worker = await this.#worker;
    if (number !== this.#latest) return null;
    if (!worker) return layOut(request);
    if (this.#running) {
      await new Promise<void>(resolve => { this.#waiting = resolve; });
      if (number !== this.#latest) return null;
    }
    try {
      const answer = await this.#send(worker, { number, request });
      if (number !== this.#latest) return null;
      if ('error' in answer) throw new Error(answer.error);
      return answer.result;
    } catch (error) {
      console.warn('DeZero: the layout worker failed; this graph is laid out in the page.', error);
      return number === this.#latest ? layOut(request) : null;
    }
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.();
  }

  #send(worker: Worker, job: LayoutJob): Promise<LayoutAnswer> {
    return new Promise((done, failed) => {
      this.#running = { number: job.number, done, failed };
      worker.postMessage(job);
    });
  }

  #listen(worker: Worker): Worker {
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      const running = this.#running;
      this.#running = null;
      if (running?.number === data.number) running.done(data);
      this.#wake();
    };
    worker.onerror = event => {
      // A worker under this page's policy fails here and not in its constructor.
      event.preventDefault();
      const running = this.#running;
      this.#running = null;
      this.#worker = Promise.resolve(null);
      running?.failed(new Error(event.message || 'it could not be started'));
      this.#wake();
    };
    return worker;
  }
}
