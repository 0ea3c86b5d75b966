/** @file The runner processes, with the memory limit of the settings. */
import { workspace, type Disposable } from 'vscode';
import { RunnerPool } from '../../runtime/client/pool.js';
import type { Runner } from '../../runtime/client/runner.js';
import { settings } from '../settings.js';

export class ConfiguredRunners {
  readonly #pool: RunnerPool;
  readonly #subscription: Disposable;

  constructor(runnerPath: string) {
    this.#pool = new RunnerPool({ runnerPath, memoryMB: settings.memoryMB() });
    this.#subscription = workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('dezero.run.memory')) this.#pool.configure({ memoryMB: settings.memoryMB() });
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
}
