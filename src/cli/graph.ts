/** @file `dezero graph`: runs a snippet and prints the graph of one of its Variables. */
import { writeFileSync } from 'node:fs';
import type { RunReport } from '../protocol/report.js';
import { oneFile, parseArguments, UsageError } from './arguments.js';
import { errorText } from './error-text.js';
import { DEFAULT_MEMORY_MB, execute, exitCode, namesText } from './execute.js';
import { dot } from './graph/dot.js';
import { mermaid } from './graph/mermaid.js';
import { ancestors } from './graph/subgraph.js';
import { svg } from './graph/svg.js';

const formats: Readonly<Record<string, (report: RunReport) => string>> = {
  dot,
  svg,
  mermaid,
  json: ({ variables, functions, output }) => `${JSON.stringify({ variables, functions, output }, null, 2)}\n`,
};

export async function graphCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    of: { type: 'string' },
    format: { type: 'string', default: 'dot' },
    output: { type: 'string', short: 'o' },
  });
  const file = oneFile(positionals);
  const format = Object.hasOwn(formats, values.format) ? formats[values.format]! : null;
  if (format === null) throw new UsageError(`There is no format '${values.format}'. The formats are ${Object.keys(formats).join(', ')}.`);

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
  return write(format(ancestors(report, root)), values.output);
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
