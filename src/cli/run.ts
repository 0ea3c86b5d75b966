/** @file `dezero run`: prints what the snippet prints, or the run report. */
import type { ConsoleEntry } from '../protocol/report.js';
import { oneFile, parseArguments, positiveInteger } from './arguments.js';
import { errorText } from './error-text.js';
import { DEFAULT_MEMORY_MB, execute, exitCode } from './execute.js';

export async function runCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    json: { type: 'boolean' },
    'retain-grad': { type: 'boolean' },
    'no-grad': { type: 'boolean' },
    backward: { type: 'string' },
    timeout: { type: 'string' },
    memory: { type: 'string' },
  });
  const file = oneFile(positionals);
  const json = values.json === true;
  const { outcome, report } = await execute(file, {
    mode: { retainGrad: values['retain-grad'] === true, noGrad: values['no-grad'] === true },
    timeoutMs: positiveInteger('timeout', 'milliseconds', values.timeout),
    memoryMB: positiveInteger('memory', 'MB', values.memory) ?? DEFAULT_MEMORY_MB,
    backward: values.backward,
    ...(!json && { onConsole: print }),
  });
  if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else if (report.error !== null) process.stderr.write(errorText(report.error, report.files));
  return exitCode(outcome);
}

/** As Node's console: warnings and errors to stderr. */
function print({ level, text }: ConsoleEntry): void {
  (level === 'warn' || level === 'error' ? process.stderr : process.stdout).write(`${text}\n`);
}
