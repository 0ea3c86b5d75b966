/** @file Hovers say the value and the gradient, and why there is none. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import { INTERMEDIATE_SNIPPET, closeEditors, eventually, extensionApi, openSnippet, run } from './snippets.js';

async function hoverText(document: vscode.TextDocument, line: number, character: number, isIt: RegExp): Promise<string> {
  return eventually(`a hover at ${line}:${character} that matches ${String(isIt)}`, async () => {
    const at = new vscode.Position(line - 1, character - 1);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
    const text = hovers.flatMap(({ contents }) => contents).map(each => (typeof each === 'string' ? each : each.value)).join('\n');
    return isIt.test(text) && text;
  });
}

suite('hover', () => {
  suiteSetup(async () => {
    const api = await extensionApi();
    assert.equal(await api.languageServerReady, true);
  });
  suiteTeardown(closeEditors);

  test('on a leaf: shape, dtype, value and gradient', async () => {
    const { document } = await openSnippet('hover', INTERMEDIATE_SNIPPET);
    await run();
    const text = await hoverText(document, 2, 7, /5\.0/);
    assert.match(text, /2\.0/);
    assert.match(text, /float64/);
  });

  test('on an intermediate Variable: why the gradient is null, with a link that would change it', async () => {
    const { document } = await openSnippet('hover', INTERMEDIATE_SNIPPET);
    await run();
    const text = await hoverText(document, 4, 11, /4\.0/);
    assert.match(text, /null/);
    assert.match(text, /retain/i);
    assert.match(text, /command:dezero\.toggleRetainGrad/);
  });

  test('after Toggle Retain Grad: its gradient', async () => {
    const { document } = await openSnippet('hover', INTERMEDIATE_SNIPPET);
    await run();
    await vscode.commands.executeCommand('dezero.toggleRetainGrad');
    try {
      const text = await hoverText(document, 4, 11, /1\.0/);
      assert.doesNotMatch(text, /command:dezero\.toggleRetainGrad/);
    } finally {
      await vscode.commands.executeCommand('dezero.toggleRetainGrad');
    }
  });
});
