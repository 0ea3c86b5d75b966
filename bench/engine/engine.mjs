// @ts-check
/**
 * @file The engine side by side with what people would pick instead, and with what could be written by hand.
 *
 *     npm run bench:engine [-- --markdown] [--only chain-1k,exp] [--with ours,limit] [--rounds 5] [--limit 60]
 */
import { parseArgs } from 'node:util';
import { contestants, numpyVersion } from './contestants.mjs';
import { bundleEngine, installPeers } from './prepare.mjs';
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

const say = values.markdown ? console.error : console.log;
const rows = chosen([...scalars, ...arrays, ...matrices], values.only, '--only');
const python = numpyVersion();
const taking = chosen([...contestants], values.with, '--with').filter(({ kind }) => python !== null || kind !== 'python');
if (python === null) say('python3 has no NumPy here: the columns in Python are left out.');

installPeers();
const engine = await bundleEngine();
try {
  const all = new Map();
  for (const row of rows) {
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

/**
 * @template {{ id: string }} T
 * @param {T[]} all @param {string | undefined} names @param {string} option
 */
function chosen(all, names, option) {
  if (names === undefined) return all;
  const wanted = names.split(',');
  const unknown = wanted.filter(name => !all.some(({ id }) => id === name));
  if (unknown.length > 0) {
    console.error(`${option}: there is no ${unknown.join(', ')}. There are ${all.map(({ id }) => id).join(', ')}.`);
    process.exit(2);
  }
  return all.filter(({ id }) => wanted.includes(id));
}
