/** @file The runner processes, with the memory limit of the settings. */
import { workspace, type Disposable } from 'vscode';
import { RunnerPool } from '../../runtime/client/pool.js';
import type { Runner } from '../../runtime/client/runner.js';
import { settings } from '../settings.js';

export class ConfiguredRunners {
  readonly #runnerPath: string;
  readonly #subscription: Disposable;
  #pool: RunnerPool;

  constructor(runnerPath: string) {
    this.#runnerPath = runnerPath;
    this.#pool = this.#createPool();
    this.#subscription = workspace.onDidChangeConfiguration(change => {
      if (!change.affectsConfiguration('dezero.run.memory')) return;
      // A process gets its limit when it starts: the spare one has the old limit.
      this.#pool.dispose();
      this.#pool = this.#createPool();
    });
  }

  /** Starts a spare process, so that the next run need not wait for one. */
  warm(): void {
    this.#pool.warm();
  }

  take(): Runner {
    return this.#pool.take();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#pool.dispose();
  }

  #createPool(): RunnerPool {
    return new RunnerPool({ runnerPath: this.#runnerPath, memoryMB: settings.memoryMB() });
  }
}
