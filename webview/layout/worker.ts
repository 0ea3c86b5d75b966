/** @file The layout in a thread of its own: requests come in with a number, results go out with it. */
import { layOut } from './layout.js';
import type { LayoutRequest, LayoutResult } from './request.js';

export interface LayoutJob {
  readonly number: number;
  readonly request: LayoutRequest;
}

export type LayoutAnswer =
  | { readonly number: number; readonly result: LayoutResult }
  | { readonly number: number; readonly error: string };

interface WorkerScope {
  onmessage: ((event: MessageEvent<LayoutJob>) => void) | null;
  postMessage(answer: LayoutAnswer): void;
}

// The page's types describe a window here, and this runs in a worker.
const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: { number, request } }) => {
  try {
    scope.postMessage({ number, result: layOut(request) });
  } catch (error) {
    scope.postMessage({ number, error: error instanceof Error ? error.message : String(error) });
  }
};
