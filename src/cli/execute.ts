/** @file Runs a snippet in a runner process, for the commands that need a run. */
import path from 'node:path';
import { ProgramError } from '../language/index.js';
import type { ConsoleEntry, RunMode } from '../protocol/report.js';
import type { Outcome, ReportBudget, RunResult } from '../protocol/runtime.js';
import { reportOfProblems } from '../runtime/client/failure-report.js';
import { Runner } from '../runtime/client/runner.js';
import { compileFile } from './compile.js';

export const DEFAULT_MEMORY_MB = 2048;
/** A terminal or a file takes more than a panel does. */
const BUDGET: ReportBudget = { maxElements: 200_000, maxTextLength: 10_000, maxConsole: 100_000 };

export interface ExecuteOptions {
  readonly mode: RunMode;
  readonly timeoutMs: number | null;
  readonly memoryMB: number;
  /** Differentiate the Variable of this name after the run. */
  readonly backward?: string | undefined;
  readonly onConsole?: (entry: ConsoleEntry) => void;
}

/** @throws UsageError when the file cannot be read. */
export async function execute(file: string, options: ExecuteOptions): Promise<RunResult> {
  const { mode, timeoutMs, memoryMB, backward, onConsole } = options;
  // First, so that it starts while the snippet is compiled.
  const runner = new Runner({ runnerPath: path.join(__dirname, 'runner.js'), memoryMB });
  try {
    const program = compileFile(file);
    const result = await runner.run(program, { mode, budget: BUDGET, timeoutMs, ...(onConsole && { onConsole }) });
    if (backward === undefined || result.outcome !== 'ok') return result;
    const variable = result.report.variables.findLast(({ name }) => name === backward);
    if (variable === undefined) return noSuchVariable(result, backward);
    return await runner.backward(variable.id, { retainGrad: mode.retainGrad, timeoutMs });
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return { outcome: 'failed', report: reportOfProblems(error.problems, mode) };
  } finally {
    runner.dispose();
  }
}

export function exitCode(outcome: Outcome): number {
  switch (outcome) {
    case 'ok':
      return 0;
    case 'failed':
    case 'stopped':
    case 'crashed':
      return 1;
    case 'timeout':
      return 124;
    case 'out-of-memory':
      return 137;
  }
}

function noSuchVariable({ report }: RunResult, name: string): RunResult {
  const message = `There is no Variable named '${name}' in this run. ${namesText(report.variables)}`;
  const error = { name: 'NameError', message, line: null, column: null, file: 0, frames: [] };
  return { outcome: 'failed', report: { ...report, ok: false, error } };
}

/** `Its Variables are a, b, y.` */
export function namesText(variables: readonly { readonly name: string | null }[]): string {
  const names = [...new Set(variables.map(({ name }) => name).filter(name => name !== null))];
  return names.length === 0 ? 'It made no Variable that has a name.' : `Its Variables are ${names.slice(0, 20).join(', ')}${names.length > 20 ? ' …' : ''}.`;
}
