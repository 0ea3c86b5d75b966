// @ts-check
/** @file Heaps of the workbench's page and of the webviews in it, as its browser knows them, over HTTP for who measures inside VS Code. */
import http from 'node:http';
import { closeAtEnd } from '../../scripts/tools/closing.mjs';

/**
 * @param {() => import('playwright-core').Page} page
 * @returns {Promise<string>} the address that answers with the heaps, in bytes
 */
export async function servePageHeaps(page) {
  const server = http.createServer((_, response) => {
    pageHeaps(page()).then(heaps => response.end(JSON.stringify(heaps)), error => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  closeAtEnd(async () => { server.close(); });
  return `http://127.0.0.1:${/** @type {import('node:net').AddressInfo} */ (server.address()).port}/`;
}

/** @param {import('playwright-core').Page} page */
async function pageHeaps(page) {
  const context = page.context();
  const main = await context.newCDPSession(page);
  const heaps = { 'heap of the page, webviews and all': await heapOf(main) };
  const { nodes, documents, jsEventListeners } = await main.send('Memory.getDOMCounters');
  await main.detach();
  return { ...heaps, 'number of documents': documents, 'number of DOM nodes': nodes, 'number of event listeners': jsEventListeners, 'number of frames': page.frames().length };
}

/** @param {import('playwright-core').CDPSession} session */
async function heapOf(session) {
  await session.send('HeapProfiler.enable');
  for (let times = 0; times < 3; times++) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.send('HeapProfiler.disable');
  return usedSize;
}
