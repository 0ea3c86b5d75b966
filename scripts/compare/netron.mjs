// @ts-check
/**
 * @file Netron, as VisualDL publishes it: Netron's own model readers, layout and canvas, in a frame. The toolbar and the property sheet around
 * it are VisualDL's, and not in the package: what they would show comes as messages.
 */
import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../tools/command.mjs';
import { inRoot } from '../tools/paths.mjs';
import { serveFolder } from './folder.mjs';

/** @typedef {import('playwright-core').Page} Page */

const packages = inRoot('scripts/compare');
const dist = path.join(packages, 'node_modules/@visualdl/netron/dist');

const frame = `<!doctype html><html lang="en"><title>Netron</title><style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100% }</style>
<script>window.said = []; addEventListener('message', ({ data }) => { said.push(data); dispatchEvent(new Event('said')); });</script>
<iframe src="index.html"></iframe></html>`;

/** @returns {Promise<string>} the address of its page */
export async function serveNetron() {
  if (!fs.existsSync(dist)) await npm('Installing Netron', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: packages, output: 'collect' });
  return `${await serveFolder(dist, { 'frame.html': frame })}/frame.html`;
}

/**
 * Opens a model as if its file had been dropped.
 * @param {Page} page
 * @param {string} address
 * @param {string} file
 * @returns {Promise<number>} milliseconds from the file to the graph on the screen
 */
export async function openInNetron(page, address, file) {
  await page.goto(address);
  await page.waitForFunction(saidStatus, 'ready');
  return page.evaluate(openModel, { name: path.basename(file), bytes: [...fs.readFileSync(file)] });
}

/**
 * What it tells of a node when that is clicked.
 * @param {Page} page
 * @param {string} type of the node, as it is written on it
 * @returns {Promise<unknown>}
 */
export async function propertiesInNetron(page, type) {
  await page.frameLocator('iframe').locator('.node-item-type', { hasText: type }).first().click();
  await page.waitForFunction(() => /** @type {{ said: { type: string }[] }} */ (/** @type {unknown} */ (window)).said.some(({ type }) => type === 'show-node-properties'));
  return page.evaluate(() => {
    const { said } = /** @type {{ said: { type: string, data: unknown }[] }} */ (/** @type {unknown} */ (window));
    return said.find(({ type }) => type === 'show-node-properties')?.data;
  });
}

/** In the page. @param {string} status */
function saidStatus(status) {
  const { said } = /** @type {{ said: { type: string, data: unknown }[] }} */ (/** @type {unknown} */ (window));
  return said.some(message => message.type === 'status' && message.data === status);
}

/**
 * In the page. A graph that was said to be rendered is painted with the frame after the next.
 * @param {{ name: string, bytes: number[] }} model
 * @returns {Promise<number>}
 */
function openModel({ name, bytes }) {
  const { said } = /** @type {{ said: { type: string, data: unknown }[] }} */ (/** @type {unknown} */ (window));
  const file = new File([new Uint8Array(bytes)], name);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    addEventListener('said', () => {
      const last = said.at(-1);
      if (last?.type === 'error') reject(new Error(String(last.data)));
      if (last?.type !== 'status' || last.data !== 'rendered') return;
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)));
    });
    document.querySelector('iframe')?.contentWindow?.postMessage({ type: 'change-files', data: [file] }, '*');
  });
}
