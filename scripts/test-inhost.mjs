// @ts-check
/**
 * @file Runs test/host in the extension host of a real VS Code in the browser, with the extension from this checkout.
 *
 *     npm run test:inhost [-- --grep TEXT] [--verbose]
 */
import { parseArgs } from 'node:util';
import { bundleHostTests } from './test/bundle-host-tests.mjs';
import { countsLine, writeCounts } from './test/counts.mjs';
import { runInHost } from './test/in-host.mjs';
import { runScript } from './tools/failure.mjs';
import { say } from './tools/progress.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' }, verbose: { type: 'boolean', default: false } } });

await runScript(async () => {
  const entry = await bundleHostTests();
  const counts = await runInHost({ entry, name: 'inhost', env: { TEST_GREP: values.grep }, verbose: values.verbose });
  writeCounts('inhost', counts);
  say('In-host tests ended.');
  console.log(countsLine(counts));
  return counts.failed || !counts.passed ? 1 : 0;
});
