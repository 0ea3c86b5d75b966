/** @file What is opened, run and closed leaves nothing behind: counted, for megabytes differ from run to run (`bench/memory` has those). */
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { ownHeap, seenBy } from './heap.js';
import { CONTRACT_SNIPPET, INTERMEDIATE_SNIPPET, closeEditors, eventually, extensionApi, next, openFile, writeSnippet } from './snippets.js';

const ROUNDS = 25;
const FAILING_SNIPPET = `import { Variable, np } from 'dezero';
const x = new Variable(np.ones([2, 3])), w = new Variable(np.ones([2, 2]));
const y = x + w;
`;
const LOOP_SNIPPET = `import { Variable, add } from 'dezero';
const x = new Variable(1);
let y = x;
for (let turn = 0; turn < 200; turn++) y = add(y, x);
y.backward();
`;
/** The last round is one that prints: the output channel must not hold it either. */
const texts = [INTERMEDIATE_SNIPPET, CONTRACT_SNIPPET, FAILING_SNIPPET, LOOP_SNIPPET];

/** What a round made: held by nobody, if all is well. */
interface Made {
  readonly session: WeakRef<object>;
  readonly report: WeakRef<object>;
}

suite('memory', () => {
  let api: ExtensionApi;
  suiteSetup(async () => {
    api = await extensionApi();
    await api.languageServerReady;
    await closeEditors();
  });
  suiteTeardown(closeEditors);

  test(`${ROUNDS} times opened, run and closed: no session, report, panel or process is left`, async function () {
    this.timeout(300_000);
    const heap = ownHeap();
    const sessions = await seenBy(api.panelState, 'sessions') as { readonly all: readonly object[]; of(uri: vscode.Uri): object };
    // Documents of other tests may stay open for a while after their editors were closed.
    const others = new WeakSet(sessions.all);
    const round = async (number: number): Promise<Made> => {
      const uri = await writeSnippet(`memory-${number}`, texts[number % texts.length]!);
      const { document } = await openFile(uri);
      const painted = next(api.onDidPaint, event => event.uri === uri.toString() && event.elements > 0);
      const report = new WeakRef(await vscode.commands.executeCommand<object>('dezero.run', uri));
      const session = new WeakRef(sessions.of(uri));
      await painted;
      assert.equal(panelTabs(), 1);
      await closeEditors();
      await eventually('the snippet and its panel are closed', () => document.isClosed && !api.isPanelVisible);
      return { session, report };
    };
    const left = async (made: readonly Made[]) => {
      await heap.collectGarbage();
      return {
        openSessions: sessions.all.filter(each => !others.has(each)).length,
        sessions: made.filter(({ session }) => session.deref()).length,
        reports: made.filter(({ report }) => report.deref()).length,
        panels: panelTabs(),
        // The language server, the spare runner, and what VS Code's own extensions have started.
        processes: process.getActiveResourcesInfo().filter(name => name === 'ProcessWrap').length,
      };
    };
    const nothing = { openSessions: 0, sessions: 0, reports: 0, panels: 0 };

    await round(0);
    const processes = await lowest(async () => (await left([])).processes);
    const made: Made[] = [];
    for (let number = 1; number <= ROUNDS; number++) made.push(await round(number));
    assert.deepEqual(await once(() => left(made), now => isDeepStrictEqual(now, { ...nothing, processes })), { ...nothing, processes });
  });
});

function panelTabs(): number {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview).length;
}

/** What is seen when it is as it should be, or else in the end: a process ends a moment after it was told to. */
async function once<T>(look: () => Promise<T>, isIt: (seen: T) => boolean): Promise<T> {
  for (const start = Date.now(); ;) {
    const seen = await look();
    if (isIt(seen) || Date.now() - start > 20_000) return seen;
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** The lowest number of some seconds. */
async function lowest(count: () => Promise<number>): Promise<number> {
  let found = Infinity;
  for (const start = Date.now(); Date.now() - start < 3000;) found = Math.min(found, await count());
  return found;
}
