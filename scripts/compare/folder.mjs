// @ts-check
/** @file A folder of files over HTTP, for what runs in a browser. */
import fs from 'node:fs';
import path from 'node:path';
import { listenLocally } from '../tools/local-server.mjs';

/** @type {Record<string, string>} */
const types = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml' };

/**
 * @param {string} folder
 * @param {Readonly<Record<string, string>>} [more] pages besides, by name
 * @returns {Promise<string>} its address
 */
export async function serveFolder(folder, more = {}) {
  const port = await listenLocally((request, response) => {
    const name = new URL(request.url ?? '/', 'http://here').pathname.slice(1);
    const file = path.join(folder, name);
    const content = more[name] ?? (file.startsWith(folder + path.sep) && fs.existsSync(file) ? fs.readFileSync(file) : undefined);
    response.writeHead(content === undefined ? 404 : 200, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' });
    response.end(content);
  });
  return `http://127.0.0.1:${port}`;
}
