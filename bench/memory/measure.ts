/** @file Rounds of opening, running and closing inside the extension host of a real VS Code, and its heap before and after: `extensionTestsPath` points here. */
import fs from 'node:fs';
import v8 from 'node:v8';
import vm from 'node:vm';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { print } from '../../test/host/print.js';
import { closeEditors, eventually, extensionApi, next, openSnippet, retype } from '../../test/host/snippets.js';
import { failing, small, twoThousand } from './snippets.js';

/** Heaps have their lasting size only after everything was loaded and compiled. */
const WARM_UP = 20;
const ROUNDS = 200;

/** Bytes after a garbage collection, and counts. */
type Heaps = Readonly<Record<string, number>>;

/** Called by VS Code. */
export async function run(): Promise<void> {
  const api = await extensionApi();
  await api.languageServerReady;
  const names = ['small', 'loop', 'failing', 'two-thousand'];
  const texts = [small(1), small(50), failing, twoThousand];
  let count = 0;
  await compared(`${ROUNDS} snippets opened, run and closed`, async round => {
    // Each is another file: what is kept by name would be found.
    await openSnippet(`${names[round % 4]!}-${count++}`, texts[round % 4]!);
    await vscode.commands.executeCommand('dezero.showGraph');
    await runAndPaint(api);
    await closeEditors();
    await eventually('the panel is closed', () => !api.isPanelVisible);
  });
  const editor = await openSnippet('edited', small(1));
  await runAndPaint(api);
  await compared(`${ROUNDS} edits and runs in one panel`, async round => {
    await retype(editor, small(1 + (round + 1) % 4 * 40));
    await runAndPaint(api);
  });
  await closeEditors();
  // The runner waits for a line of counts; a benchmark asserts nothing.
  print('result 1 passed, 0 failed');
}

/** Does the rounds, and says what they left. The last round is of the same text as the last of the warm-up. */
async function compared(what: string, round: (at: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < WARM_UP; at++) await round(at);
  const before = await heaps();
  for (let at = 0; at < ROUNDS; at++) await round(at);
  const after = await heaps();
  print(`\n${what}:`);
  for (const [name, start] of Object.entries(before)) {
    const end = after[name]!;
    print(name.startsWith('number') ? `  ${name}: ${start}, ${end}` : `  ${name}: ${megabytes(start)} MB, ${megabytes(end)} MB, ratio ${(end / start).toFixed(3)}`);
  }
}

async function runAndPaint(api: ExtensionApi): Promise<void> {
  const painted = next(api.onDidPaint, ({ elements }) => elements > 0);
  await vscode.commands.executeCommand('dezero.run');
  await painted;
}

async function heaps(): Promise<Heaps> {
  // What ends with a delay has ended.
  await new Promise(resolve => setTimeout(resolve, 5000));
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  for (let times = 0; times < 3; times++) collect();
  const answer = await fetch(process.env.BENCH_HEAPS!);
  return {
    'heap of the extension host': process.memoryUsage().heapUsed,
    ...await answer.json() as Heaps,
    'number of processes under the extension host': fs.readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(/\s+/).length,
  };
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(2);
}
