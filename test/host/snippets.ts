/** @file Snippets of the in-host tests: written to the workspace, opened in an editor. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../src/extension/api.js';
import type { RunReport, VariableReport } from '../../src/protocol/report.js';

/** The contract's own snippet. */
export const CONTRACT_SNIPPET = `import { Variable, np } from 'dezero';
const a = new Variable(np.array(3.0)), b = new Variable(np.array(2.0)), c = new Variable(np.array(1.0));
const y = a * b + c;
y.backward();
console.log(y, a.grad, b.grad);
`;

/** An intermediate value, whose gradient depends on the mode. */
export const INTERMEDIATE_SNIPPET = `import { Variable, np } from 'dezero';
const x = new Variable(np.array(2.0));
const t = x * x;
const y = t + x;
y.backward();
`;

export const ENDLESS_SNIPPET = `import { Variable } from 'dezero';
const x = new Variable(1);
for (;;) x.name = 'x';
`;

export function extensionApi(): Thenable<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('dezero.dezero-vscode');
  assert.ok(extension, 'the extension is installed');
  return extension.activate();
}

/** Writes it to the workspace, unless it is there: an editor that has it open might read a file that is half written, and call that an edit. */
export async function writeSnippet(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace is open');
  const uri = vscode.Uri.joinPath(folder.uri, `${name}.dz.ts`);
  const there = await Promise.resolve(vscode.workspace.fs.readFile(uri)).then(bytes => new TextDecoder().decode(bytes), () => null);
  if (there !== text) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

export async function openSnippet(name: string, text: string): Promise<vscode.TextEditor> {
  const uri = await writeSnippet(name, text);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), vscode.ViewColumn.One);
}

/** As a click in the explorer does: what `openTextDocument` opens stays open for minutes after its editor is closed. */
export async function openFile(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, vscode.ViewColumn.One);
  return eventually('the file is shown', () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.toString() === uri.toString() ? editor : null;
  });
}

/** Replaces the whole text, without saving it. */
export async function retype(editor: vscode.TextEditor, text: string): Promise<void> {
  const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
  assert.ok(await editor.edit(edit => edit.replace(all, text)), 'the text was replaced');
}

export async function run(): Promise<RunReport> {
  const report = await vscode.commands.executeCommand<RunReport | null>('dezero.run');
  assert.ok(report, 'the run has a report');
  return report;
}

export function variableNamed(report: RunReport, name: string): VariableReport {
  const found = report.variables.find(variable => variable.name === name);
  assert.ok(found, `a Variable named ${name} among ${report.variables.map(each => each.name ?? each.id).join(', ')}`);
  return found;
}

export async function closeEditors(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Asks until the answer is there, for what comes through other processes. */
export async function eventually<T>(what: string, ask: () => T | undefined | null | false | PromiseLike<T | undefined | null | false>): Promise<T> {
  for (const start = Date.now(); ;) {
    const answer = await ask();
    if (answer !== undefined && answer !== null && answer !== false) return answer;
    assert.ok(Date.now() - start < 20_000, `within 20 s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

export function next<T>(event: vscode.Event<T>, isIt: (value: T) => boolean = () => true): Promise<T> {
  return new Promise(resolve => {
    const subscription = event(value => {
      if (!isIt(value)) return;
      subscription.dispose();
      resolve(value);
    });
  });
}
