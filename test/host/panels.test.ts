/** @file Panels that are pinned and one that follows, in a real VS Code. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { CONTRACT_SNIPPET, INTERMEDIATE_SNIPPET, closeEditors, eventually, extensionApi, openSnippet, run } from './snippets.js';

const { executeCommand } = vscode.commands;
const graphs = () => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs)
  .filter(({ input }) => input instanceof vscode.TabInputWebview).map(({ label }) => label).sort();
const untilGraphs = (...labels: readonly string[]) => eventually(`the panels are ${labels.join(', ')}`, () => graphs().join() === labels.join());

suite('panels', () => {
  let api: ExtensionApi;
  suiteSetup(async () => {
    api = await extensionApi();
    await closeEditors();
  });
  suiteTeardown(closeEditors);

  test('a pinned panel stays with its snippet; Run of another opens one that follows', async () => {
    const one = await openSnippet('pin-one', CONTRACT_SNIPPET);
    await run();
    await untilGraphs('Graph: pin-one.dz.ts');
    await executeCommand('dezero.pinGraph');
    await untilGraphs('Graph: pin-one.dz.ts (pinned)');
    assert.equal(api.panelState().pinned, true);
    await openSnippet('pin-two', INTERMEDIATE_SNIPPET);
    await run();
    await untilGraphs('Graph: pin-one.dz.ts (pinned)', 'Graph: pin-two.dz.ts');
    assert.equal(api.panelState().pinned, false);
    await openSnippet('pin-three', CONTRACT_SNIPPET);
    await untilGraphs('Graph: pin-one.dz.ts (pinned)', 'Graph: pin-three.dz.ts');
    await vscode.window.showTextDocument(one.document, vscode.ViewColumn.One);
    await executeCommand('dezero.showGraph');
    await untilGraphs('Graph: pin-one.dz.ts (pinned)', 'Graph: pin-three.dz.ts');
  });

  test('any number are pinned; one that is unpinned follows, in the place of the one that did', async () => {
    await openSnippet('pin-three', CONTRACT_SNIPPET);
    await executeCommand('dezero.pinGraph');
    await untilGraphs('Graph: pin-one.dz.ts (pinned)', 'Graph: pin-three.dz.ts (pinned)');
    const two = await openSnippet('pin-two', INTERMEDIATE_SNIPPET);
    await executeCommand('dezero.showGraph');
    await untilGraphs('Graph: pin-one.dz.ts (pinned)', 'Graph: pin-three.dz.ts (pinned)', 'Graph: pin-two.dz.ts');
    await openSnippet('pin-one', CONTRACT_SNIPPET);
    await executeCommand('dezero.pinGraph');
    await untilGraphs('Graph: pin-one.dz.ts', 'Graph: pin-three.dz.ts (pinned)');
    await vscode.window.showTextDocument(two.document, vscode.ViewColumn.One);
    await untilGraphs('Graph: pin-three.dz.ts (pinned)', 'Graph: pin-two.dz.ts');
  });

  test('a pinned panel whose user closed it is gone, and its snippet is followed again', async () => {
    const tab = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.endsWith('(pinned)'));
    await vscode.window.tabGroups.close(tab!);
    await untilGraphs('Graph: pin-two.dz.ts');
    await openSnippet('pin-three', CONTRACT_SNIPPET);
    await untilGraphs('Graph: pin-three.dz.ts');
  });
});
