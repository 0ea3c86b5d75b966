// @ts-check
/** @file A bench that runs inside VS Code's extension host, as one file. */
import * as esbuild from 'esbuild';
import { inRoot } from '../scripts/tools/paths.mjs';

/**
 * @param {string} name of its folder in bench/, which holds measure.ts
 * @returns {Promise<string>} the file for extensionTestsPath
 */
export async function bundleBench(name) {
  const outfile = inRoot(`dist/bench/${name}.js`);
  await esbuild.build({
    entryPoints: [inRoot(`bench/${name}/measure.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  return outfile;
}
