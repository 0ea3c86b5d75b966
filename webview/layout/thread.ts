/** @file The layout worker as the page sees it: one layout at a time, a promise for each. */
import type { Progress } from './layout.js';
import type { StartThread } from './planner.js';
import type { LayoutRequest, LayoutResult } from './request.js';
import type { LayoutAnswer } from './worker.js';

export interface LayoutThread {
  /** Lays out a graph. Rejects if the worker fails; it is of no use from then on. */
  run(request: LayoutRequest, progress: Progress): Promise<LayoutResult>;
  /** Ends it at once; a layout that it was at is never heard of again. */
  end(): void;
}

/** A webview may start workers from blobs alone: the script is fetched once, and started from there. */
export async function fetchLayoutWorker(address: string): Promise<StartThread> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the layout worker's script answered ${response.status}`);
  const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  return () => threadOf(new Worker(url));
}

/** A worker that runs worker.ts. */
export function threadOf(worker: Pick<Worker, 'onmessage' | 'onerror' | 'postMessage' | 'terminate'>): LayoutThread {
  return {
    run: (request, progress) => new Promise((done, failed) => {
      worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
        if ('progress' in data) progress(data.progress);
        else if ('result' in data) done(data.result);
        else failed(new Error(data.error));
      };
      worker.onerror = event => {
        // Where the page's policy forbids workers, they fail here and not in their constructor.
        event.preventDefault();
        failed(new Error(event.message || 'the layout worker could not be started'));
      };
      worker.postMessage(request);
    }),
    end: () => { worker.terminate(); },
  };
}
