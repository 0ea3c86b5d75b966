/** @file The context keys that menus and keys ask for. */
import { commands } from 'vscode';
import type { RunMode } from '../protocol/report.js';
import type { Session } from './session.js';

type Key = 'dezero.retainGrad' | 'dezero.noGrad' | 'dezero.running' | 'dezero.hasGraph';

export class ContextKeys {
  readonly #values = new Map<Key, boolean>();

  update(session: Session | null, mode: RunMode): void {
    this.#set('dezero.retainGrad', mode.retainGrad);
    this.#set('dezero.noGrad', mode.noGrad);
    this.#set('dezero.running', session?.state.activity === 'running');
    this.#set('dezero.hasGraph', (session?.state.report?.variables.length ?? 0) > 0);
  }

  #set(key: Key, value: boolean): void {
    if (this.#values.get(key) === value) return;
    this.#values.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }
}
