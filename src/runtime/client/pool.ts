/** @file Keeps one runner warm, so that a run does not wait for a process to start. */
import { Runner, type RunnerOptions } from './runner.js';

export class RunnerPool {
  private spare: Runner | null = null;

  constructor(private options: RunnerOptions) {}

  /** For the runners that start from now on. */
  configure(options: Partial<RunnerOptions>): void {
    this.options = { ...this.options, ...options };
    this.spare?.dispose();
    this.spare = null;
  }

  /** Starts the spare one, unless there is one. Call it when nobody waits. */
  warm(): void {
    if (this.spare === null || !this.spare.isAlive) this.spare = new Runner(this.options);
  }

  /** The spare runner, or a new one. It belongs to the caller. */
  take(): Runner {
    this.warm();
    const runner = this.spare!;
    this.spare = null;
    return runner;
  }

  dispose(): void {
    this.spare?.dispose();
    this.spare = null;
  }
}
