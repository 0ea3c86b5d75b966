// @ts-check
/** @file What axe finds in the panel's page: WCAG 2.2, levels A and AA. */
import fs from 'node:fs';
import { createRequire } from 'node:module';

/** @typedef {import('playwright-core').Page} Page */

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that are run, by axe's tags. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Of the page that VS Code makes around the panel, not of the panel. */
const outside = ['landmark-one-main', 'page-has-heading-one', 'document-title', 'html-has-lang', 'bypass'];

/** @param {Page} page */
export async function prepareAxe(page) {
  // By the debugger's way: the page's own policy lets no script in.
  await page.evaluate(source);
}

/**
 * @param {Page} page whose clock is the test's own
 * @returns {Promise<string[]>} a line for each rule that is broken, with the element
 */
export async function axeFindings(page) {
  await page.evaluate(({ values, off }) => {
    const { axe } = /** @type {{ axe: { run: (options: object) => Promise<object> } }} */ (/** @type {unknown} */ (window));
    const rules = Object.fromEntries(off.map(id => [id, { enabled: false }]));
    Object.assign(window, { axeRun: axe.run({ runOnly: { type: 'tag', values }, rules, resultTypes: ['violations'] }) });
  }, { values: tags, off: outside });
  await page.clock.runFor(100);
  return page.evaluate(async () => {
    const { violations } = await /** @type {{ axeRun: Promise<{ violations: { id: string, help: string, nodes: { html: string, failureSummary?: string }[] }[] }> }} */ (/** @type {unknown} */ (window)).axeRun;
    return violations.map(({ id, help, nodes }) => `axe: ${id}: ${help}: ${nodes.slice(0, 3).map(node => `${node.html.slice(0, 160)} ${(node.failureSummary ?? '').split('\n')[1] ?? ''}`).join(' | ')}`);
  });
}
