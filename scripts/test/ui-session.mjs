// @ts-check
/** @file One workbench for one UI test file: its own server, settings, copy of the examples, and browser window. */
import fs from 'node:fs';
import path from 'node:path';
import { examplesDir, inRoot } from '../tools/paths.mjs';
import { startServer } from '../vscode/server.mjs';
import { copyOfFolder, freshUserData, keepLogs } from '../vscode/user-data.mjs';
import { Workbench } from '../vscode/workbench.mjs';

/**
 * What a UI test gets.
 * @typedef {object} UiFixture
 * @property {import('playwright-core').Page} page
 * @property {Workbench} workbench
 * @property {string} folder the copy of the examples that is open
 * @property {(name: string) => Promise<string>} shot takes a picture to test-results/screenshots and returns its path
 * @property {() => string[]} origins every other machine that the browser or the server asked for so far; should be empty
 */

/** @typedef {(fixture: UiFixture) => Promise<void>} UiTest */

/**
 * @typedef {object} SessionOptions
 * @property {string} name of the test file, for pictures and logs
 * @property {string} extensionsDir where the VSIX is installed
 * @property {import('../vscode/outside.mjs').Outside} outside
 * @property {Awaited<ReturnType<typeof import('../vscode/browser.mjs').openBrowser>>} browser
 * @property {Record<string, unknown>} settings
 */

/** @param {SessionOptions} options */
export async function openUiSession({ name, extensionsDir, outside, browser, settings }) {
  const dataDir = freshUserData(settings);
  const folder = copyOfFolder(examplesDir);
  const { env, nodeArgs } = outside;
  const server = await startServer({ dataDir, extensionsDir, args: ['--disable-workspace-trust'], env, nodeArgs });
  const page = await browser.newPage();
  /** @type {string[]} */
  const consoleLines = [];
  page.on('console', message => consoleLines.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', error => consoleLines.push(`uncaught: ${error.stack ?? error.message}`));
  await page.goto(server.address(folder));
  const workbench = new Workbench(page);
  await workbench.untilReady(/\.dz\.ts/);

  const shots = inRoot('test-results/screenshots');
  /** @param {string} shotName */
  const shot = async shotName => {
    fs.mkdirSync(shots, { recursive: true });
    const file = path.join(shots, `${name}-${shotName}.png`);
    await page.screenshot({ path: file });
    return file;
  };
  return {
    /** @type {UiFixture} */
    fixture: { page, workbench, folder, shot, origins: outside.origins },
    async keepEvidence() {
      const target = inRoot('test-results/ui-logs', name);
      keepLogs(dataDir, target);
      fs.writeFileSync(path.join(target, 'browser-console.log'), consoleLines.join('\n'));
      return path.relative(inRoot(), target);
    },
    async close() {
      await page.context().close();
      await server.close();
    },
  };
}
