/** @file The two switches of the next run, retain-grad and no-grad: one pair for the window, as `Config` is one for a program. */
import { EventEmitter } from 'vscode';
import type { RunMode } from '../protocol/report.js';

export class Modes {
  #mode: RunMode = { retainGrad: false, noGrad: false };
  readonly #changed = new EventEmitter<RunMode>();
  readonly onDidChange = this.#changed.event;

  get current(): RunMode {
    return this.#mode;
  }

  toggle(name: keyof RunMode): void {
    this.#mode = { ...this.#mode, [name]: !this.#mode[name] };
    this.#changed.fire(this.#mode);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
