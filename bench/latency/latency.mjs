// @ts-check
/**
 * @file What a person waits for, in a real VS Code: activation, command to report, report to painted panel.
 *
 *     npm run bench:latency
 */
import * as esbuild from 'esbuild';
import { runInHost } from '../../scripts/test/in-host.mjs';
import { runScript } from '../../scripts/tools/failure.mjs';
import { inRoot } from '../../scripts/tools/paths.mjs';
import { buildBundles } from '../../scripts/build/bundles.mjs';

await runScript(async () => {
  await buildBundles({ production: true }); // what the packaged extension has
  const entry = inRoot('dist/bench/latency.js');
  await esbuild.build({
    entryPoints: [inRoot('bench/latency/measure.ts')],
    outfile: entry,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    logLevel: 'warning',
  });
  const { failed } = await runInHost({ entry, name: 'latency' });
  return failed ? 1 : 0;
});
