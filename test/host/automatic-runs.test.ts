/** @file The setting `dezero.run.on`: by hand alone, on save, while typing. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test, teardown } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { CONTRACT_SNIPPET, closeEditors, extensionApi, next, openSnippet, retype, variableNamed } from './snippets.js';

const setRunOn = (value: string | undefined) =>
  vscode.workspace.getConfiguration('dezero.run').update('on', value, vscode.ConfigurationTarget.Global);
const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds));

suite('automatic runs', () => {
  let api: ExtensionApi;
  suiteSetup(async () => {
    api = await extensionApi();
    await closeEditors();
  });
  teardown(() => setRunOn(undefined));
  suiteTeardown(closeEditors);

  test('by default neither typing nor saving runs anything', async () => {
    const editor = await openSnippet('manual', '');
    await retype(editor, CONTRACT_SNIPPET);
    await editor.document.save();
    await pause(600);
    assert.equal(api.snippet(editor.document.uri)?.activity, 'idle');
  });

  test('on save: saving runs, and the panel does not open by itself', async () => {
    await setRunOn('save');
    const editor = await openSnippet('on-save', '');
    await retype(editor, CONTRACT_SNIPPET);
    const reported = next(api.onDidChangeReport);
    await editor.document.save();
    assert.equal(variableNamed((await reported).report, 'y').value?.text, '7.0');
    assert.equal(api.isPanelVisible, false);
  });

  test('while typing: a pause runs, and half-typed text leaves the last graph in place', async () => {
    await setRunOn('type');
    const editor = await openSnippet('on-type', '');
    const reported = next(api.onDidChangeReport);
    await retype(editor, CONTRACT_SNIPPET);
    const { report } = await reported;
    assert.equal(variableNamed(report, 'y').value?.text, '7.0');
    await retype(editor, `${CONTRACT_SNIPPET}const z = y * (`);
    await pause(600);
    assert.equal(api.snippet(editor.document.uri)?.report, report);
    assert.equal(api.snippet(editor.document.uri)?.activity, 'stale');
    await editor.document.save();
  });
});
