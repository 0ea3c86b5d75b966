// @ts-check
/** @file Runs UI tests one after the other; the tests of a file share a workbench, each file has its own. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { explain } from '../tools/failure.mjs';
import { secondsSince } from '../tools/progress.mjs';
import { openUiSession } from './ui-session.mjs';

/** @typedef {import('./ui-session.mjs').UiTest} UiTest */
/** @typedef {Omit<import('./ui-session.mjs').SessionOptions, 'name'>} Shared */

const limitMs = 180_000;

/**
 * @param {string[]} files each exports by default its tests by name, and maybe `settings`, user settings for its workbench
 * @param {{ grep?: RegExp | undefined, shared: Shared }} options
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runUiTests(files, { grep, shared }) {
  const counts = { passed: 0, failed: 0 };
  for (const file of files) {
    const module = await import(pathToFileURL(file).href);
    /** @type {[string, UiTest][]} */
    const all = Object.entries(module.default);
    const name = path.basename(file, '.ui.mjs');
    const chosen = all.filter(([title]) => !grep || grep.test(`${name} ${title}`));
    if (!chosen.length) continue;
    const result = await runFile(name, chosen, { ...shared, settings: { ...module.settings, ...shared.settings } });
    counts.passed += result.passed;
    counts.failed += result.failed;
  }
  return counts;
}

/**
 * @param {string} name
 * @param {[string, UiTest][]} tests
 * @param {Shared} shared
 */
async function runFile(name, tests, shared) {
  console.log(`  ${name}`);
  const counts = { passed: 0, failed: 0 };
  let session;
  try {
    session = await openUiSession({ name, ...shared });
  } catch (error) {
    console.log(`    ✗ its workbench did not open\n${explain(error)}`);
    return { passed: 0, failed: tests.length };
  }
  for (const [title, test] of tests) {
    const begun = performance.now();
    try {
      await withLimit(test(session.fixture));
      counts.passed++;
      console.log(`    ✓ ${title} (${secondsSince(begun).toFixed(1)} s)`);
    } catch (error) {
      counts.failed++;
      console.log(`    ✗ ${title} (${secondsSince(begun).toFixed(1)} s)\n${indent(explain(error))}`);
      const picture = await session.fixture.shot(`failed-${title.replace(/\W+/g, '-')}`).catch(() => 'no picture could be taken');
      console.log(`      picture: ${picture}`);
    }
  }
  if (counts.failed) console.log(`      logs: ${await session.keepEvidence()}`);
  await session.close();
  return counts;
}

/** @param {Promise<void>} test */
async function withLimit(test) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${limitMs / 1000} s`)), limitMs);
  });
  await Promise.race([test, late]).finally(() => clearTimeout(timer));
}

/** @param {string} text */
const indent = text => text.replace(/^/gm, '      ');
