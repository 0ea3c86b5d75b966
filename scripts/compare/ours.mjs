// @ts-check
/** @file Our panel, by the gallery's way: its own page, the report of a snippet, one of VS Code's themes. */
import fs from 'node:fs';
import path from 'node:path';
import { lookOf } from '../gallery/page.mjs';
import { messageOf, stateOf } from '../gallery/states.mjs';
import { readTheme } from '../gallery/themes.mjs';
import { inRoot, resultsDir, root } from '../tools/paths.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {number} turns @returns {string} networks/deep.dz.ts with so many turns, by its path from the checkout's folder */
export function deepSnippet(turns) {
  const folder = path.join(resultsDir, 'compare');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `deep-${turns}.dz.ts`);
  const text = fs.readFileSync(inRoot('scripts/compare/networks/deep.dz.ts'), 'utf8');
  fs.writeFileSync(file, text.replace(/TURNS = \d+/, `TURNS = ${turns}`));
  return path.relative(root, file).replaceAll(path.sep, '/');
}

/**
 * Opens the report of a snippet in a panel that has nothing yet, on a clock that runs.
 * @param {Page} page
 * @param {string} address
 * @param {string} snippet
 * @returns {Promise<{ folded: number, unfolded: number, nodes: number }>} milliseconds from the report to the graph on the screen, and from
 *   the click on "Unfold all" to all of its nodes there
 */
export async function timeOurs(page, address, snippet) {
  const state = await stateOf({ name: 'deep', snippet });
  await page.goto(address);
  await page.evaluate(look => { for (const [name, value] of Object.entries(look.root)) document.documentElement.style.setProperty(name, value); }, lookOf(readTheme('dark')));
  const folded = await page.evaluate(openMessage, messageOf(state));
  const unfolded = await page.evaluate(unfoldAll);
  return { folded, unfolded, nodes: await page.getByRole('treeitem').count() };
}

/** In the page. @param {ReturnType<typeof messageOf>} message @returns {Promise<number>} */
function openMessage(message) {
  const { posted } = /** @type {{ posted: { type: string }[] }} */ (/** @type {unknown} */ (window));
  const began = performance.now();
  return new Promise(resolve => {
    window.addEventListener('posted', () => { if (posted.some(({ type }) => type === 'painted')) resolve(performance.now() - began); });
    window.postMessage(message);
  });
}

/** In the page. The panel says it when the graph is drawn. @returns {Promise<number>} */
function unfoldAll() {
  const began = performance.now();
  return new Promise(resolve => {
    new MutationObserver((_, observer) => {
      if (!document.body.textContent?.includes('All groups are unfolded.')) return;
      observer.disconnect();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
    /** @type {HTMLElement | undefined} */ ([...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Unfold all'))?.click();
  });
}
