// @ts-check
/**
 * @file What 200 rounds of opening, running and closing leave in memory, in a real VS Code: of the extension host, the language server,
 * the runners, the window and the panel's page.
 *
 *     npm run bench:memory [-- --rounds 200] [--only rounds|page] [--snapshots]
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { buildBundles } from '../../scripts/build/bundles.mjs';
import { runInHost } from '../../scripts/test/in-host.mjs';
import { runScript } from '../../scripts/tools/failure.mjs';
import { inRoot } from '../../scripts/tools/paths.mjs';
import { bundleBench } from '../bundle.mjs';
import { openSeparatingBrowser } from './own-process.mjs';
import { answerForWindow } from './window.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    only: { type: 'string' },
    snapshots: { type: 'boolean', default: false }, // heap snapshots at the start and the end of each loop, for Chromium's DevTools
  },
});

await runScript(async () => {
  // With snapshots the classes are to have their names.
  await buildBundles({ production: !values.snapshots });
  const entry = await bundleBench('memory');
  const snapshots = values.snapshots ? inRoot('test-results/memory') : null;
  if (snapshots) fs.mkdirSync(snapshots, { recursive: true });
  /** @type {import('playwright-core').Page} */
  let page;
  const port = await answerForWindow(() => page, snapshots);
  page = await openSeparatingBrowser(port);
  const { failed } = await runInHost({
    entry,
    name: 'memory',
    env: { BENCH_WINDOW: `http://127.0.0.1:${port}`, BENCH_ROUNDS: values.rounds, BENCH_ONLY: values.only, BENCH_SNAPSHOTS: snapshots ?? undefined },
    limitMs: 3_600_000,
    browser: { newPage: async () => page },
  });
  return failed ? 1 : 0;
});
