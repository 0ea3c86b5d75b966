/** @file Starts the layout's program as a worker of the page. */
import type { StartThread } from './planner.js';
import { threadOf, type LayoutAnswer } from './thread.js';

/** A webview may start workers from blobs alone: the script is fetched once, and started from there. */
export async function fetchLayoutWorker(address: string): Promise<StartThread> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the layout worker's script answered ${response.status}`);
  const url = URL.createObjectURL(new Blob([await response.text()], { type: 'text/javascript' }));
  return () => threadOf(heard => {
    const worker = new Worker(url);
    worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => { heard.answer(data); };
    worker.onerror = event => {
      // Where the page's policy forbids workers, they fail here and not in their constructor.
      event.preventDefault();
      heard.failed(event.message || 'the layout worker could not be started');
    };
    return { post: request => { worker.postMessage(request); }, terminate: () => { worker.terminate(); } };
  });
}
