// @ts-check
/** @file The panel's page as VS Code hands it to the browser: the extension's own HTML, with the theme and the webview's API put into it. */
import { Failure } from '../tools/failure.mjs';
import { importTypeScript } from './import-typescript.mjs';

/** @type {{ panelHtml: (parts: Record<'cspSource' | 'nonce' | 'title' | 'script' | 'style' | 'layoutWorker', string>) => string }} */
const { panelHtml } = await importTypeScript('src/extension/panel-html.ts');

/**
 * The pictures must not depend on which fonts a machine prefers. Debian's fonts-dejavu-core has no oblique faces: as none is given here, the
 * browser slants the upright ones, also where oblique ones are installed.
 */
const fonts = [
  { family: 'Gallery Sans', weight: 400, local: ['DejaVu Sans', 'DejaVuSans'] },
  { family: 'Gallery Sans', weight: 700, local: ['DejaVu Sans Bold', 'DejaVuSans-Bold'] },
  { family: 'Gallery Mono', weight: 400, local: ['DejaVu Sans Mono', 'DejaVuSansMono'] },
  { family: 'Gallery Mono', weight: 700, local: ['DejaVu Sans Mono Bold', 'DejaVuSansMono-Bold'] },
];

const fontFaces = fonts.map(({ family, weight, local }) => (
  `@font-face { font-family: '${family}'; font-weight: ${weight}; src: ${local.map(name => `local('${name}')`).join(', ')}; }`
));

const fontVariables = { '--vscode-font-family': "'Gallery Sans', sans-serif", '--vscode-editor-font-family': "'Gallery Mono', monospace" };

/** Runs in the page, before its own scripts: what a webview has of VS Code, and a list of all that the panel posted. */
function webviewApi() {
  /** @type {{ type: string }[]} */
  const posted = [];
  /** @type {unknown} */
  let state;
  const api = {
    postMessage: (/** @type {{ type: string }} */ message) => {
      posted.push(message);
      window.dispatchEvent(new Event('posted'));
    },
    getState: () => state,
    setState: (/** @type {unknown} */ value) => { state = value; },
  };
  Object.assign(window, { posted, acquireVsCodeApi: () => api });
}

/**
 * What a theme puts on the page: custom properties of the root, and attributes of the body.
 * @param {import('./themes.mjs').Theme} theme
 */
export const lookOf = ({ variables, bodyClass, bodyData }) => ({
  root: { ...variables, ...fontVariables },
  body: { class: bodyClass, ...bodyData },
});

/**
 * As VS Code does it, all that is not the panel's comes before the page's own head, and so before its policy applies.
 * @param {import('./themes.mjs').Theme} theme
 * @param {string} origin where the panel's bundles are served
 */
export function pageOf(theme, origin) {
  const asset = (/** @type {string} */ name) => `${origin}/${name}`;
  const html = panelHtml({
    cspSource: origin, nonce: 'gallery', title: 'Graph', script: asset('panel.js'), style: asset('panel.css'), layoutWorker: asset('layout-worker.js'),
  });
  const { root, body } = lookOf(theme);
  const style = Object.entries(root).map(([name, value]) => `${name}: ${value}`).join('; ');
  return put(html, {
    '<html lang="en">': `<html lang="en"${attributes({ style })}>`,
    '<head>': `<head><style id="_defaultStyles">${theme.defaultStyles}</style><script>(${webviewApi})()</script><style>${fontFaces.join('\n')}</style>`,
    '<body>': `<body${attributes({ role: 'document', ...body })}>`,
  });
}

/** @param {Record<string, string>} values */
const attributes = values => Object.entries(values).map(([name, value]) => (
  ` ${name}="${value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}"`
)).join('');

/**
 * @param {string} html
 * @param {Record<string, string>} replacements of what is there once
 */
function put(html, replacements) {
  return Object.entries(replacements).reduce((text, [tag, full]) => {
    const pieces = text.split(tag);
    if (pieces.length === 2) return pieces.join(full);
    throw new Failure(`src/extension/panel-html.ts has ${tag} ${pieces.length - 1} times, not once: correct scripts/gallery/page.mjs.`);
  }, html);
}
