/** @file Runs the built command line on snippets in a folder of their own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { RunReport } from '../../src/protocol/report.js';

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const root = path.resolve(import.meta.dirname, '../..');

/** `dezero …` in `cwd`. */
export function dezero(args: readonly string[], cwd: string = root): Promise<CliResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'dist/cli.js'), ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', code => resolve({ code, stdout, stderr }));
  });
}

/** A folder with these files, and the command line in it. Dispose of it at the end. */
export class SnippetFolder implements Disposable {
  readonly path = mkdtempSync(path.join(os.tmpdir(), 'dezero-'));

  constructor(files: Readonly<Record<string, string>>) {
    for (const [name, text] of Object.entries(files)) {
      const file = path.join(this.path, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }

  dezero(...args: string[]): Promise<CliResult> {
    return dezero(args, this.path);
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Runs one snippet. */
export async function run(source: string, ...options: string[]): Promise<CliResult> {
  using folder = new SnippetFolder({ 'x.dz.ts': source });
  return await folder.dezero('run', 'x.dz.ts', ...options);
}

/** Runs one snippet, and reads its report. */
export async function report(source: string, ...options: string[]): Promise<RunReport> {
  const { stdout } = await run(source, '--json', ...options);
  return JSON.parse(stdout) as RunReport;
}
