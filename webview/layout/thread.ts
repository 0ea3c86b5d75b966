/** @file A layout worker as its user sees it: one layout at a time, a promise for each. */
import type { Progress } from './layout.js';
import type { LayoutRequest, LayoutResult } from './request.js';

/** From the worker: how far it is, any number of times, and then one of the others. */
export type LayoutAnswer =
  | { readonly progress: number }
  | { readonly result: LayoutResult }
  | { readonly error: string };

export interface LayoutThread {
  /** Lays out a graph. Rejects if the worker fails; it is of no use from then on. */
  run(request: LayoutRequest, progress: Progress): Promise<LayoutResult>;
  /** Ends it at once; a layout that it was at is never heard of again. */
  end(): void;
}

/** What comes from a worker. */
export interface Heard {
  answer(answer: LayoutAnswer): void;
  /** It could not be started, or threw. */
  failed(why: string): void;
}

/** A worker that runs worker.ts, of whatever kind. */
export interface WorkerPort {
  post(request: LayoutRequest): void;
  terminate(): void;
}

/** `open` starts the worker. */
export function threadOf(open: (heard: Heard) => WorkerPort): LayoutThread {
  let job: { readonly done: (result: LayoutResult) => void; readonly failed: (why: Error) => void; readonly progress: Progress } | null = null;
  const port = open({
    answer: answer => {
      if ('progress' in answer) job?.progress(answer.progress);
      else if ('result' in answer) job?.done(answer.result);
      else job?.failed(new Error(answer.error));
    },
    failed: why => job?.failed(new Error(why)),
  });
  return {
    run: (request, progress) => new Promise((done, failed) => {
      job = { done, failed, progress };
      port.post(request);
    }),
    end: () => {
      job = null;
      port.terminate();
    },
  };
}
