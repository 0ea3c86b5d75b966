// @ts-check
/** @file A page of the browser that shows one picture after the other, each in a panel of its own and in all themes. */
import { axeFindings, prepareAxe } from './axe.mjs';
import { Failure } from '../tools/failure.mjs';
import { lookOf } from './page.mjs';
import { idsOf, messageOf } from './states.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../test/gallery/pictures.mjs').Picture} Picture */
/** @typedef {import('./states.mjs').PanelState} PanelState */
/** @typedef {import('./themes.mjs').Theme} Theme */

/** For the largest graph on two busy cores. */
const LIMIT_MS = 30_000;
/**
 * Of the page's own time, which is let go by in a moment: nodes are drawn from what the library kept of them, and finer after a while. How
 * fine would depend on the machine.
 */
const REST_MS = 1_000;

export class GalleryPage {
  #page;
  #address;
  /** What the page complained of: its policy was broken, a message was not understood, a script threw. @type {string[]} */
  #complaints = [];

  /**
   * @param {Page} page
   * @param {string} address
   */
  constructor(page, address) {
    this.#page = page;
    this.#address = address;
    page.on('console', message => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text());
    });
    page.on('pageerror', error => this.#complaints.push(error.stack ?? error.message));
  }

  /**
   * @param {{ newPage: () => Promise<Page> }} browser
   * @param {string} address of the panel
   */
  static async open(browser, address) {
    const page = await browser.newPage();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.clock.install();
    return new GalleryPage(page, address);
  }

  /** @returns {Promise<string[]>} the fonts of the pictures that this machine does not have */
  async missingFonts() {
    await this.#page.goto(this.#address);
    return this.#page.evaluate(loadFonts);
  }

  /**
   * The picture in each theme, as PNGs, with what axe finds in it. The themes are changed as VS Code changes them, without loading the panel anew.
   * @param {Picture} picture
   * @param {PanelState} state
   * @param {readonly Theme[]} themes
   */
  async render(picture, state, themes) {
    this.#complaints = [];
    await this.#open(picture, state);
    await prepareAxe(this.#page);
    const looks = [];
    for (const theme of themes) {
      await this.#page.evaluate(wear, lookOf(theme));
      await this.#page.clock.runFor(REST_MS);
      looks.push({ png: await this.#page.screenshot({ animations: 'disabled' }), findings: await axeFindings(this.#page) });
    }
    if (this.#complaints.length > 0) throw new Failure(`The page complains: ${[...new Set(this.#complaints)].join('\n')}`);
    return looks;
  }

  /**
   * @param {Picture} picture
   * @param {PanelState} state
   */
  async #open({ name, size: [width, height] = [900, 560], select, click = [], search, keys = [] }, state) {
    const page = this.#page;
    await page.setViewportSize({ width, height });
    await page.goto(this.#address);
    // A text that is measured before its font is there is measured with another.
    await page.evaluate(loadFonts);
    await this.#within(page.evaluate(send, messageOf(state)), name);
    await page.clock.runFor(REST_MS);
    if (select !== undefined) await page.evaluate(showSelection, idsOf(state, select));
    for (const button of click) await page.getByRole('button', { name: button, exact: true }).click();
    if (search !== undefined) await page.getByRole('searchbox').fill(search);
    for (const key of keys) await page.keyboard.press(key);
    await page.mouse.move(0, 0); // else the last button has the mouse over it
  }

  /**
   * @param {Promise<unknown>} painted
   * @param {string} name
   */
  async #within(painted, name) {
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => {
        reject(new Failure([`${name}: nothing was painted within ${LIMIT_MS / 1000} s.`, ...this.#complaints].join('\n')));
      }, LIMIT_MS);
    });
    await Promise.race([painted, late]).finally(() => clearTimeout(timer));
  }
}

/**
 * In the page. Done when the panel has taken the message: its listener was there first.
 * @param {string[]} ids
 */
function showSelection(ids) {
  return new Promise(done => {
    window.addEventListener('message', () => { done(undefined); }, { once: true });
    window.postMessage({ type: 'select', ids, heard: 0 });
  });
}

/** In the page. The names of those that the machine does not have. */
async function loadFonts() {
  const faces = [...document.fonts];
  const loaded = await Promise.allSettled(faces.map(face => face.load()));
  return faces.filter((_, index) => loaded[index]?.status === 'rejected').map(({ family, weight }) => `${family} ${weight}`);
}

/**
 * In the page: sends the panel a state, as the extension does; resolves when the graph is painted.
 * @param {ReturnType<typeof messageOf>} message
 */
function send(message) {
  const { posted } = /** @type {{ posted: { type: string }[] }} */ (/** @type {unknown} */ (window));
  /** @param {string} type */
  const has = type => posted.some(message => message.type === type);
  if (!has('ready')) throw new Error('the panel did not say that it is ready');
  return new Promise(resolve => {
    window.addEventListener('posted', () => has('painted') && resolve(undefined));
    window.postMessage(message);
  });
}

/**
 * In the page: changes the theme.
 * @param {ReturnType<typeof lookOf>} look
 */
function wear({ root, body }) {
  const { style } = document.documentElement;
  for (const name of [...style]) if (name.startsWith('--')) style.removeProperty(name);
  for (const [name, value] of Object.entries(root)) style.setProperty(name, value);
  for (const [name, value] of Object.entries(body)) document.body.setAttribute(name, value);
}
