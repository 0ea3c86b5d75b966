/** @file The line to the extension: what the panel posts, and the little it keeps across a reload. */
import type { FromPanel } from '../src/protocol/panel.js';
import { Pages } from './inspector/pages.js';

interface VsCodeApi {
  postMessage(message: FromPanel): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: (() => VsCodeApi) | undefined;

/** Whether the page is VS Code's. A graph in a file of its own has a browser alone: nothing that runs, and no editor. */
export const inVsCode = typeof acquireVsCodeApi === 'function';

/** What the parts of the panel may do to the outside: post a message. */
export type Post = (message: FromPanel) => void;

export interface Host {
  readonly post: Post;
  /** Asks the live run for numbers. */
  readonly pages: Pages;
  readonly read: () => unknown;
  readonly write: (state: unknown) => void;
}

/** VS Code gives its API once per page: call this once, and only where there is one. */
export function connectHost(): Host {
  const api = acquireVsCodeApi!();
  const post: Post = message => { api.postMessage(message); };
  return {
    post,
    pages: new Pages(post),
    read: () => api.getState(),
    write: state => { api.setState(state); },
  };
}
