/** @file One snippet's session: its state, its live run, and what can be done with it. Views read the state and subscribe. */
import { EventEmitter, type TextDocument } from 'vscode';
import type { PageAnswer, PageRequest } from '../protocol/tensor-page.js';
import type { PanelState } from '../protocol/panel.js';
import type { ConsoleEntry, RunMode, RunReport } from '../protocol/report.js';
import type { Outcome, ReportBudget, RunResult } from '../protocol/runtime.js';
import type { Runner } from '../runtime/client/runner.js';
import type { Compiler } from './compiler.js';

export interface SessionState {
  readonly activity: PanelState['activity'];
  /** Of the last run that ended; kept while the next one is running. */
  readonly report: RunReport | null;
  /** Counts the reports. */
  readonly reportNumber: number;
  /** The text that `report` is of. */
  readonly text: string;
  readonly outcome: Outcome | null;
  /** Where `report` comes from: a text that did not compile was never run. */
  readonly stage: 'compile' | 'run';
  /** Milliseconds from the request to the report. */
  readonly elapsedMs: number;
}

/** What a run does as time goes by, for the output channel. */
export type RunEvent =
  | { readonly type: 'start' }
  | { readonly type: 'console'; readonly entry: ConsoleEntry }
  | { readonly type: 'end' };

export interface SessionHost {
  readonly compiler: Compiler;
  takeRunner(): Runner;
  mode(): RunMode;
  budget(): ReportBudget;
  timeoutMs(document: TextDocument): number | null;
}

export interface RunRequest {
  /** What to do with a text that does not compile: half-typed text must not take the last graph away. */
  readonly onSyntaxError?: 'report' | 'keep';
}

export class Session {
  readonly #host: SessionHost;
  readonly #changed = new EventEmitter<void>();
  readonly #reported = new EventEmitter<void>();
  readonly #ran = new EventEmitter<RunEvent>();
  #state: SessionState = { activity: 'idle', report: null, reportNumber: 0, text: '', outcome: null, stage: 'run', elapsedMs: 0 };
  #runner: Runner | null = null;
  /** Counts the runs: what an older one still brings is dropped. */
  #run = 0;
  #isDisposed = false;

  readonly onDidChange = this.#changed.event;
  /** There is a new report: a run ended, or its live Variables changed. */
  readonly onDidReport = this.#reported.event;
  readonly onDidRun = this.#ran.event;

  constructor(readonly document: TextDocument, host: SessionHost) {
    this.#host = host;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Whether Backward and Clear Gradients have a run to act on. */
  get isLive(): boolean {
    return this.#runner?.isAlive === true && this.#state.activity !== 'running' && this.#state.stage === 'run';
  }

  /** Compiles and runs the text as it stands. A newer run supersedes this one, which then gives null. */
  async run(request: RunRequest = {}): Promise<RunReport | null> {
    if (this.#isDisposed) return null;
    const run = ++this.#run;
    const start = performance.now();
    const text = this.document.getText();
    const mode = this.#host.mode();
    const compiled = this.#host.compiler.compile(this.document, mode);
    if (!compiled.ok && request.onSyntaxError === 'keep') {
      this.textChanged();
      return this.#state.report;
    }
    this.#endRunner();
    this.#ran.fire({ type: 'start' });
    if (!compiled.ok) {
      this.#finish({ report: compiled.report, outcome: 'failed' }, { text, stage: 'compile', start });
      return compiled.report;
    }
    this.#update({ activity: 'running' });
    const runner = this.#host.takeRunner();
    this.#runner = runner;
    const result = await runner.run(compiled.program, {
      mode,
      budget: this.#host.budget(),
      timeoutMs: this.#host.timeoutMs(this.document),
      onConsole: entry => {
        if (run === this.#run) this.#ran.fire({ type: 'console', entry });
      },
    });
    if (run !== this.#run || this.#isDisposed) return null;
    this.#finish(result, { text, stage: 'run', start });
    return result.report;
  }

  /** Differentiates a Variable of the live run. Null when there is none, or when a newer run took its place. */
  backward(variable: string): Promise<RunResult | null> {
    const options = { retainGrad: this.#host.mode().retainGrad, timeoutMs: this.#host.timeoutMs(this.document) };
    return this.#act(runner => runner.backward(variable, options));
  }

  /** Drops the gradients of the live run's Variables. Null as for {@link backward}. */
  clearGrads(): Promise<RunResult | null> {
    return this.#act(runner => runner.clearGrads());
  }

  /** Numbers of a Variable of that report. Null when a newer one has taken its place, or is about to. */
  async page(reportNumber: number, page: PageRequest): Promise<PageAnswer | null> {
    const isCurrent = () => reportNumber === this.#state.reportNumber && this.#state.activity !== 'running';
    if (!isCurrent()) return null;
    const runner = this.#runner;
    const answer: PageAnswer = this.isLive && runner ? await runner.page(page) : { outcome: 'gone' };
    return isCurrent() ? answer : null;
  }

  /** Ends the process of the run; what runs there now ends as stopped. */
  stop(): void {
    this.#runner?.stop();
  }

  /** To call when the snippet's text, or that of a file it imports, changed. */
  textChanged(options: { readonly imported?: boolean } = {}): void {
    const { activity, text } = this.#state;
    if (activity !== 'done' && activity !== 'stale') return;
    const isStale = options.imported === true || this.document.getText() !== text;
    if (isStale !== (activity === 'stale')) this.#update({ activity: isStale ? 'stale' : 'done' });
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#endRunner();
    this.#changed.dispose();
    this.#reported.dispose();
    this.#ran.dispose();
  }

  async #act(action: (runner: Runner) => Promise<RunResult>): Promise<RunResult | null> {
    const runner = this.#runner;
    if (!this.isLive || !runner) return null;
    const start = performance.now();
    const { text } = this.#state;
    this.#update({ activity: 'running' });
    const result = await action(runner);
    if (runner !== this.#runner || this.#isDisposed) return null;
    this.#finish(result, { text, stage: 'run', start });
    return result;
  }

  #finish({ report, outcome }: RunResult, of: { text: string; stage: SessionState['stage']; start: number }): void {
    const activity = this.document.getText() === of.text ? 'done' : 'stale';
    const reportNumber = this.#state.reportNumber + 1;
    this.#update({ activity, report, reportNumber, outcome, text: of.text, stage: of.stage, elapsedMs: performance.now() - of.start });
    this.#reported.fire();
    this.#ran.fire({ type: 'end' });
  }

  #endRunner(): void {
    this.#runner?.dispose();
    this.#runner = null;
  }

  #update(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#changed.fire();
  }
}
