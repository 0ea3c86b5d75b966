/** @file `dezero graph`: runs a snippet and prints the graph of one of its Variables. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { formats, isFormat } from '../export/formats.js';
import { page } from '../export/page.js';
import { ancestors } from '../export/subgraph.js';
import type { RunReport } from '../protocol/report.js';
import { oneFile, parseArguments, UsageError } from './arguments.js';
import { sourceFiles } from './compile.js';
import { errorText } from './error-text.js';
import { DEFAULT_MEMORY_MB, execute, exitCode, namesText } from './execute.js';

export async function graphCommand(args: string[]): Promise<number> {
  const { values, positionals } = parseArguments(args, {
    of: { type: 'string' },
    format: { type: 'string', default: 'dot' },
    output: { type: 'string', short: 'o' },
  });
  const file = oneFile(positionals);
  const { format } = values;
  if (format !== 'html' && !isFormat(format)) throw new UsageError(`There is no format '${format}'. The formats are ${Object.keys(formats).join(', ')}, html.`);

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
  const graph = ancestors(report, root);
  return write(format === 'html' ? await pageOf(graph) : formats[format](graph, { direction: 'LR', dark: false }), values.output);
}

function pageOf(report: RunReport): Promise<string> {
  const sources = report.files.map(file => sourceFiles.read(file) ?? null);
  return page({ report, sources, direction: 'LR' }, bundle => readFileSync(path.join(__dirname, 'webview', bundle), 'utf8'));
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
