/** @file The layout worker as the page sees it: one layout at a time, a promise for each. */
import type { LayoutRequest, LayoutResult } from './request.js';
import type { LayoutAnswer, LayoutJob } from './worker.js';

export interface LayoutThread {
  /** Lays out a graph. Rejects if the worker fails; it is of no use from then on. */
  run(request: LayoutRequest): Promise<LayoutResult>;
}

/** A webview may start workers from blobs alone: the script is fetched, and started from there. */
export async function startLayoutThread(address: string): Promise<LayoutThread> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the layout worker's script answered ${response.status}`);
  const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  try {
    return threadOf(new Worker(url));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function threadOf(worker: Worker): LayoutThread {
  let number = 0;
  const waiting = new Map<number, { done: (result: LayoutResult) => void; failed: (why: Error) => void }>();
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    const job = waiting.get(data.number);
    waiting.delete(data.number);
    if ('result' in data) job?.done(data.result);
    else job?.failed(new Error(data.error));
  };
  worker.onerror = event => {
    // Where the page's policy forbids workers, they fail here and not in their constructor.
    event.preventDefault();
    for (const { failed } of waiting.values()) failed(new Error(event.message || 'the layout worker could not be started'));
    waiting.clear();
  };
  return {
    run: request => new Promise((done, failed) => {
      const job: LayoutJob = { number: ++number, request };
      waiting.set(job.number, { done, failed });
      worker.postMessage(job);
    }),
  };
}
