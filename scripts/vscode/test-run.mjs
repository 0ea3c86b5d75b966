// @ts-check
/**
 * @file Follows Mocha in the extension host from outside. With the server's --enable-smoke-test-driver the workbench calls
 * two functions of its page: codeAutomationLog for the host's console, codeAutomationExit at the end. The suite marks the
 * lines that are meant for a reader (test/host/print.ts); the rest is VS Code's own talk.
 */
import util from 'node:util';
import { Failure } from '../tools/failure.mjs';

const mark = 'host-test| ';

/** @typedef {{ passed: number, failed: number }} Counts */

/**
 * Finds what the suite says in lines of console output.
 * @param {(line: string) => void} show
 */
export function readSuite(show) {
  /** @type {Counts | undefined} */
  let counts;
  return {
    /** @param {string} text returns whether it was the suite's */
    take(text) {
      const lines = text.split(/\r?\n/).filter(line => line.startsWith(mark)).map(line => line.slice(mark.length));
      for (const line of lines) {
        const result = /^result (\d+) passed, (\d+) failed$/.exec(line);
        if (result) counts = { passed: Number(result[1]), failed: Number(result[2]) };
        else show(line);
      }
      return lines.length > 0;
    },
    counts: () => counts,
  };
}

/**
 * Call it before the page is loaded; `finished` waits for the end.
 * @param {import('playwright-core').Page} page
 * @param {{ show: (line: string) => void, showOther: (line: string) => void, limitMs: number }} options
 * @returns {Promise<{ finished: () => Promise<Counts> }>}
 */
export async function followTestRun(page, { show, showOther, limitMs }) {
  const suite = readSuite(show);
  /** @type {Promise<number>} */
  const exited = new Promise(resolve => void page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
    const text = util.format(...args);
    if (!suite.take(text)) showOther(text);
  });
  return {
    async finished() {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const late = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Failure(`The in-host tests did not end within ${limitMs / 1000} s.`)), limitMs);
      });
      await Promise.race([exited, late]);
      clearTimeout(timer);
      const counts = suite.counts();
      if (counts) return counts;
      throw new Failure('The extension host ended without a test result; test-results/inhost.log holds what it said.');
    },
  };
}
