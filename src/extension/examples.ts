/** @file Opens one of the examples that ship with the extension. */
import { FileType, Uri, window, workspace, type QuickPickItem } from 'vscode';
import { firstComment } from './first-comment.js';
import { messages } from './messages.js';
import { nameOf } from './snippet-path.js';

interface ExampleItem extends QuickPickItem {
  readonly uri: Uri;
}

/** Lets the user pick an example, unless `name` says which, and opens it. Gives its address. */
export async function openExample(extensionUri: Uri, name?: string): Promise<Uri | undefined> {
  const items = await listExamples(Uri.joinPath(extensionUri, 'examples'));
  if (items.length === 0) throw new Error(messages.noExamples());
  const named = items.find(item => nameOf(item.uri) === name);
  const options = { placeHolder: messages.examplesPlaceholder(), matchOnDescription: true };
  const uri = named?.uri ?? (await window.showQuickPick(items, options))?.uri;
  if (uri) await window.showTextDocument(uri);
  return uri;
}

/** `hello` comes first, then the book's steps in order. */
async function listExamples(folder: Uri): Promise<ExampleItem[]> {
  const entries = await workspace.fs.readDirectory(folder).then(all => all, () => []);
  const names = entries.filter(([name, type]) => type === FileType.File && name.endsWith('.dz.ts')).map(([name]) => name);
  names.sort((a, b) => Number(b.startsWith('hello')) - Number(a.startsWith('hello')) || a.localeCompare(b, 'en', { numeric: true }));
  return Promise.all(names.map(async name => {
    const uri = Uri.joinPath(folder, name);
    const text = new TextDecoder().decode(await workspace.fs.readFile(uri));
    return { uri, label: name.replace(/\.dz\.ts$/, ''), description: firstComment(text) };
  }));
}
