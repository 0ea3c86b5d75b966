// @ts-check
/**
 * @file The panel's layout side by side with those that people would pick instead, on the same graphs.
 *
 *     npm run bench:layout [-- --markdown] [--only chain,random] [--sizes 100,1000] [--with ours,dot] [--limit 60]
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { installPeers } from '../engine/prepare.mjs';
import { contestants } from './contestants.mjs';
import { graphs } from './graphs.mjs';
import { markdown, rowText } from './table.mjs';

const { values } = parseArgs({
  options: {
    markdown: { type: 'boolean', default: false }, // the table goes to stdout, everything else to stderr
    only: { type: 'string', default: Object.keys(graphs).join(',') },
    sizes: { type: 'string', default: '100,1000,10000' },
    with: { type: 'string', default: Object.keys(contestants).join(',') },
    limit: { type: 'string', default: '90' }, // seconds that one layout may take
  },
});
const kinds = known(values.only, graphs, '--only');
const taking = known(values.with, contestants, '--with');
const say = values.markdown ? console.error : console.log;

installPeers();
const folder = mkdtempSync(join(tmpdir(), 'dezero-bench-'));
try {
  const bundle = join(folder, 'layout.cjs');
  const entry = fileURLToPath(new URL('../../webview/layout/layout.ts', import.meta.url));
  await esbuild.build({ entryPoints: [entry], outfile: bundle, bundle: true, platform: 'node', format: 'cjs', target: 'node20', logLevel: 'warning' });
  const rows = [];
  for (const kind of kinds) {
    for (const size of values.sizes.split(',').map(Number)) {
      const graph = graphs[kind](size);
      /** @type {import('./table.mjs').Row} */
      const row = { kind, nodes: graph.nodes.length, edges: graph.edges.length, results: new Map() };
      // One after the other, for each takes a core for itself.
      for (const contestant of taking) row.results.set(contestant, await run([contestant, kind, String(size), bundle]));
      rows.push(row);
      say(`${rowText(row)}\n`);
    }
  }
  if (values.markdown) process.stdout.write(markdown(rows, taking, process.versions.node));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string[]} args @returns {Promise<import('./table.mjs').Result>} */
function run(args) {
  return new Promise(resolve => {
    const child = fork(fileURLToPath(new URL('serve.mjs', import.meta.url)), args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    /** @type {import('./table.mjs').Measured | undefined} */
    let measured;
    let words = '';
    let late = false;
    const stop = () => {
      late = true;
      child.kill('SIGKILL');
    };
    let timer = setTimeout(stop, Number(values.limit) * 1000);
    child.stderr?.on('data', data => { words = (words + String(data)).slice(-4000); });
    child.on('message', message => {
      if (message !== 'round') measured = /** @type {import('./table.mjs').Measured} */ (message);
      clearTimeout(timer);
      timer = setTimeout(stop, Number(values.limit) * 1000);
    });
    child.on('close', () => {
      clearTimeout(timer);
      resolve(measured ?? { failed: late ? `over ${values.limit} s` : /call stack|overflow/i.test(words) ? 'overflows the stack' : /memory/i.test(words) ? 'out of memory' : 'fails' });
    });
  });
}

/** @param {string} names @param {Readonly<Record<string, unknown>>} all @param {string} option */
function known(names, all, option) {
  const wanted = names.split(',');
  const unknown = wanted.filter(name => !(name in all));
  if (unknown.length === 0) return wanted;
  console.error(`${option}: there is no ${unknown.join(', ')}. There are ${Object.keys(all).join(', ')}.`);
  process.exit(2);
}
