// @ts-check
/**
 * @file Answers, over HTTP, how much memory the workbench's window and the panel's page hold, which the extension host cannot see; and has
 * the webviews' own files.
 */
import fs from 'node:fs';
import { listenLocally } from '../../scripts/tools/local-server.mjs';
import { webviewFiles } from './own-process.mjs';

/** @typedef {import('playwright-core').Page} Page @typedef {import('playwright-core').CDPSession} CDPSession */

/** @typedef {{ used: number, nodes: number, listeners: number, documents: number }} Held bytes of the heap in use; numbers of what the DOM has */

/**
 * Listens on `/window` and `/panel`.
 * @param {() => Page} page
 * @param {string | null} snapshots where `?snapshot=NAME` writes a heap snapshot; null: nowhere
 * @returns {Promise<number>} its port
 */
export async function answerForWindow(page, snapshots) {
  const fileOf = await webviewFiles();
  /** @param {'window' | 'panel'} who @param {string | null} name */
  const measure = async (who, name) => {
    const session = await sessionOf(page(), who);
    const held = await heldBy(session);
    if (name && snapshots) await writeSnapshot(session, `${snapshots}/${name}-${who}.heapsnapshot`);
    await session.detach();
    return JSON.stringify(held);
  };
  return listenLocally((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const file = fileOf(pathname);
    if (file) {
      response.writeHead(200, { 'content-type': file.type, 'service-worker-allowed': '/' }).end(file.content);
      return;
    }
    measure(pathname === '/panel' ? 'panel' : 'window', searchParams.get('snapshot')).then(
      held => response.end(held),
      error => response.writeHead(500).end(String(error)),
    );
  });
}

/** @param {Page} page @param {'window' | 'panel'} who */
async function sessionOf(page, who) {
  if (who === 'window') return page.context().newCDPSession(page);
  // The outer of its two frames; the inner one shares its heap.
  const frame = page.frames().find(each => each.url().includes('extensionId=dezero.dezero-vscode'));
  if (!frame) throw new Error('The panel is not open.');
  return page.context().newCDPSession(frame);
}

/** @param {CDPSession} session @returns {Promise<Held>} */
async function heldBy(session) {
  // What a first collection finalises, only a second one frees.
  for (let times = 0; times < 3; times++) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners, documents } = await session.send('Memory.getDOMCounters');
  return { used: usedSize, nodes, listeners: jsEventListeners, documents };
}

/** @param {CDPSession} session @param {string} file */
async function writeSnapshot(session, file) {
  const out = fs.createWriteStream(file);
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => out.write(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await new Promise(resolve => out.end(() => resolve(undefined)));
}
