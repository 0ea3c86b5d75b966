// @ts-check
/**
 * @file Gives the panel's page a site of its own, so that it gets a process and a heap of its own, as on the desktop. VS Code in the
 * browser would have it on the workbench's site.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { closeAtEnd } from '../../scripts/tools/closing.mjs';
import { ensureBrowser } from '../../scripts/vscode/find-browser.mjs';
import { installVSCodeServer } from '../../scripts/vscode/install.mjs';
import { temporaryFolder } from '../../scripts/vscode/user-data.mjs';

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript' };

/** VS Code's own files around a webview, by the last part of their address. */
export async function webviewFiles() {
  const { serverMain } = await installVSCodeServer();
  const folder = path.join(path.dirname(serverMain), 'vs/workbench/contrib/webview/browser/pre');
  /** @param {string} pathname @returns {{ type: string, content: Buffer } | null} */
  return pathname => {
    const name = path.basename(pathname);
    const type = types[path.extname(name)];
    const file = path.join(folder, name);
    return type && fs.existsSync(file) ? { type, content: fs.readFileSync(file) } : null;
  };
}

/**
 * A browser with one page, whose webviews are on a site of their own.
 * @param {number} port where this machine serves the webviews' files
 */
export async function openSeparatingBrowser(port) {
  // A webview needs a service worker, which a page on another site may have only where its cookies are allowed: a setting of a profile.
  const profile = temporaryFolder('dezero-profile-');
  fs.mkdirSync(path.join(profile, 'Default'));
  fs.writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ profile: { block_third_party_cookies: false, cookie_controls_mode: 0 } }));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await ensureBrowser(),
    headless: true,
    args: ['--site-per-process', '--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    bypassCSP: true, // the policy of the workbench allows frames of its own site alone
    viewport: { width: 1400, height: 900 },
  });
  closeAtEnd(() => context.close());
  context.setDefaultTimeout(60_000);
  const [page = await context.newPage()] = context.pages();
  await page.addInitScript(port => {
    if (window.top !== window) return;
    new MutationObserver((_, observer) => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      if (!meta) return;
      observer.disconnect();
      const settings = JSON.parse(meta.dataset.settings ?? '');
      delete settings.webviewEndpoint;
      // By the host's name the page knows that this workbench has opened it.
      settings.productConfiguration.webviewContentExternalBaseUrlTemplate = `http://{{uuid}}.localhost:${port}/`;
      meta.dataset.settings = JSON.stringify(settings);
    }).observe(document, { childList: true, subtree: true });
  }, port);
  return page;
}
