// @ts-check
/** @file Runs other programs: Node scripts, npm, and what lies on the PATH. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { closeAtEnd } from './closing.mjs';
import { Failure } from './failure.mjs';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {'show' | 'collect'} [output] 'show' (default) passes it on; 'collect' returns it and shows it only in an error
 * @property {boolean} [shell]
 */

/**
 * Resolves to the exit code and, with `output: 'collect'`, to what was printed. A signal counts as exit code 1.
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<{ code: number, text: string }>}
 */
export function run(program, args, { cwd, env = process.env, output = 'show', shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = output === 'show' ? 'inherit' : 'pipe';
    const words = shell ? [program, ...args].map(word => (/\s/.test(word) ? `"${word}"` : word)) : [program, ...args];
    const child = spawn(/** @type {string} */ (words[0]), words.slice(1), { cwd, env, shell, stdio: ['ignore', stdio, stdio] });
    const ended = new Promise(end => child.once('exit', end));
    const close = closeAtEnd(() => child.kill() && ended);
    child.once('exit', () => void close());
    let text = '';
    child.stdout?.on('data', data => (text += data));
    child.stderr?.on('data', data => (text += data));
    child.once('error', reject);
    child.once('close', code => resolve({ code: code ?? 1, text }));
  });
}

/**
 * As `run`, but anything other than exit code 0 is a Failure. Resolves to the output, if that is collected.
 * @param {string} purpose what fails when it fails, for example 'Installing node_modules'
 * @param {string} program
 * @param {string[]} args
 * @param {CommandOptions} [options]
 */
export async function runOrFail(purpose, program, args, options) {
  const { code, text } = await run(program, args, options).catch(error => ({ code: 1, text: String(error) }));
  if (code === 0) return text.trim();
  const shown = [program, ...args].join(' ');
  throw new Failure(`${purpose} failed: \`${shown}\` ended with exit code ${code}.${text ? `\n${text.trim()}` : ''}`);
}

/**
 * npm as a program and first arguments. On Windows npm is a .cmd file, which only a shell can run: inside an npm script
 * npm's own JavaScript file is known and spares that.
 */
function npmProgram() {
  const file = process.env.npm_execpath;
  if (file?.endsWith('.js') && /npm-cli\.js$/.test(file)) return { program: process.execPath, first: [file], shell: false };
  return { program: 'npm', first: [], shell: process.platform === 'win32' };
}

/**
 * @param {string} purpose
 * @param {string[]} args
 * @param {CommandOptions} [options]
 */
export function npm(purpose, args, options) {
  const { program, first, shell } = npmProgram();
  return runOrFail(purpose, program, [...first, ...args], { ...options, shell });
}

/**
 * The full path of a program on the PATH, or undefined.
 * @param {string} name
 */
export function findOnPath(name) {
  const suffixes = process.platform === 'win32' ? ['.cmd', '.exe', '.bat'] : [''];
  for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const file = path.join(dir, name + suffix);
      if (dir && fs.existsSync(file)) return file;
    }
  }
  return undefined;
}
