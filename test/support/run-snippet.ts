/** @file Runs a snippet in a real runner, for tests that look at what it left. */
import path from 'node:path';
import { compileProgram } from '../../src/language/index.js';
import type { RunReport } from '../../src/protocol/report.js';
import { Runner } from '../../src/runtime/client/runner.js';
import { root } from './cli.js';

/** The report of one run. */
export async function runSnippet(source: string, maxElements = 100_000): Promise<RunReport> {
  const program = compileProgram('/snippet.dz.ts', { hasUsing: false, read: file => (file === '/snippet.dz.ts' ? source : undefined), resolve: (_, specifier) => specifier });
  const runner = new Runner({ runnerPath: path.join(root, 'dist/runner.js'), memoryMB: 500 });
  try {
    const { report } = await runner.run(program, {
      mode: { retainGrad: false, noGrad: false }, budget: { maxElements, maxTextLength: 1000, maxConsole: 100 }, timeoutMs: 30_000,
    });
    return report;
  } finally {
    runner.dispose();
  }
}
