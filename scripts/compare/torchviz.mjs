// @ts-check
/** @file torchviz: make_dot on PyTorch's graph, and Graphviz's dot, which draws it. */
import fs from 'node:fs';
import path from 'node:path';
import { findOnPath, run, runOrFail } from '../tools/command.mjs';
import { Failure } from '../tools/failure.mjs';
import { inRoot } from '../tools/paths.mjs';
import { secondsSince } from '../tools/progress.mjs';

/** Longer nobody waits for a picture. */
export const LIMIT_S = 120;

const script = inRoot('scripts/compare/networks.py');

/** Debian's PyTorch is Debian's Python's, which need not be the first on the PATH. */
const python = process.env.PYTHON ?? (fs.existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3');

/**
 * Runs networks.py: the .onnx files for Netron and torchviz's .dot files, into `out`.
 * @param {string} out
 * @param {string | undefined} torchviz the folder that holds its package
 * @param {string[]} [options]
 * @returns {Promise<Record<string, unknown>>} what it printed
 */
export async function makeNetworks(out, torchviz, options = []) {
  if (!findOnPath('dot')) throw new Failure('torchviz needs Graphviz: install the package graphviz.');
  const text = await runOrFail('Making the networks', python, [script, out, ...(torchviz ? ['--torchviz', torchviz] : []), ...options], { output: 'collect' });
  return JSON.parse(text);
}

/**
 * @param {string} out
 * @param {string} name
 * @returns {Promise<number | null>} the seconds that dot took for the .svg; null where it took too long
 */
export async function drawDot(out, name) {
  const began = performance.now();
  const { code, text } = await run('timeout', [String(LIMIT_S), 'dot', '-Tsvg', path.join(out, `${name}.dot`), '-o', path.join(out, `${name}.svg`)], { output: 'collect' });
  if (code === 124) return null; // timeout's own
  if (code !== 0) throw new Failure(`dot did not draw ${name}.dot: ${text}`);
  return secondsSince(began);
}
