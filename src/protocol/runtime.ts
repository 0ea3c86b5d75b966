/** @file Messages between a runner process (engine and snippet) and whoever started it. */
import type { PageAnswer, PageRequest } from './tensor-page.js';
import type { Program } from './program.js';
import type { ConsoleEntry, RunMode, RunReport } from './report.js';

/** How much a report may hold, so that no run can flood a view. */
export interface ReportBudget {
  /** Variables and Functions together. */
  readonly maxElements: number;
  /** Characters of one value's text. */
  readonly maxTextLength: number;
  /** Console entries. */
  readonly maxConsole: number;
}

/** To the runner. `request` comes back with the answer. */
export type RunnerCommand =
  | { readonly type: 'run'; readonly request: number; readonly program: Program; readonly mode: RunMode; readonly budget: ReportBudget }
  /** Differentiates a Variable of the live run, by its id in the report. */
  | { readonly type: 'backward'; readonly request: number; readonly variable: string; readonly retainGrad: boolean }
  | { readonly type: 'clearGrads'; readonly request: number }
  | { readonly type: 'page'; readonly request: number; readonly page: PageRequest };

/** The runner's file descriptor for its events, one a line of JSON. */
export type EventsFd = 4;

/** From the runner, in order. */
export type RunnerEvent =
  | { readonly type: 'ready' }
  | { readonly type: 'console'; readonly entry: ConsoleEntry }
  /** `report` as `reportText` of report-text.ts makes it. */
  | { readonly type: 'report'; readonly request: number; readonly report: string }
  | { readonly type: 'page'; readonly request: number; readonly answer: PageAnswer }
  /** The last word before the process ends itself. */
  | { readonly type: 'out-of-memory' };

/** How a request to the runner ended. */
export type Outcome =
  | 'ok'
  /** The snippet threw or did not parse. */
  | 'failed'
  | 'timeout'
  | 'out-of-memory'
  | 'stopped'
  /** The process ended and nobody asked it to. */
  | 'crashed';

export interface RunResult {
  readonly outcome: Outcome;
  readonly report: RunReport;
}
