// @ts-check
/** @file Runs one row: all contestants by turns, A B C A B C, so that what else the machine does falls on each alike. */
import { ContestantProcess } from './process.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./contestants.mjs').Contestant} Contestant */
/** @typedef {{ rounds: number, milliseconds: number, limit: number, bundle: string }} Settings  `limit`: milliseconds that one answer may take. */

const notThere = 'has no such function';

/** @param {Row} row @param {readonly Contestant[]} contestants @param {Settings} settings @returns {Promise<import('./row.mjs').Results>} */
export async function runRow(row, contestants, settings) {
  const entries = contestants.map(contestant => new Entry(contestant, row, settings));
  for (let round = 0; round <= settings.rounds; round++) {
    for (const entry of entries) await entry.turn(round === 0);
  }
  for (const entry of entries) entry.stop();

  const answers = new Map(entries.filter(entry => entry.failed === null).map(entry => [entry.contestant.id, entry.values]));
  return new Map(entries.filter(entry => entry.failed !== notThere).map(entry => [entry.contestant.id, entry.result(answers)]));
}

class Entry {
  /** @type {string | null} */
  failed = null;
  /** @type {number[]} */
  values = [];
  /** @type {number[]} */
  #times = [];
  #peak = 0;
  #version = '';
  /** @type {ContestantProcess | null} */
  #process = null;

  /** @param {Contestant} contestant @param {Row} row @param {Settings} settings */
  constructor(contestant, row, settings) {
    this.contestant = contestant;
    this.row = row;
    this.settings = settings;
  }

  /** The first turn warms up. @param {boolean} first */
  async turn(first) {
    if (this.failed !== null || (first && this.row.once)) return;
    const { milliseconds, limit, bundle } = this.settings;
    try {
      if (this.#process === null) {
        this.#process = new ContestantProcess(this.contestant, this.row.id, bundle);
        this.#version = await this.#process.ready(limit);
      }
      const { times, values, peak } = await this.#process.measure(this.row.once ? { milliseconds: 0, most: 1 } : { milliseconds, most: 2000 }, limit);
      this.values = values;
      this.#peak = Math.max(this.#peak, peak);
      if (!first) this.#times.push(...times);
    } catch (error) {
      this.failed = error instanceof Error ? error.message : String(error);
      this.stop();
    }
    if (this.row.once) this.stop();
  }

  stop() {
    this.#process?.stop();
    this.#process = null;
  }

  /** @param {import('./checks.mjs').Answers} answers @returns {import('./row.mjs').Measured | { failed: string }} */
  result(answers) {
    if (this.failed !== null) return { failed: this.failed === 'is not installed' ? this.failed : `failed: ${this.failed}` };
    const { wrong, error } = this.row.check(this.values, answers);
    if (wrong !== null) return { failed: `wrong: ${wrong}` };
    return { version: this.#version, times: this.#times, peak: this.#peak, ...(error && { error }) };
  }
}
