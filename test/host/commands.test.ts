/** @file Each command does its work in a real VS Code. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import type { RunReport } from '../../src/protocol/report.js';
import { print } from './print.js';
import {
  CONTRACT_SNIPPET, ENDLESS_SNIPPET, INTERMEDIATE_SNIPPET, closeEditors, eventually, extensionApi, next, openSnippet, retype, run, variableNamed,
} from './snippets.js';

const { executeCommand } = vscode.commands;
const gradOf = (report: RunReport | null, name: string) => variableNamed(report!, name).grad?.text ?? null;

suite('commands', () => {
  let api: ExtensionApi;
  suiteSetup(async () => {
    api = await extensionApi();
  });
  suiteTeardown(closeEditors);

  test('all are registered', async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const names = ['run', 'backward', 'toggleRetainGrad', 'toggleNoGrad', 'clearGrads', 'showGraph', 'pinGraph', 'exportGraph', 'copyPicture', 'stop', 'showLowered', 'openExamples'];
    assert.deepEqual(names.filter(name => !registered.has(`dezero.${name}`)), []);
  });

  test('Run Snippet runs the text as it stands in the editor, and opens the panel, which paints the graph', async () => {
    const editor = await openSnippet('contract', CONTRACT_SNIPPET.replace('3.0', '5.0'));
    await retype(editor, CONTRACT_SNIPPET);
    const painted = next(api.onDidPaint, event => event.elements > 0);
    const reported = next(api.onDidChangeReport);
    const report = await run();
    assert.equal(report.ok, true);
    assert.equal(variableNamed(report, 'y').value?.text, '7.0');
    assert.deepEqual([gradOf(report, 'a'), gradOf(report, 'b'), gradOf(report, 'c')], ['2.0', '3.0', '1.0']);
    assert.deepEqual(report.console.map(({ text, line }) => [text, line]), [['variable(7.0) 2.0 3.0', 5]]);
    assert.deepEqual(report.functions.map(({ op, line }) => [op, line]), [['Mul', 3], ['Add', 3]]);
    const { elapsedMs } = await reported;
    const paint = await painted;
    assert.equal(paint.uri, editor.document.uri.toString());
    assert.equal(paint.elements, report.variables.length + report.functions.length);
    assert.equal(vscode.window.activeTextEditor?.document, editor.document, 'the editor keeps the focus');
    print(`      command to report ${elapsedMs.toFixed(0)} ms, report to painted panel ${paint.elapsedMs.toFixed(0)} ms (${paint.durationMs.toFixed(0)} in the page)`);
  });

  test('a second run finds a warm process', async () => {
    const reported = next(api.onDidChangeReport);
    const painted = next(api.onDidPaint);
    await run();
    print(`      command to report ${(await reported).elapsedMs.toFixed(0)} ms, report to painted panel ${(await painted).elapsedMs.toFixed(0)} ms`);
    assert.equal(api.panelState().activity, 'done');
  });

  test('Backward differentiates the Variable it is given', async () => {
    const { document } = await openSnippet('backward', INTERMEDIATE_SNIPPET.replace('y.backward();\n', ''));
    const report = await run();
    assert.equal(gradOf(report, 'x'), null);
    const y = variableNamed(report, 'y').id;
    const after = await executeCommand<RunReport>('dezero.backward', document.uri.toString(), y);
    assert.equal(gradOf(after, 'x'), '5.0');
    assert.equal(gradOf(after, 't'), null);
    assert.equal(after.output, y);
    assert.equal(api.snippet(document.uri)?.report, after, 'the views have it too');
  });

  test('Clear Gradients takes the gradients of the live run away', async () => {
    const after = await executeCommand<RunReport>('dezero.clearGrads');
    assert.deepEqual(after.variables.map(({ grad }) => grad), after.variables.map(() => null));
    assert.equal(variableNamed(after, 'x').gradState, 'cleared');
  });

  test('Toggle Retain Grad runs the snippet again, and keeps the gradients of intermediate Variables', async () => {
    const { document } = await openSnippet('retain', INTERMEDIATE_SNIPPET);
    const before = await run();
    assert.equal(gradOf(before, 't'), null);
    assert.equal(variableNamed(before, 't').gradState, 'dropped');
    await executeCommand('dezero.toggleRetainGrad');
    assert.equal(api.mode.retainGrad, true);
    assert.equal(gradOf(api.snippet(document.uri)!.report, 't'), '1.0');
    assert.deepEqual(api.panelState().mode, { retainGrad: true, noGrad: false });
    await executeCommand('dezero.toggleRetainGrad');
    assert.equal(gradOf(api.snippet(document.uri)!.report, 't'), null);
  });

  test('Toggle No-Grad runs the snippet again, and nothing is recorded', async () => {
    const { document } = await openSnippet('no-grad', INTERMEDIATE_SNIPPET.replace('y.backward();\n', ''));
    await run();
    await executeCommand('dezero.toggleNoGrad');
    const { report } = api.snippet(document.uri)!;
    assert.deepEqual(report?.mode, { retainGrad: false, noGrad: true });
    assert.deepEqual(report?.functions, []);
    assert.equal(variableNamed(report!, 'y').state, 'unrecorded');
    await executeCommand('dezero.toggleNoGrad');
    assert.equal(api.snippet(document.uri)!.report?.functions.length, 2);
  });

  test('Stop ends an endless loop while the editor goes on', async () => {
    const { document } = await openSnippet('endless', ENDLESS_SNIPPET);
    const running = executeCommand<RunReport>('dezero.run');
    await eventually('the run runs', () => api.snippet(document.uri)?.activity === 'running');
    const longest = await longestPause(500);
    await executeCommand('dezero.stop');
    await running;
    assert.equal(api.snippet(document.uri)?.outcome, 'stopped');
    assert.ok(longest < 2000, `the extension host answered all the time: its longest pause was ${longest} ms`);
  });

  test('an endless loop ends at the time limit, with an error that says so', async () => {
    const { document } = await openSnippet('limit', ENDLESS_SNIPPET);
    const settings = vscode.workspace.getConfiguration('dezero.run');
    await settings.update('timeout', 700, vscode.ConfigurationTarget.Global);
    try {
      const running = executeCommand<RunReport>('dezero.run');
      const longest = await longestPause(500);
      const report = await running;
      assert.equal(api.snippet(document.uri)?.outcome, 'timeout');
      assert.match(report.error?.message ?? '', /700\s*ms|0\.7 s/);
      assert.ok(longest < 2000, `the extension host answered all the time: its longest pause was ${longest} ms`);
    } finally {
      await settings.update('timeout', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('a newer run takes the place of one that runs', async () => {
    const editor = await openSnippet('superseded', ENDLESS_SNIPPET);
    const older = executeCommand('dezero.run');
    await eventually('the older run runs', () => api.snippet(editor.document.uri)?.activity === 'running');
    await retype(editor, CONTRACT_SNIPPET);
    assert.equal(variableNamed(await run(), 'y').value?.text, '7.0');
    assert.equal(await older, null);
  });

  test('Show Lowered Code opens what really runs, as TypeScript, and follows the text', async () => {
    const editor = await openSnippet('lowered', CONTRACT_SNIPPET);
    await executeCommand('dezero.showLowered');
    const document = await eventually('the lowered code is shown', () =>
      vscode.window.visibleTextEditors.map(each => each.document).find(each => each.uri.scheme === 'dezero-lowered'));
    assert.equal(document.uri.path.split('/').at(-1), 'lowered.lowered.ts');
    assert.equal(document.languageId, 'typescript');
    assert.match(document.getText(), /__dz\.add\(\s*__dz\.mul\(\s*a, b/);
    await retype(editor, CONTRACT_SNIPPET.replace('a * b + c', 'a - b'));
    await eventually('the lowered code follows', () => /__dz\.sub\(\s*a, b/.test(document.getText()));
  });

  test('Export Graph writes the graph in the format and at the place it is given, or says why not', async () => {
    const { document } = await openSnippet('export', CONTRACT_SNIPPET);
    const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'exported');
    const exported = async (format: string, name: string, picture?: object): Promise<string | null> => {
      const uri = await executeCommand<vscode.Uri | undefined>('dezero.exportGraph', document.uri, format, vscode.Uri.joinPath(folder, name), picture);
      return uri ? new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)) : null;
    };
    assert.equal(await exported('svg', 'x.svg'), null, 'there is no graph before a run');
    const report = await run();
    try {
      const svg = await exported('svg', 'x.svg');
      assert.match(svg!, /^<svg xmlns=/);
      assert.equal(svg!.match(/<ellipse/g)?.length, report.variables.length);
      assert.match((await exported('dot', 'x.dot'))!, /^digraph dezero \{\n {2}rankdir=LR;/);
      assert.match((await exported('mermaid', 'x.mmd'))!, /^flowchart LR\n/);
      const json = JSON.parse((await exported('json', 'x.json'))!) as { output: string; functions: { op: string }[] };
      assert.deepEqual([json.output, json.functions.map(({ op }) => op)], [report.output, ['Mul', 'Add']]);
      assert.match((await exported('html', 'x.html'))!, /^<!DOCTYPE html>[^]+<title>export\.dz\.ts: computation graph<\/title>/);
      assert.match((await exported('png', 'x.png', { scale: 1, dark: true }))!, /^\ufffdPNG\r\n/);
      assert.equal(await exported('png', 'y.png', { scale: 1000 }), null, 'a picture that is too large is said, not thrown');
      assert.equal(await exported('svg', 'x.svg/in-a-file.svg'), null, 'what cannot be written is said, not thrown');
    } finally {
      await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  test('Open Examples opens an example', async () => {
    await executeCommand('dezero.openExamples', 'hello.dz.ts');
    const document = vscode.window.activeTextEditor?.document;
    assert.match(document?.uri.path ?? '', /\/examples\/hello\.dz\.ts$/);
    assert.equal(document?.languageId, 'dezero');
  });

  test('Show Graph opens the panel for the active snippet', async () => {
    await closeEditors();
    await eventually('the panel is closed', () => !api.isPanelVisible);
    const { document } = await openSnippet('graph', CONTRACT_SNIPPET);
    await executeCommand('dezero.showGraph');
    await eventually('the panel is visible', () => api.isPanelVisible);
    const painted = next(api.onDidPaint, event => event.elements > 0);
    await run();
    assert.equal((await painted).uri, document.uri.toString());
  });

  test('a panel that its user closed stays closed on the next run', async () => {
    await openSnippet('closed', CONTRACT_SNIPPET);
    await run();
    await eventually('the panel is open', () => api.isPanelVisible);
    const tab = vscode.window.tabGroups.all.flatMap(group => group.tabs).find(({ input }) => input instanceof vscode.TabInputWebview);
    await vscode.window.tabGroups.close(tab!);
    await run();
    assert.equal(api.isPanelVisible, false);
  });
});

/** The longest time that a timer of this thread was late within `totalMs`. */
async function longestPause(totalMs: number): Promise<number> {
  let longest = 0;
  for (const start = performance.now(); performance.now() - start < totalMs;) {
    const before = performance.now();
    await new Promise(resolve => setTimeout(resolve, 10));
    longest = Math.max(longest, performance.now() - before);
  }
  return Math.round(longest);
}
