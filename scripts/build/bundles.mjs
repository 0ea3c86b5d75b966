// @ts-check
/** @file Bundles the entries with esbuild. */
import * as esbuild from 'esbuild';
import fs from 'node:fs';
import { Failure } from '../tools/failure.mjs';
import { inRoot, root } from '../tools/paths.mjs';
import { formatSize } from '../tools/progress.mjs';
import { entries, hosts } from './entries.mjs';

/**
 * @param {import('./entries.mjs').Entry} entry
 * @param {{ production: boolean }} options production: minified, without source maps
 * @returns {import('esbuild').BuildOptions}
 */
function optionsFor(entry, { production }) {
  return {
    ...hosts[entry.host],
    bundle: true,
    absWorkingDir: root,
    entryPoints: [entry.source],
    outfile: entry.output,
    minify: production,
    // Error names and class names reach the user: "Square: …"; a bundle renames what has one name in two files. None of the panel's do, and
    // to keep them takes a tenth of its time for a large graph.
    keepNames: entry.host !== 'webview',
    sourcemap: production ? false : 'linked',
    // Packages with an ESM build get that one: the UMD build of vscode-languageserver-types requires dynamically.
    mainFields: entry.host === 'webview' ? ['browser', 'module', 'main'] : ['module', 'main'],
    logLevel: 'warning',
  };
}

/**
 * @param {{ production: boolean }} options
 * @returns {Promise<void>}
 */
export async function buildBundles(options) {
  const missing = entries.filter(entry => !fs.existsSync(inRoot(entry.source))).map(entry => entry.source);
  if (missing.length) throw new Failure(`Nothing to bundle at ${missing.join(', ')}. If a room has a new door, say so in scripts/build/entries.mjs.`);
  await Promise.all(entries.map(entry => esbuild.build(optionsFor(entry, options))));
  for (const entry of entries) finish(entry, options);
}

/** @param {{ production: boolean }} options */
export async function watchBundles(options) {
  const contexts = await Promise.all(entries.map(entry => esbuild.context({ ...optionsFor(entry, options), logLevel: 'info' })));
  await Promise.all(contexts.map(context => context.watch()));
}

/**
 * @param {import('./entries.mjs').Entry} entry
 * @param {{ production: boolean }} options
 */
function finish({ output, host }, { production }) {
  const file = inRoot(output);
  if (host === 'cli') fs.chmodSync(file, 0o755);
  if (production) fs.rmSync(`${file}.map`, { force: true }); // one of a development build
  console.log(`  ${output.padEnd(32)} ${formatSize(fs.statSync(file).size).padStart(9)}`);
}
