// @ts-check
/** @file test/host/*.ts → dist/test/host/*.js, each test file a bundle of its own; `vscode` and Mocha stay outside. */
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import { inRoot, root } from '../tools/paths.mjs';

const sourceDir = inRoot('test/host');

/** @returns {Promise<string>} the file for extensionTestsPath */
export async function bundleHostTests() {
  const outdir = inRoot('dist/test/host');
  fs.rmSync(outdir, { recursive: true, force: true }); // a test that was deleted must not run on
  const tests = fs.readdirSync(sourceDir, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.test.ts'));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['index.ts', ...tests].map(name => `test/host/${name}`),
    outdir,
    outbase: 'test/host',
    entryNames: '[name]',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return inRoot('dist/test/host/index.js');
}
