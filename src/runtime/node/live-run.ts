/** @file One run in this process: evaluates the snippet until nothing is left to do, and stays live for what comes after. */
import { performance } from 'node:perf_hooks';
import { Config, type Variable } from '../../engine/index.js';
import { observe } from '../../engine/observer.js';
import type { PageAnswer, PageRequest } from '../../protocol/tensor-page.js';
import type { Program } from '../../protocol/program.js';
import type { ConsoleEntry, RunError, RunMode, RunReport } from '../../protocol/report.js';
import type { ReportBudget } from '../../protocol/runtime.js';
import { loweredHelpers } from '../lowered-helpers.js';
import { Recorder } from '../recorder.js';
import { collectGraph } from '../report/graph.js';
import { readPage } from '../report/page.js';
import { makeReport, variableId } from '../report/report.js';
import { OpenScopes } from '../using-scope.js';
import { evaluate } from './modules.js';
import { runError } from './run-error.js';

export interface LiveRunOptions {
  readonly program: Program;
  readonly mode: RunMode;
  readonly budget: ReportBudget;
  /** Called for each console entry as it comes, also past the report's budget. */
  readonly onConsole: (entry: ConsoleEntry) => void;
}

export class LiveRun {
  private readonly recorder: Recorder;
  private readonly scopes = new OpenScopes();
  private readonly console: ConsoleEntry[] = [];
  private consoleTruncated = false;
  private error: RunError | null = null;
  private durationMs = 0;
  /** Whose page was read last: the next one is most likely of the same, and a search goes through the whole graph. */
  private paged: Variable | undefined;

  constructor(private readonly options: LiveRunOptions) {
    this.recorder = new Recorder(options.program);
  }

  /** Evaluates the snippet; never rejects. */
  async evaluate(): Promise<void> {
    const { program, mode } = this.options;
    Config.retainGrad = mode.retainGrad;
    Config.enableBackprop = !mode.noGrad;
    observe(this.recorder);
    const start = performance.now();
    try {
      await evaluate(program, loweredHelpers(this.recorder, this.scopes));
    } catch (error) {
      this.fail(await this.scopes.closeAll(error));
    } finally {
      this.durationMs = performance.now() - start;
    }
  }

  /** The run failed: with what the snippet threw. The first error counts. */
  fail(thrown: unknown): void {
    this.error ??= runError(thrown, this.options.program, this.recorder);
  }

  log(level: ConsoleEntry['level'], text: string): void {
    const range = this.options.program.sites[this.recorder.site - 1]?.range;
    const entry = { level, text, line: range?.line ?? null };
    if (this.console.length < this.options.budget.maxConsole) this.console.push(entry);
    else this.consoleTruncated = true;
    this.options.onConsole(entry);
  }

  report(): RunReport {
    const { program, mode, budget } = this.options;
    const { recorder, error, console, consoleTruncated, durationMs } = this;
    return makeReport({ program, recorder, mode, budget, error, console, consoleTruncated, durationMs });
  }

  /** Differentiates a Variable of the report. What goes wrong is the report's error. */
  backward(id: string, retainGrad: boolean): RunReport {
    return this.act(() => {
      const variable = this.find(id);
      if (variable === undefined) throw new Error(`There is no Variable ${id} in this run any more. Run the snippet again.`);
      this.recorder.site = variable.site; // where an error is shown that has no line of its own
      variable.backward({ retainGrad });
    });
  }

  clearGrads(): RunReport {
    return this.act(() => {
      for (const variable of collectGraph(this.recorder, Infinity).variables) if (variable.grad !== null) variable.clearGrad();
    });
  }

  page(request: PageRequest): PageAnswer {
    if (this.paged === undefined || variableId(this.paged) !== request.variable) this.paged = this.find(request.variable);
    return readPage(this.paged, request);
  }

  private find(id: string): Variable | undefined {
    return collectGraph(this.recorder, Infinity).variables.find(candidate => variableId(candidate) === id);
  }

  private act(action: () => void): RunReport {
    const failed = this.error;
    this.paged = undefined;
    this.error = null;
    try {
      action();
    } catch (error) {
      this.fail(error);
    }
    const report = this.report();
    this.error = failed ?? null;
    return failed === null ? report : { ...report, ok: false, error: report.error ?? failed };
  }
}
