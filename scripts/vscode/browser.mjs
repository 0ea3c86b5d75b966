// @ts-check
/** @file A headless browser whose requests to other machines are refused and recorded. */
import { chromium } from 'playwright-core';
import { closeAtEnd } from '../tools/closing.mjs';
import { Failure } from '../tools/failure.mjs';
import { ensureBrowser } from './find-browser.mjs';

const quiet = ['--disable-gpu', '--disable-quic'];

/**
 * @param {{ proxy?: string, headed?: boolean, flags?: string[] }} [options] proxy: host:port that gets every request but those to this
 *   machine; flags: more of Chromium's
 * @returns {Promise<{ newPage: () => Promise<import('playwright-core').Page>, close: () => Promise<void> }>}
 */
export async function openBrowser({ proxy, headed = false, flags = [] } = {}) {
  const executablePath = await ensureBrowser();
  // Chromium's sandbox does not work for root, which containers usually are.
  const args = [...quiet, ...flags, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, headless: !headed, args }).catch(error => {
    throw new Failure(`The browser ${executablePath} did not start. Set CHROME_PATH to another Chromium-like one.\n${error.message}`);
  });
  return {
    close: closeAtEnd(() => browser.close()),
    /** A window with storage and network of its own: what the browser itself asks for (updates, say) is not in it. */
    async newPage() {
      const context = await browser.newContext({
        viewport: { width: 1400, height: 900 },
        deviceScaleFactor: 1,
        ...(proxy && { proxy: { server: `http://${proxy}`, bypass: '127.0.0.1,localhost' } }),
      });
      context.setDefaultTimeout(60_000); // two busy cores can take half a minute to show a workbench
      return context.newPage();
    },
  };
}
