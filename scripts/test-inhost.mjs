// @ts-check
/**
 * @file Runs test/host in the extension host of a real VS Code in the browser, with the extension from this checkout.
 *
 *     npm run test:inhost [-- --grep TEXT] [--verbose]
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleHostTests } from './test/bundle-host-tests.mjs';
import { countsLine, writeCounts } from './test/counts.mjs';
import { runScript } from './tools/failure.mjs';
import { inRoot, resultsDir, root } from './tools/paths.mjs';
import { say } from './tools/progress.mjs';
import { openBrowser } from './vscode/browser.mjs';
import { startServer } from './vscode/server.mjs';
import { followTestRun } from './vscode/test-run.mjs';
import { copyOfFolder, freshUserData, keepLogs } from './vscode/user-data.mjs';

const { values } = parseArgs({ options: { grep: { type: 'string' }, verbose: { type: 'boolean' } } });

await runScript(async () => {
  const tests = await bundleHostTests();
  const dataDir = freshUserData();
  const server = await startServer({
    dataDir,
    args: ['--enable-smoke-test-driver', '--disable-workspace-trust', '--log', 'info'],
    env: { TEST_GREP: values.grep },
  });
  const browser = await openBrowser();
  const page = await browser.newPage();

  fs.mkdirSync(resultsDir, { recursive: true });
  const log = fs.createWriteStream(inRoot('test-results/inhost.log'));
  const testRun = await followTestRun(page, {
    limitMs: 300_000,
    show: line => console.log(line),
    showOther: line => {
      log.write(`${line}\n`);
      if (values.verbose) console.log(line);
    },
  });
  const remote = `vscode-remote://${server.authority}`;
  await page.goto(server.address(copyOfFolder(inRoot('test/host/workspace')), [
    ['extensionDevelopmentPath', remote + root],
    ['extensionTestsPath', remote + tests],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]));
  say('The workbench is loaded; its extension host runs the tests.');

  try {
    const counts = await testRun.finished();
    writeCounts('inhost', counts);
    if (counts.failed) keepLogs(dataDir, inRoot('test-results/inhost-logs'));
    say('In-host tests ended.');
    console.log(countsLine(counts));
    return counts.failed || !counts.passed ? 1 : 0;
  } catch (error) {
    await page.screenshot({ path: inRoot('test-results/inhost.png') });
    keepLogs(dataDir, inRoot('test-results/inhost-logs'));
    throw error;
  }
});
