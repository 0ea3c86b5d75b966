// @ts-check
/** @file Serves the panel's page, and the bundles of dist/webview that it loads. */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from '../tools/failure.mjs';
import { listenLocally } from '../tools/local-server.mjs';
import { inRoot } from '../tools/paths.mjs';
import { pageOf } from './page.mjs';

/** @type {Record<string, string>} */
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8' };

/**
 * @param {import('./themes.mjs').Theme} theme
 * @param {Readonly<Record<string, string>>} [others] more files, by their paths; they may be added later
 * @returns {Promise<string>} the address of the page
 */
export async function servePage(theme, others = {}) {
  const folder = inRoot('dist/webview');
  if (!fs.existsSync(path.join(folder, 'panel.js'))) throw new Failure('dist/webview has no panel.js: run `npm run build` first.');
  /** @type {Map<string, Buffer | string>} */
  const files = new Map(fs.readdirSync(folder).map(name => [`/${name}`, fs.readFileSync(path.join(folder, name))]));
  const port = await listenLocally((request, response) => {
    const content = files.get(request.url ?? '') ?? others[request.url ?? ''];
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': types[path.extname(request.url ?? '')] ?? 'application/octet-stream' });
    response.end(content);
  });
  const origin = `http://127.0.0.1:${port}`;
  files.set('/index.html', pageOf(theme, origin));
  return `${origin}/index.html`;
}
