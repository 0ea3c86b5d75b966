// @ts-check
/**
 * @file What a person waits for, in a real VS Code: activation, command to report, report to painted panel.
 *
 *     npm run bench:latency
 */
import { runInHost } from '../../scripts/test/in-host.mjs';
import { runScript } from '../../scripts/tools/failure.mjs';
import { buildBundles } from '../../scripts/build/bundles.mjs';
import { bundleBench } from '../bundle.mjs';

await runScript(async () => {
  await buildBundles({ production: true }); // what the packaged extension has
  const entry = await bundleBench('latency');
  const { failed } = await runInHost({ entry, name: 'latency' });
  return failed ? 1 : 0;
});
