// @ts-check
/** @file What a bench measures, each as one file. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { inRoot } from '../scripts/tools/paths.mjs';

/** @type {import('esbuild').BuildOptions} */
const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' };

/**
 * A bench that runs inside VS Code's extension host.
 * @param {string} name of its folder in bench/, which holds measure.ts
 * @returns {Promise<string>} the file for extensionTestsPath
 */
export async function bundleBench(name) {
  const outfile = inRoot(`dist/bench/${name}.js`);
  await esbuild.build({ ...options, entryPoints: [inRoot(`bench/${name}/measure.ts`)], outfile, external: ['vscode'] });
  return outfile;
}

/**
 * Our own, as the runner and the panel have it.
 * @param {string} source from the checkout's folder
 * @returns {Promise<{ file: string, remove: () => void }>}
 */
export async function bundleSource(source) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dezero-bench-'));
  const file = path.join(folder, 'bundle.cjs');
  await esbuild.build({ ...options, entryPoints: [inRoot(source)], outfile: file });
  return { file, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
