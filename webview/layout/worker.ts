/** @file The layout in a thread of its own: a request comes in, how far it is goes out, and then the result. */
import { layOut } from './layout.js';
import type { LayoutRequest } from './request.js';
import type { LayoutAnswer } from './thread.js';

interface WorkerScope {
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null;
  postMessage(answer: LayoutAnswer): void;
}

// The page's types describe a window here, and this runs in a worker.
const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: request }) => {
  try {
    scope.postMessage({ result: layOut(request, progress => { scope.postMessage({ progress }); }) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
