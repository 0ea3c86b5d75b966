// @ts-check
/**
 * @file Runs every test: types, lint, build, unit tests, tests in VS Code's extension host, the gallery, tests of the
 * user interface. A failing step does not stop the next ones; the last line sums up.
 *
 *     npm test
 */
import { countsLine, forgetCounts, readCounts } from './test/counts.mjs';
import { run } from './tools/command.mjs';
import { runScript } from './tools/failure.mjs';
import { ensureNodeModules } from './tools/node-modules.mjs';
import { inRoot, root } from './tools/paths.mjs';
import { say, secondsSince } from './tools/progress.mjs';

/** @typedef {import('./test/counts.mjs').Counts} Counts */
/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} command for Node
 * @property {'step' | 'tests' | 'nothing'} counts as one test, as the tests that it reports under `id`, or only if it fails
 * @property {string} id
 * @property {boolean} [needsBuild]
 */

// With coverage, for the engine's must not fall below its threshold (vitest.config.mts).
const vitest = [
  inRoot('node_modules/vitest/vitest.mjs'), 'run', '--coverage', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json',
];

/** @type {Step[]} */
const steps = [
  { name: 'types', id: 'types', counts: 'step', command: [inRoot('scripts/typecheck.mjs')] },
  { name: 'lint', id: 'lint', counts: 'step', command: [inRoot('node_modules/eslint/bin/eslint.js'), '.'] },
  { name: 'build', id: 'build', counts: 'nothing', command: [inRoot('scripts/build.mjs')] },
  { name: 'unit tests', id: 'unit', counts: 'tests', command: vitest },
  { name: 'in-host tests', id: 'inhost', counts: 'tests', command: [inRoot('scripts/test-inhost.mjs')], needsBuild: true },
  { name: 'gallery', id: 'gallery', counts: 'tests', command: [inRoot('scripts/gallery.mjs'), '--no-build'], needsBuild: true },
  { name: 'UI tests', id: 'ui', counts: 'tests', command: [inRoot('scripts/test-ui.mjs')], needsBuild: true },
];

/**
 * @param {Step} step
 * @param {boolean} built
 * @returns {Promise<Counts>}
 */
async function runStep({ name, id, counts, command, needsBuild }, built) {
  if (needsBuild && !built) {
    console.log(`${name}: not run, because the build failed.`);
    return { passed: 0, failed: 1 };
  }
  console.log(`\n━━ ${name}`);
  forgetCounts(id);
  const { code } = await run(process.execPath, command, { cwd: root });
  if (counts === 'step') return { passed: Number(code === 0), failed: Number(code !== 0) };
  if (counts === 'nothing') return { passed: 0, failed: Number(code !== 0) };
  const found = readCounts(id) ?? { passed: 0, failed: 0 };
  // It failed as a whole: crashed, or ran nothing.
  return code !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

await runScript(async () => {
  await ensureNodeModules();
  const total = { passed: 0, failed: 0 };
  const summary = [];
  let built = true;
  for (const step of steps) {
    const begun = performance.now();
    const counts = await runStep(step, built);
    if (step.id === 'build') built = counts.failed === 0;
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = `${secondsSince(begun).toFixed(1)} s`.padStart(8);
    const detail = step.counts === 'tests' ? countsLine(counts) : counts.failed ? 'failed' : 'passed';
    summary.push(`  ${counts.failed ? '✗' : '✓'} ${step.name.padEnd(14)} ${seconds}   ${detail}`);
  }
  console.log();
  say(`All steps:\n${summary.join('\n')}`);
  console.log(countsLine(total));
  return total.failed ? 1 : 0;
});
