// @ts-check
/** @file Imports a TypeScript module of the project into a script, which Node runs as it stands. */
import * as esbuild from 'esbuild';
import { inRoot, root } from '../tools/paths.mjs';

/** @param {string} file from the checkout's folder */
export async function importTypeScript(file) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root, entryPoints: [inRoot(file)], bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20', logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? '').toString('base64')}`);
}
