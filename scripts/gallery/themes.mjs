// @ts-check
/** @file The themes of the gallery, as VS Code gave them to the panel: variables, classes, and the style sheet that every webview gets. */
import fs from 'node:fs';
import { inRoot } from '../tools/paths.mjs';

/**
 * @typedef {object} Theme
 * @property {string} name of its file and folder
 * @property {string} setting value of `workbench.colorTheme`
 * @property {string} bodyClass
 * @property {Record<string, string>} bodyData the body's `data-` attributes, with their names
 * @property {Record<string, string>} variables `--vscode-…` of the page's root
 * @property {string} defaultStyles what VS Code writes before the page's own head
 */

/** By the name of their file; the setting is what VS Code calls them. */
export const themeSettings = {
  dark: 'Default Dark Modern',
  light: 'Default Light Modern',
  'high-contrast-dark': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
};

export const themeNames = Object.keys(themeSettings);

/** @param {string} name */
export const themeFile = name => inRoot('test/gallery/themes', `${name}.json`);

/**
 * @param {string} name
 * @returns {Theme}
 */
export const readTheme = name => JSON.parse(fs.readFileSync(themeFile(name), 'utf8'));
