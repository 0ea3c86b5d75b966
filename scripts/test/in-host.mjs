// @ts-check
/** @file Runs a bundle inside the extension host of a real VS Code in the browser, with the extension from this checkout. */
import fs from 'node:fs';
import { inRoot, resultsDir, root } from '../tools/paths.mjs';
import { say } from '../tools/progress.mjs';
import { openBrowser } from '../vscode/browser.mjs';
import { startServer } from '../vscode/server.mjs';
import { followTestRun } from '../vscode/test-run.mjs';
import { copyOfFolder, freshUserData, keepLogs } from '../vscode/user-data.mjs';

/**
 * @param {object} options
 * @param {string} options.entry what extensionTestsPath points at: a file with `run()`
 * @param {string} options.name of the files in test-results/
 * @param {Record<string, string | undefined>} [options.env] for the extension host
 * @param {boolean} [options.verbose] prints the host's whole console
 * @param {number} [options.limitMs]
 * @param {Pick<Awaited<ReturnType<typeof openBrowser>>, 'newPage'>} [options.browser] the usual one if it is not given
 * @returns {Promise<import('../vscode/test-run.mjs').Counts>}
 */
export async function runInHost({ entry, name, env = {}, verbose = false, limitMs = 600_000, browser }) {
  const dataDir = freshUserData();
  const args = ['--enable-smoke-test-driver', '--disable-workspace-trust', '--log', 'info'];
  const server = await startServer({ dataDir, args, env });
  const page = await (browser ?? await openBrowser()).newPage();

  fs.mkdirSync(resultsDir, { recursive: true });
  const log = fs.createWriteStream(inRoot(`test-results/${name}.log`));
  const testRun = await followTestRun(page, {
    limitMs,
    show: line => console.log(line),
    showOther: line => {
      log.write(`${line}\n`);
      if (verbose) console.log(line);
    },
  });
  const remote = `vscode-remote://${server.authority}`;
  await page.goto(server.address(copyOfFolder(inRoot('test/host/workspace')), [
    ['extensionDevelopmentPath', remote + root],
    ['extensionTestsPath', remote + entry],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ]));
  say('The workbench is loaded; its extension host runs.');

  try {
    const counts = await testRun.finished();
    if (counts.failed) keepLogs(dataDir, inRoot(`test-results/${name}-logs`));
    return counts;
  } catch (error) {
    await page.screenshot({ path: inRoot(`test-results/${name}.png`) });
    keepLogs(dataDir, inRoot(`test-results/${name}-logs`));
    throw error;
  }
}
