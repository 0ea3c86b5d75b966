// @ts-check
/** @file Who takes part, and how each one's process is started. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));
// As the runner and the command line start the engine; the others get it too, so that no ratio comes of it.
const node = ['--max-semi-space-size=128'];

/** @typedef {{ id: string, name: string, kind: 'ours' | 'limit' | 'javascript' | 'python', command: string, args: string[] }} Contestant */

/** @param {string} id @param {string} name @param {Contestant['kind']} kind @returns {Contestant} */
const inNode = (id, name, kind) => ({ id, name, kind, command: process.execPath, args: [...node, here('serve.mjs'), here(`contestants/${id}.mjs`)] });
/** @param {string} id @param {string} name @returns {Contestant} */
const inPython = (id, name) => ({ id, name, kind: 'python', command: 'python3', args: [here('python/serve.py'), id] });

/** @type {readonly Contestant[]} */
export const contestants = [
  inNode('ours', 'this engine', 'ours'),
  inNode('limit', 'by hand', 'limit'),
  inNode('jax-js', 'jax-js', 'javascript'),
  inNode('numpy-ts', 'numpy-ts', 'javascript'),
  inNode('tfjs', 'tfjs-wasm (f32)', 'javascript'),
  inNode('js-pytorch', 'js-pytorch', 'javascript'),
  inPython('numpy', 'NumPy'),
  inPython('dezero', 'DeZero, Python'),
];

/** One thread for all: the engine has one. Settings that choose kernels for another machine are dropped. */
export function environment() {
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1', PYTHONDONTWRITEBYTECODE: '1' };
  delete env.OPENBLAS_CORETYPE;
  delete env.OPENBLAS_L2_SIZE;
  return env;
}

/** NumPy's version, or null where Python has none. */
export function numpyVersion() {
  try {
    return execFileSync('python3', ['-c', 'import numpy; print(numpy.__version__)'], { stdio: ['ignore', 'pipe', 'ignore'], env: environment() }).toString().trim();
  } catch {
    return null;
  }
}
