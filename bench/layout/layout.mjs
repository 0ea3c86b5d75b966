// @ts-check
/**
 * @file The panel's layout side by side with those that people would pick instead, on the same graphs.
 *
 *     npm run bench:layout [-- --markdown] [--only chain,random] [--sizes 100,1000] [--with ours,dot] [--limit 60]
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runScript } from '../../scripts/tools/failure.mjs';
import { bundleSource } from '../bundle.mjs';
import { chosen } from '../names.mjs';
import { installPeers } from '../peers.mjs';
import { contestants } from './contestants.mjs';
import { graphs } from './graphs.mjs';
import { markdown, rowText } from './table.mjs';

const { values } = parseArgs({
  options: {
    markdown: { type: 'boolean', default: false }, // the table goes to stdout, everything else to stderr
    only: { type: 'string' },
    sizes: { type: 'string', default: '100,1000,10000' },
    with: { type: 'string' },
    limit: { type: 'string', default: '90' }, // seconds that one layout may take
  },
});

await runScript(async () => {
  const kinds = chosen(values.only, Object.keys(graphs), '--only');
  const taking = chosen(values.with, Object.keys(contestants), '--with');
  const say = values.markdown ? console.error : console.log;

  installPeers();
  const layout = await bundleSource('webview/layout/layout.ts');
  try {
    const rows = [];
    for (const kind of kinds) {
      for (const size of values.sizes.split(',').map(Number)) {
        const graph = graphs[kind](size);
        /** @type {import('./table.mjs').Row} */
        const row = { kind, nodes: graph.nodes.length, edges: graph.edges.length, results: new Map() };
        // One after the other, for each takes a core for itself.
        for (const contestant of taking) row.results.set(contestant, await run([contestant, kind, String(size), layout.file]));
        rows.push(row);
        say(`${rowText(row)}\n`);
      }
    }
    if (values.markdown) process.stdout.write(markdown(rows, taking, process.versions.node));
  } finally {
    layout.remove();
  }
});

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
