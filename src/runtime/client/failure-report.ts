/** @file Run reports of runs that left nothing to report on: the snippet did not parse, or its process was ended. */
import type { Outcome } from '../../protocol/runtime.js';
import type { ConsoleEntry, RunError, RunMode, RunReport, SourceRange } from '../../protocol/report.js';

export interface Failure {
  readonly files: readonly string[];
  readonly mode: RunMode;
  readonly error: RunError;
  readonly console: readonly ConsoleEntry[];
  readonly durationMs: number;
}

export function failureReport({ files, mode, error, console, durationMs }: Failure): RunReport {
  return {
    ok: false,
    error,
    console,
    durationMs,
    mode,
    files,
    variables: [],
    functions: [],
    scopes: [],
    bindings: [],
    output: null,
    totals: { variables: 0, functions: 0, bytes: 0 },
    truncated: false,
  };
}

/** Of a Program that could not be made: its first problem. */
export function reportOfProblems(problems: readonly { readonly message: string; readonly range: SourceRange; readonly path: string }[], mode: RunMode): RunReport {
  const [first] = problems;
  const { line, column } = first!.range;
  const error: RunError = {
    name: 'SyntaxError',
    message: first!.message,
    line,
    column,
    file: 0,
    frames: [{ name: null, file: first!.path, line, column }],
  };
  return failureReport({ files: [first!.path], mode, error, console: [], durationMs: 0 });
}

/** Why a runner's process ended before it answered. */
export function endError(outcome: Exclude<Outcome, 'ok' | 'failed'>, limits: { timeoutMs: number | null; memoryMB: number }): RunError {
  const [name, message] = endText(outcome, limits);
  return { name, message, line: null, column: null, file: 0, frames: [] };
}

function endText(outcome: Exclude<Outcome, 'ok' | 'failed'>, { timeoutMs, memoryMB }: { timeoutMs: number | null; memoryMB: number }): [string, string] {
  switch (outcome) {
    case 'timeout':
      return ['TimeoutError', `The run was stopped after ${timeoutMs} ms, its time limit. Is there an endless loop? If it needs longer, raise the limit.`];
    case 'out-of-memory':
      return ['OutOfMemoryError', `The run was stopped because it used more than ${memoryMB} MB, its memory limit. Does a list or a total keep every graph? If it needs more, raise the limit.`];
    case 'stopped':
      return ['StoppedError', 'The run was stopped.'];
    case 'crashed':
      return ['CrashError', 'The process that ran the snippet ended by itself. Run it again; if it ends again, please report the snippet.'];
  }
}
