/** @file A runner process seen from outside: sends it a Program, waits for the report, enforces the limits. */
import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { PageAnswer, PageRequest } from '../../protocol/tensor-page.js';
import type { Program } from '../../protocol/program.js';
import { readReport } from '../../protocol/report-text.js';
import type { ConsoleEntry, RunMode, RunReport } from '../../protocol/report.js';
import type { EventsFd, Outcome, ReportBudget, RunnerCommand, RunnerEvent, RunResult } from '../../protocol/runtime.js';
import { endError, failureReport } from './failure-report.js';

export interface RunnerOptions {
  /** The runner's bundle. */
  readonly runnerPath: string;
  /** Resident memory of the process, in MB of 10^6 bytes. */
  readonly memoryMB: number;
}

export interface RunOptions {
  readonly mode: RunMode;
  readonly budget: ReportBudget;
  /** null: no limit. */
  readonly timeoutMs: number | null;
  /** Called for each console entry as it comes. */
  readonly onConsole?: (entry: ConsoleEntry) => void;
}

type End = Exclude<Outcome, 'ok' | 'failed'>;

interface Pending {
  readonly request: number;
  readonly timeoutMs: number | null;
  readonly timer: NodeJS.Timeout | undefined;
  readonly resolve: (result: RunResult) => void;
}

/** A big graph's nodes live long: with V8's small default young generation each is copied several times. Arrays live outside of it. */
const SEMI_SPACE_MB = 128;
const EVENTS_FD: EventsFd = 4;

export class Runner {
  private readonly child: ChildProcess;
  private pending: Pending | null = null;
  private readonly pages = new Map<number, (answer: PageAnswer) => void>();
  private requests = 0;
  /** Why it was ended from here. */
  private end: End | null = null;
  private exited = false;
  /** Kept for the report of a run that is ended before it makes its own. */
  private readonly console: ConsoleEntry[] = [];
  private maxConsole = 0;
  private onConsole: RunOptions['onConsole'];
  private files: readonly string[] = [];
  private mode: RunMode = { retainGrad: false, noGrad: false };
  private started = 0;

  constructor(private readonly options: RunnerOptions) {
    this.child = fork(options.runnerPath, [String(options.memoryMB)], {
      // On the desktop process.execPath is Electron, which this makes behave as Node.
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
      execArgv: [
        '--experimental-vm-modules',
        '--no-warnings',
        `--max-semi-space-size=${SEMI_SPACE_MB}`,
        `--max-old-space-size=${options.memoryMB}`,
      ],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc', 'pipe'],
    });
    createInterface({ input: this.child.stdio[EVENTS_FD] as Readable, crlfDelay: Infinity }).on('line', line => this.receive(line));
    // 'close' comes after the pipe has been read to its end.
    this.child.on('close', (code, signal) => this.closed(code, signal));
    this.child.on('error', () => this.closed(null, null));
  }

  get isAlive(): boolean {
    return !this.exited && this.end === null;
  }

  /** Runs a Program; one for each runner. Never rejects. */
  run(program: Program, { mode, budget, timeoutMs, onConsole }: RunOptions): Promise<RunResult> {
    this.files = program.files.map(file => file.path);
    this.mode = mode;
    this.onConsole = onConsole;
    this.maxConsole = budget.maxConsole;
    return this.request(request => ({ type: 'run', request, program, mode, budget }), timeoutMs);
  }

  /** Differentiates a Variable of the live run. */
  backward(variable: string, { retainGrad, timeoutMs }: { retainGrad: boolean; timeoutMs: number | null }): Promise<RunResult> {
    return this.request(request => ({ type: 'backward', request, variable, retainGrad }), timeoutMs);
  }

  clearGrads(): Promise<RunResult> {
    return this.request(request => ({ type: 'clearGrads', request }), null);
  }

  /** Numbers of a Variable of the live run. Several may be asked for at once. */
  page(page: PageRequest): Promise<PageAnswer> {
    if (!this.isAlive) return Promise.resolve({ outcome: 'gone' });
    return new Promise(resolve => {
      const request = ++this.requests;
      this.pages.set(request, resolve);
      this.child.send({ type: 'page', request, page } satisfies RunnerCommand, error => error && this.kill('crashed'));
    });
  }

  /** Ends the process; a request that is waiting resolves as stopped. */
  stop(): void {
    this.kill('stopped');
  }

  dispose(): void {
    this.stop();
  }

  private request(command: (request: number) => RunnerCommand, timeoutMs: number | null): Promise<RunResult> {
    this.started = performance.now();
    return new Promise(resolve => {
      const request = ++this.requests;
      const timer = timeoutMs === null ? undefined : setTimeout(() => this.kill('timeout'), timeoutMs);
      this.pending = { request, timeoutMs, timer, resolve };
      if (this.isAlive) this.child.send(command(request), error => error && this.kill('crashed'));
      else this.settleEnded(this.end ?? 'crashed');
    });
  }

  private receive(line: string): void {
    const event = parseEvent(line);
    switch (event?.type) {
      case 'console':
        if (this.console.length < this.maxConsole) this.console.push(event.entry);
        this.onConsole?.(event.entry);
        return;
      case 'report':
        if (event.request === this.pending?.request) {
          const report = readReport(event.report);
          this.settle({ outcome: report.ok ? 'ok' : 'failed', report });
        }
        return;
      case 'page':
        this.pages.get(event.request)?.(event.answer);
        this.pages.delete(event.request);
        return;
      case 'out-of-memory':
        this.end ??= 'out-of-memory';
        return;
      default:
        return; // ready, or the rest of a line that the process's end has cut
    }
  }

  private closed(code: number | null, signal: NodeJS.Signals | null): void {
    this.exited = true;
    for (const resolve of this.pages.values()) resolve({ outcome: 'gone' });
    this.pages.clear();
    // V8 aborts when its heap is full; the system's own killer sends SIGKILL.
    const memory = signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134;
    this.settleEnded(this.end ?? (memory ? 'out-of-memory' : 'crashed'));
  }

  private kill(end: End): void {
    if (this.exited) return;
    this.end ??= end;
    this.child.kill('SIGKILL');
  }

  private settleEnded(outcome: End): void {
    if (this.pending === null) return;
    const limits = { timeoutMs: this.pending.timeoutMs, memoryMB: this.options.memoryMB };
    const report: RunReport = failureReport({
      files: this.files,
      mode: this.mode,
      error: endError(outcome, limits),
      console: this.console,
      durationMs: performance.now() - this.started,
    });
    this.settle({ outcome, report });
  }

  private settle(result: RunResult): void {
    const { pending } = this;
    this.pending = null;
    clearTimeout(pending?.timer);
    pending?.resolve(result);
  }
}

function parseEvent(line: string): RunnerEvent | null {
  try {
    return JSON.parse(line) as RunnerEvent;
  } catch {
    return null;
  }
}
