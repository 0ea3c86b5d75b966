/** @file Open, run and close, and what that leaves in memory: inside the extension host, where `extensionTestsPath` points here. */
import { writeHeapSnapshot } from 'node:v8';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { ownHeap, type Heap } from '../../test/host/heap.js';
import { print } from '../../test/host/print.js';
import { closeEditors, eventually, extensionApi, next, openFile, retype, writeSnippet } from '../../test/host/snippets.js';
import { isRunner, isServer, ownChildren } from './processes.js';
import { heapOfProcess, reserveDebugPort } from './server-heap.js';
import { kinds } from './snippets.js';
import { table, type Row } from './table.js';

const rounds = Number(process.env.BENCH_ROUNDS);
const only = process.env.BENCH_ONLY;
const snapshots = process.env.BENCH_SNAPSHOTS;
/** Before the start is measured: what is loaded once, and caches that fill, are no leak. */
const WARM_UP = 20;
/** Of the one page that stays, longer: a megabyte of what V8 compiles for functions that it finds hot comes within so many rounds. */
const PAGE_WARM_UP = 150;

/** As `window.mjs` answers. */
interface Held {
  readonly used: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

/** Called by VS Code. */
export async function run(): Promise<void> {
  const port = await reserveDebugPort();
  const uris = await writeSnippets(WARM_UP + rounds);
  await openFile(uris[0]!);
  const api = await extensionApi();
  await api.languageServerReady;
  const server = await heapOfProcess(ownChildren().find(isServer)!.pid, port);
  const measure = measurer(ownHeap(), server);
  if (only !== 'page') await closedRounds(api, uris, measure);
  if (only !== 'rounds') await openPage(api, uris[0]!, measure);
  // The runner waits for a line of counts; a benchmark asserts nothing.
  print('result 1 passed, 0 failed');
}

/** Each round opens a file of its own, runs it, and closes the panel and the file. */
async function closedRounds(api: ExtensionApi, uris: readonly vscode.Uri[], measure: Measure): Promise<void> {
  const round = async (uri: vscode.Uri): Promise<void> => {
    await openFile(uri);
    const painted = next(api.onDidPaint, event => event.uri === uri.toString() && event.elements > 0);
    await vscode.commands.executeCommand('dezero.run', uri);
    await painted;
    await closeEditors();
    await eventually('the snippet and its panel are closed', () => !isOpen(uri) && !api.isPanelVisible);
  };
  for (const uri of uris.slice(0, WARM_UP)) await round(uri);
  const start = await measure('closed-start', ['window']);
  for (const uri of uris.slice(WARM_UP)) await round(uri);
  print(table(`${rounds} × open, run, close`, start, await measure('closed-end', ['window'])));
}

/** One panel stays open, and shows run after run of a snippet that is typed anew; in the end it is the first text again. */
async function openPage(api: ExtensionApi, uri: vscode.Uri, measure: Measure): Promise<void> {
  const editor = await openFile(uri);
  const first = editor.document.getText();
  const runText = async (text: string): Promise<void> => {
    await retype(editor, text);
    const painted = next(api.onDidPaint, event => event.elements > 0 && api.panelState().activity === 'done');
    await vscode.commands.executeCommand('dezero.run', uri);
    await painted;
  };
  const runTexts = async (from: number, to: number): Promise<void> => {
    for (let number = from; number < to; number++) await runText(textOf(number));
    await runText(first);
  };
  await runTexts(0, PAGE_WARM_UP);
  const start = await measure('page-start', ['panel', 'window']);
  await runTexts(PAGE_WARM_UP, PAGE_WARM_UP + rounds);
  print(table(`${rounds} × another text in one panel`, start, await measure('page-end', ['panel', 'window'])));
}

type Measure = (name: string, pages: readonly ('window' | 'panel')[]) => Promise<Row[]>;

function measurer(host: Heap, server: Heap): Measure {
  return async (name, pages) => {
    // The spare runner is there, and what was closed has gone.
    await new Promise(resolve => setTimeout(resolve, 5000));
    const rows: Row[] = [];
    for (const who of pages) {
      const { used, nodes, listeners, documents } = await heldBy(who, name);
      const title = who === 'window' ? 'window' : 'panel\'s page';
      rows.push({ name: `${title}: heap`, bytes: used }, { name: `${title}: DOM nodes`, count: nodes });
      rows.push({ name: `${title}: listeners`, count: listeners }, { name: `${title}: documents`, count: documents });
    }
    rows.push({ name: 'extension host: heap', bytes: await host.used() });
    rows.push({ name: 'language server: heap', bytes: await server.used() });
    const children = ownChildren();
    const rss = (which: typeof isServer) => children.filter(which).reduce((sum, child) => sum + child.rss, 0);
    rows.push({ name: 'language server: resident', bytes: rss(isServer) });
    rows.push({ name: 'runners: processes', count: children.filter(isRunner).length }, { name: 'runners: resident', bytes: rss(isRunner) });
    if (snapshots) writeHeapSnapshot(`${snapshots}/${name}-host.heapsnapshot`);
    return rows;
  };
}

async function heldBy(who: 'window' | 'panel', name: string): Promise<Held> {
  const response = await fetch(`${process.env.BENCH_WINDOW}/${who}?snapshot=${name}`);
  if (!response.ok) throw new Error(await response.text());
  return await response.json() as Held;
}

function textOf(number: number): string {
  return kinds[number % kinds.length]!.text(number);
}

async function writeSnippets(count: number): Promise<vscode.Uri[]> {
  return Promise.all(Array.from({ length: count }, (_, number) => writeSnippet(`round-${number}`, textOf(number))));
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(document => document.uri.toString() === uri.toString());
}
