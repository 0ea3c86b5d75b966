/** @file The extension starts when a snippet is opened, and not before it is needed. */
import assert from 'node:assert/strict';
import { suite, test } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { print } from './print.js';

suite('activation', () => {
  test('opening a snippet activates the extension', async () => {
    const extension = vscode.extensions.getExtension('dezero.dezero-vscode');
    assert.ok(extension, 'the extension is installed');
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'a workspace is open');

    // The workbench itself is still starting: what it does then is not the extension's time.
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content: 'plain text' }));
    await new Promise(resolve => setTimeout(resolve, 3_000));
    assert.ok(!extension.isActive, 'not active before a snippet is opened');

    const begun = performance.now();
    const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, 'square.dz.ts'));
    const opened = performance.now();
    assert.equal(document.languageId, 'dezero');
    while (!extension.isActive && performance.now() - begun < 20_000) await new Promise(resolve => setTimeout(resolve, 2));
    assert.ok(extension.isActive, 'active within 20 s');
    const { activationMs } = extension.exports as ExtensionApi;
    const ms = (from: number) => (performance.now() - from).toFixed(0);
    print(`      active ${ms(begun)} ms after the snippet was asked for, ${ms(opened)} ms after it was open; activate() took ${activationMs.toFixed(0)} ms`);
  });
});
