// @ts-check
/** @file A headless browser whose requests to other machines are refused and recorded. */
import { chromium } from 'playwright-core';
import { closeAtEnd } from '../tools/closing.mjs';
import { Failure } from '../tools/failure.mjs';
import { ensureBrowser } from './find-browser.mjs';

const flags = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-default-apps', '--disable-domain-reliability',
];

/**
 * @param {{ proxy?: string, headed?: boolean }} [options] proxy: host:port that gets every request but those to this machine
 * @returns {Promise<{ newPage: () => Promise<import('playwright-core').Page>, close: () => Promise<void> }>}
 */
export async function openBrowser({ proxy, headed = false } = {}) {
  const executablePath = await ensureBrowser();
  // Chromium's sandbox does not work for root, which containers usually are.
  const args = [...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...(proxy ? [`--proxy-server=http://${proxy}`] : [])];
  const browser = await chromium.launch({ executablePath, headless: !headed, args }).catch(error => {
    throw new Failure(`The browser ${executablePath} did not start. Set CHROME_PATH to another Chromium-like one.\n${error.message}`);
  });
  return {
    close: closeAtEnd(() => browser.close()),
    /** A window with storage of its own. */
    async newPage() {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, deviceScaleFactor: 1 });
      context.setDefaultTimeout(60_000); // two busy cores can take half a minute to show a workbench
      return context.newPage();
    },
  };
}
