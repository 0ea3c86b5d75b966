/** @file Errors of types and of runs show at their line and column. */
import assert from 'node:assert/strict';
import { suite, suiteSetup, suiteTeardown, test } from 'mocha';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import { closeEditors, eventually, extensionApi, openSnippet, retype, run } from './snippets.js';

const RUN_ERROR = `import { Variable, np } from 'dezero';
const x = new Variable(np.array([1, 2, 3]));
const w = new Variable(np.array([1, 2]));
function multiply() {
  return x * w;
}
multiply();
`;

const TYPE_ERROR = `import { Variable } from 'dezero';
const x = new Variable(1);
const n: number = x * 2;
`;

function shown(uri: vscode.Uri, isIt: (diagnostic: vscode.Diagnostic) => boolean) {
  return vscode.languages.getDiagnostics(uri).filter(isIt);
}

suite('diagnostics', () => {
  let api: ExtensionApi;
  suiteSetup(async () => {
    api = await extensionApi();
    assert.equal(await api.languageServerReady, true);
  });
  suiteTeardown(closeEditors);

  test('a run-time error is at its expression, names the shapes, and leads to its caller', async () => {
    const { document } = await openSnippet('run-error', RUN_ERROR);
    const report = await run();
    assert.equal(report.ok, false);
    const [diagnostic, ...others] = shown(document.uri, ({ source }) => source === 'DeZero run');
    assert.ok(diagnostic);
    assert.deepEqual(others, []);
    assert.equal(diagnostic.range.start.line, 4);
    assert.ok([9, 11].includes(diagnostic.range.start.character), `at x or at *: ${diagnostic.range.start.character}`);
    assert.equal(diagnostic.severity, vscode.DiagnosticSeverity.Error);
    assert.match(diagnostic.message, /\(3,\).*\(2,\)/s);
    assert.equal(diagnostic.relatedInformation?.[0]?.location.range.start.line, 6);
  });

  test('it goes when the text changes', async () => {
    const editor = await openSnippet('run-error', RUN_ERROR);
    await run();
    assert.equal(shown(editor.document.uri, ({ source }) => source === 'DeZero run').length, 1);
    await retype(editor, RUN_ERROR.replace('[1, 2]', '[1, 2, 3]'));
    assert.equal(shown(editor.document.uri, ({ source }) => source === 'DeZero run').length, 0);
    assert.equal((await run()).ok, true);
    assert.equal(shown(editor.document.uri, ({ source }) => source === 'DeZero run').length, 0);
    await editor.document.save();
  });

  test('a type error is at its name, with the operators typed', async () => {
    const { document } = await openSnippet('type-error', TYPE_ERROR);
    const diagnostic = await eventually('TypeScript reports', () => shown(document.uri, ({ code }) => Number(code) === 2322)[0]);
    assert.deepEqual([diagnostic.range.start.line, diagnostic.range.start.character], [2, 6]);
    assert.match(diagnostic.message, /'Variable' is not assignable to type 'number'/);
  });

  test('a syntax error is reported once, by TypeScript, also after a run', async () => {
    const { document } = await openSnippet('syntax-error', 'const x = (1;\n');
    const report = await run();
    assert.equal(report.ok, false);
    assert.equal(report.error?.line, 1);
    const diagnostics = await eventually('TypeScript reports', () => {
      const all = vscode.languages.getDiagnostics(document.uri);
      return all.length > 0 && all;
    });
    assert.deepEqual(diagnostics.map(({ range }) => range.start.line), [0]);
    assert.equal(api.panelState().report?.ok, false);
  });
});
