// @ts-check
/** @file How a test step tells `npm test` its numbers: a file in test-results/. */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from '../tools/paths.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */

/** @param {string} step */
const fileOf = step => inRoot('test-results', `${step}.json`);

/** @param {Counts} counts the last line of each test command */
export const countsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * @param {string} step
 * @param {Counts} counts
 */
export function writeCounts(step, counts) {
  fs.mkdirSync(path.dirname(fileOf(step)), { recursive: true });
  fs.writeFileSync(fileOf(step), JSON.stringify(counts));
}

/** @param {string} step */
export function forgetCounts(step) {
  fs.rmSync(fileOf(step), { force: true });
}

/**
 * Undefined when the step did not come to its end. Also understands the report of Vitest.
 * @param {string} step
 * @returns {Counts | undefined}
 */
export function readCounts(step) {
  if (!fs.existsSync(fileOf(step))) return undefined;
  const found = JSON.parse(fs.readFileSync(fileOf(step), 'utf8'));
  if (!('numPassedTests' in found)) return found;
  // A test file that fails to load has no tests to count: count the file.
  const unloaded = found.testResults.filter((/** @type {any} */ file) => file.status === 'failed' && file.assertionResults.length === 0);
  return { passed: found.numPassedTests, failed: found.numFailedTests + unloaded.length };
}
