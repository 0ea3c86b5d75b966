// @ts-check
/** @file One contestant at one workload in a process of its own: asked in JSON lines, ended when its time is up. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { environment } from './contestants.mjs';

/** @typedef {{ times: number[], values: number[], peak: number }} Sample  Milliseconds, a sample of the result, megabytes. */

export class ContestantProcess {
  /** @type {((line: string | null) => void) | null} */
  #waiting = null;
  /** @type {string[]} */
  #lines = [];
  #ended = false;
  #lastWords = '';

  /** @param {import('./contestants.mjs').Contestant} contestant @param {string} workload @param {string} bundle */
  constructor(contestant, workload, bundle) {
    const extra = contestant.kind === 'ours' ? [bundle] : [];
    this.child = spawn(contestant.command, [...contestant.args, workload, ...extra], { env: environment() });
    createInterface({ input: this.child.stdout }).on('line', line => this.#give(line));
    this.child.stderr.on('data', data => { this.#lastWords = (this.#lastWords + String(data)).slice(-2000); });
    this.child.on('error', error => { this.#lastWords = error.message; this.#end(); });
    this.child.on('close', () => this.#end());
    this.child.stdin.on('error', () => { /* it has ended: close says so */ });
  }

  /** Waits until it is loaded. @param {number} limit milliseconds @returns {Promise<string>} its version */
  async ready(limit) {
    return /** @type {{ ready: string }} */ (await this.#read(limit)).ready;
  }

  /** @param {{ milliseconds: number, most: number }} request @param {number} limit @returns {Promise<Sample>} */
  async measure(request, limit) {
    this.child.stdin.write(`${JSON.stringify(request)}\n`);
    return /** @type {Sample} */ (await this.#read(limit));
  }

  stop() {
    this.child.kill('SIGKILL');
  }

  /** @param {number} limit @returns {Promise<unknown>} */
  async #read(limit) {
    const line = this.#lines.shift() ?? (this.#ended ? null : await this.#next(limit));
    if (line === null) throw new Error(this.#whyEnded());
    const answer = JSON.parse(line);
    if (answer.failed !== undefined) throw new Error(answer.failed);
    return answer;
  }

  /** @param {number} limit @returns {Promise<string | null>} */
  #next(limit) {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = null;
        this.stop();
        reject(new Error(`took longer than ${limit / 1000} s`));
      }, limit);
      this.#waiting = line => {
        clearTimeout(timer);
        resolve(line);
      };
    });
  }

  #whyEnded() {
    if (/heap out of memory/.test(this.#lastWords)) return 'ran out of memory';
    return this.#lastWords.split('\n').findLast(line => /\w/.test(line))?.trim() ?? 'ended without an answer';
  }

  /** @param {string} line */
  #give(line) {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null) this.#lines.push(line);
    else waiting(line);
  }

  #end() {
    this.#ended = true;
    this.#waiting?.(null);
    this.#waiting = null;
  }
}
