// @ts-check
/**
 * @file Records who asked for another machine: the browser through a proxy that refuses everything, the server's
 * processes (extension host, language server, snippets) through a hook that each of them loads.
 *
 * A webview's resources have addresses on vscode-cdn.net, but its service worker answers them: they never get here.
 */
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { closeAtEnd } from '../tools/closing.mjs';
import { temporaryFolder } from './user-data.mjs';

const hook = new URL('record-connections.mjs', import.meta.url).href;

/** Chromium's form filler asks there about every input field, whatever the page; no page asks there. */
const browsersOwn = new Set(['content-autofill.googleapis.com:443']);

/**
 * @typedef {object} Outside
 * @property {string} proxy host:port, for the browser
 * @property {NodeJS.ProcessEnv} env for the server
 * @property {string[]} nodeArgs for the server's Node
 * @property {() => string[]} origins what was asked for so far, for example `browser → https://example.org:443`
 */

/** @returns {Promise<Outside>} */
export async function watchOutside() {
  const asked = new Set();
  const proxy = http.createServer((request, response) => {
    asked.add(`browser → ${new URL(request.url ?? '', 'http://unknown').origin}`);
    response.writeHead(502).end('Requests to other machines are refused here.');
  });
  proxy.on('connect', (request, socket) => {
    const host = request.url ?? '';
    if (!browsersOwn.has(host)) asked.add(`browser → https://${host}`);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise(resolve => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  closeAtEnd(() => {
    proxy.close();
    proxy.closeAllConnections();
  });
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());

  const log = path.join(temporaryFolder('dezero-connections-'), 'connections.log');
  return {
    proxy: `127.0.0.1:${port}`,
    env: { DEZERO_CONNECTIONS_LOG: log },
    nodeArgs: ['--import', hook],
    origins() {
      const lines = fs.existsSync(log) ? fs.readFileSync(log, 'utf8').split('\n').filter(Boolean) : [];
      return [...new Set([...asked, ...lines])].sort();
    },
  };
}
