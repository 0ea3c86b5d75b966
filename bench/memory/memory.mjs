// @ts-check
/**
 * @file What is left after 200 snippets were opened, run and closed in a real VS Code, and after as many runs in one panel.
 *
 *     npm run bench:memory
 */
import * as esbuild from 'esbuild';
import { buildBundles } from '../../scripts/build/bundles.mjs';
import { runInHost } from '../../scripts/test/in-host.mjs';
import { runScript } from '../../scripts/tools/failure.mjs';
import { inRoot } from '../../scripts/tools/paths.mjs';
import { servePageHeaps } from './page-heaps.mjs';

await runScript(async () => {
  await buildBundles({ production: true }); // what the packaged extension has
  const entry = inRoot('dist/bench/memory.js');
  await esbuild.build({
    entryPoints: [inRoot('bench/memory/measure.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  /** @type {import('playwright-core').Page | undefined} */
  let page;
  const heaps = await servePageHeaps(() => {
    if (!page) throw new Error('the workbench has no page yet');
    return page;
  });
  const { failed } = await runInHost({ entry, name: 'memory', env: { BENCH_HEAPS: heaps }, limitMs: 1_800_000, opened: each => { page = each; } });
  return failed ? 1 : 0;
});
