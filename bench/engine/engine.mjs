// @ts-check
/**
 * @file The engine side by side with what people would pick instead, and with what could be written by hand.
 *
 *     npm run bench:engine [-- --markdown] [--only chain-1k,exp] [--with ours,limit] [--rounds 5] [--limit 60]
 */
import { parseArgs } from 'node:util';
import { runScript } from '../../scripts/tools/failure.mjs';
import { bundleSource } from '../bundle.mjs';
import { chosen } from '../names.mjs';
import { installPeers } from '../peers.mjs';
import { contestants, numpyVersion } from './contestants.mjs';
import { runRow } from './runner.mjs';
import { markdown, rowText, standing } from './table.mjs';
import { arrays } from './workloads/arrays.mjs';
import { matrices } from './workloads/matrices.mjs';
import { scalars } from './workloads/scalars.mjs';

const { values } = parseArgs({
  options: {
    markdown: { type: 'boolean', default: false }, // the table goes to stdout, everything else to stderr
    only: { type: 'string' },
    with: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    limit: { type: 'string', default: '60' }, // seconds that one answer may take
  },
});

await runScript(async () => {
  const say = values.markdown ? console.error : console.log;
  const workloads = [...scalars, ...arrays, ...matrices];
  const rows = chosen(values.only, workloads.map(({ id }) => id), '--only');
  const python = numpyVersion();
  const wanted = chosen(values.with, contestants.map(({ id }) => id), '--with');
  const taking = contestants.filter(({ id, kind }) => wanted.includes(id) && (python !== null || kind !== 'python'));
  if (python === null) say('python3 has no NumPy here: the columns in Python are left out.');

  installPeers();
  const engine = await bundleSource('src/engine/index.ts');
  try {
    const all = new Map();
    for (const row of workloads.filter(({ id }) => rows.includes(id))) {
      const settings = { rounds: Number(values.rounds), milliseconds: 200, limit: Number(values.limit) * 1000, bundle: engine.file };
      const results = await runRow(row, taking, settings);
      all.set(row.id, { row, results });
      say(`${rowText(row, results)}\n`);
    }
    say(standing(all));
    const versions = `Node ${process.versions.node}${python === null ? '' : `, NumPy ${python}, one thread`}.`;
    if (values.markdown) process.stdout.write(markdown(all, versions));
  } finally {
    engine.remove();
  }
});
