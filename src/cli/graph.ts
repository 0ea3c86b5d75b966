/** @file `dezero graph`: runs a snippet and prints the graph of one of its Variables. */
import { writeFileSync } from 'node:fs';
import { formats, isFormat } from '../export/formats.js';
import { ancestors } from '../export/subgraph.js';
import { oneFile, parseArguments, UsageError } from './arguments.js';
import { errorText } from './error-text.js';
import { DEFAULT_MEMORY_MB, execute, exitCode, namesText } from './execute.js';

export async function graphCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    of: { type: 'string' },
    format: { type: 'string', default: 'dot' },
    output: { type: 'string', short: 'o' },
  });
  const file = oneFile(positionals);
  if (!isFormat(values.format)) throw new UsageError(`There is no format '${values.format}'. The formats are ${Object.keys(formats).join(', ')}.`);

  const { outcome, report } = await execute(file, {
    mode: { retainGrad: false, noGrad: false },
    timeoutMs: null,
    memoryMB: DEFAULT_MEMORY_MB,
    // stdout is the graph's.
    onConsole: ({ text }) => process.stderr.write(`${text}\n`),
  });
  if (report.error !== null) {
    process.stderr.write(errorText(report.error, report.files));
    return exitCode(outcome);
  }
  const root = values.of === undefined ? report.output : (report.variables.findLast(({ name }) => name === values.of)?.id ?? null);
  if (root === null) {
    const what = values.of === undefined ? 'The snippet made no Variable, so there is no graph.' : `There is no Variable named '${values.of}' in this run.`;
    process.stderr.write(`${what} ${namesText(report.variables)}\n`);
    return 1;
  }
  return write(formats[values.format](ancestors(report, root), { direction: 'LR', dark: false }), values.output);
}

function write(text: string, file: string | undefined): number {
  if (file === undefined) {
    process.stdout.write(text);
    return 0;
  }
  try {
    writeFileSync(file, text);
    return 0;
  } catch (error) {
    throw new UsageError(`Cannot write ${file}: ${(error as Error).message}.`, { showUsage: false });
  }
}
