// @ts-check
/** @file The VSIX: a production build, packed by vsce. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runOrFail } from '../tools/command.mjs';
import { inRoot, root, vsixFile } from '../tools/paths.mjs';
import { formatSize, say } from '../tools/progress.mjs';

const require = createRequire(import.meta.url);

export async function packExtension() {
  await runOrFail('Building the extension', process.execPath, [inRoot('scripts/build.mjs'), '--production'], { cwd: root });
  const vsce = path.join(path.dirname(require.resolve('@vscode/vsce/package.json')), 'vsce');
  // All dependencies are in the bundles. Links and pictures of the README stay as they are: they are in the VSIX too.
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', vsixFile];
  await runOrFail('Packing the extension', process.execPath, [vsce, ...args], { cwd: root, output: 'collect' });
  say(`Packed ${path.basename(vsixFile)}, ${formatSize(fs.statSync(vsixFile).size)}.`);
}
