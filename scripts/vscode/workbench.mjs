// @ts-check
/** @file What a person does and sees in the workbench, found by role and name where VS Code gives them. */
import { Failure } from '../tools/failure.mjs';
import { findWord } from './editor-text.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/** The first page and the first editor load most of VS Code: seconds on an idle machine, minutes on a crowded one. */
const slowMs = 180_000;

/**
 * Their names as a screen reader has them, of elements that are named by a label.
 * @param {Locator} items
 * @returns {Promise<string[]>}
 */
export const namesOf = items => items.evaluateAll(elements => elements.map(element => element.getAttribute('aria-label') ?? ''));

export class Workbench {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** The status bar; its entries are buttons: `statusBar.getByRole('button', { name })`. */
    this.statusBar = page.locator('[id="workbench.parts.statusbar"]');
    this.explorer = page.getByRole('tree', { name: /files explorer/i });
    this.quickInput = page.locator('.quick-input-widget');
    /** The icons at the top right of the active editor. */
    this.editorActions = page.locator('.editor-group-container.active .editor-actions');
    /** The text of the output that is shown, if the Output view is open. */
    this.output = page.locator('[id="workbench.panel.output"] .view-lines');
  }

  /**
   * The workbench takes input when the explorer shows a file of the folder.
   * @param {string | RegExp} file
   */
  async untilReady(file) {
    await this.explorer.getByRole('treeitem', { name: file }).first().waitFor({ timeout: slowMs });
  }

  /** @param {string} name as the explorer shows it */
  async openFile(name) {
    await this.explorer.getByRole('treeitem', { name }).dblclick();
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-group-container.active .view-line:visible').first().waitFor({ timeout: slowMs });
    // The first click shows the file, the second takes the keyboard there: later it would take it from what was clicked next.
    await this.#untilEditorHasFocus();
  }

  async #untilEditorHasFocus() {
    await this.page.waitForFunction(() => document.activeElement?.closest('.editor-group-container .monaco-editor'));
    // A panel asks every 250 ms whether it has the focus. One that lost it and got it back in between tells the workbench of neither.
    await this.page.waitForTimeout(300);
  }

  /**
   * The workbench hears up to 250 ms later that a panel has the focus. Commands mean the panel from then on. The status bar does not tell: an
   * editor whose selection was set at that moment has its line there until the next editor is active.
   */
  async untilInPanel(timeout = 60_000) {
    await this.page.locator('.editor-group-container.active').getByRole('tab', { name: /^Graph: /, selected: true }).waitFor({ timeout });
  }

  /** Gives the keyboard to the text editor of the first group, and waits until it has it: keys pressed before go elsewhere. */
  async focusEditor() {
    // Else it would give the focus back to the panel when it hears of it; where it does not, as of a focus that a script set, nothing does.
    await this.untilInPanel(500).catch(() => undefined);
    await this.page.keyboard.press('Control+1');
    await this.#untilEditorHasFocus();
  }

  /**
   * Through the palette. Fails when the palette does not offer the command.
   * @param {string} title the whole entry, for example `DeZero: Run Snippet`
   */
  async runCommand(title) {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('F1');
    await this.pick(title, `>${title}`);
  }

  /**
   * Chooses an entry of the open quick pick.
   * @param {string} label
   * @param {string} [typed] what to type to find it; default: the label
   */
  async pick(label, typed = label) {
    const input = this.quickInput.getByRole('textbox').first();
    await input.waitFor();
    await input.fill(typed);
    const entry = this.quickInput.getByRole('option', { name: label }).first();
    await entry.click();
  }

  /** @param {string} title @returns {Promise<boolean>} whether the palette offers it now */
  async offersCommand(title) {
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('F1');
    const input = this.quickInput.getByRole('textbox').first();
    await input.waitFor();
    await input.fill(`>${title}`);
    const shown = this.quickInput.getByRole('option', { name: title }).first();
    const nothing = this.quickInput.getByText(/no matching/i);
    await shown.or(nothing).first().waitFor({ timeout: 20_000 }).catch(() => undefined);
    const found = await shown.isVisible();
    await this.page.keyboard.press('Escape');
    return found;
  }

  /**
   * @param {number} line from 1
   * @param {number} [column] from 1
   */
  async goTo(line, column = 1) {
    await this.page.keyboard.press('Control+g');
    const input = this.quickInput.getByRole('textbox').first();
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press('Enter');
    await this.quickInput.waitFor({ state: 'hidden' });
  }

  /**
   * Points at a word until the hover holds a text: a first hover may come before the language server is up. The mouse
   * stays there, so links in the hover can be clicked: `hoverBox.getByRole('link', …)`.
   * @param {string} word
   * @param {{ shows: string | RegExp, line?: number, occurrence?: number, limitMs?: number }} options
   * @returns {Promise<string>} the hover's text
   */
  async hover(word, { shows, line, occurrence, limitMs = 30_000 }) {
    const at = { ...(line !== undefined && { line }), ...(occurrence !== undefined && { occurrence }) };
    let text = '';
    for (const start = Date.now(); Date.now() - start < limitMs; ) {
      await this.page.keyboard.press('Escape');
      await this.page.mouse.move(5, 5);
      const place = await findWord(this.page, word, at);
      if (!place) {
        await this.page.waitForTimeout(200);
        continue;
      }
      await this.page.mouse.move(place.x - 1, place.y);
      await this.page.mouse.move(place.x, place.y);
      for (let tries = 0; tries < 10; tries++) {
        await this.page.waitForTimeout(200);
        text = (await this.hoverBox.allInnerTexts()).join('\n').replaceAll('\u00a0', ' ');
        if (typeof shows === 'string' ? text.includes(shows) : shows.test(text)) return text;
      }
    }
    throw new Failure(`No hover over "${word}" showed ${shows} within ${limitMs / 1000} s; the last one was: ${text || '(none)'}`);
  }

  /** @returns {Locator} */
  get hoverBox() {
    return this.page.locator('.monaco-hover:not(.hidden)');
  }

  /**
   * The document inside the webview of an extension, two frames deep.
   * @param {string} [extension]
   */
  webview(extension = 'dezero.dezero-vscode') {
    return this.page.frameLocator(`iframe.webview.ready[src*="extensionId=${extension}"]`).frameLocator('iframe#active-frame');
  }

  /**
   * The same where there are several of them.
   * @param {string} title of its tab
   */
  async webviewNamed(title) {
    const frames = this.page.locator('iframe.webview.ready');
    for (const start = Date.now(); Date.now() - start < 60_000; await this.page.waitForTimeout(100)) {
      for (const each of await frames.all()) {
        const inner = each.contentFrame().locator(`iframe#active-frame[title="${title}"]`);
        // Made ready while they are asked: one that goes is none.
        if (await inner.count().catch(() => 0)) return inner.contentFrame();
      }
    }
    throw new Failure(`No webview is named ${title}.`);
  }

  /** @param {string | RegExp} text @returns {Locator} */
  notification(text) {
    return this.page.locator('.notification-toast, .notification-list-item', { hasText: text }).first();
  }

  /** @param {string | RegExp} name @returns {Locator} a clickable line above the code */
  codeLens(name) {
    return this.page.locator('.codelens-decoration').getByRole('button', { name })
      .or(this.page.locator('.codelens-decoration a', { hasText: name })).first();
  }

  /** The command saves the open editors first; a plain reload of the page would lose the newest. */
  async reloadWindow() {
    await Promise.all([this.page.waitForEvent('load'), this.runCommand('Developer: Reload Window')]);
  }
}
