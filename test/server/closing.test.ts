/** @file What the bundled server still knows of a snippet that was closed: nothing, or every snippet of a day would stay in its memory. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver';
import { offsetOf, step18, step18Report } from './sample-report.js';
import { withServer, writeFiles, type Client } from './server-process.js';

let client: Client, folder: string;
withServer(started => { ({ client, folder } = started); });

it('a snippet that is opened again has no run until it is run', async () => {
  const path = join(folder, 'again.dz.ts');
  const hover = (uri: string) => client.hover(uri, step18, offsetOf(step18, 'a.grad'));
  const uri = client.open(path, step18);
  await client.report({ uri, text: step18, report: step18Report(), mode: { retainGrad: false, noGrad: false } });
  expect(await hover(uri)).toContain('value     3.0');
  client.close(uri);
  client.open(path, step18);
  expect(await hover(uri)).toMatch(/^\[Run to see its value\]/);
});

it('a closed snippet is no longer part of the program', async () => {
  const text = `import { Variable } from 'dezero';\nexport const a = new Variable(1);\n`;
  writeFiles(folder, { 'first.dz.ts': text, 'second.dz.ts': text });
  const [first, second] = [client.open(join(folder, 'first.dz.ts'), text), client.open(join(folder, 'second.dz.ts'), text)];
  expect(await snippetsThatUseVariable(second)).toEqual([first, second]);
  client.close(first);
  client.change(second, `${text}\n`); // as Volar does, it looks anew at what is open when something changes
  expect(await snippetsThatUseVariable(second)).toEqual([second]);
  client.open(join(folder, 'first.dz.ts'), text);
  expect(await snippetsThatUseVariable(second)).toEqual([first, second]);
});

async function snippetsThatUseVariable(uri: string): Promise<string[]> {
  const position = { line: 1, character: 'export const a = new '.length };
  const found = await client.connection.sendRequest<Location[]>('textDocument/references', { textDocument: { uri }, position, context: { includeDeclaration: false } });
  return [...new Set(found.map(location => location.uri))].filter(each => each.endsWith('.dz.ts') && !each.endsWith('again.dz.ts')).sort();
}
