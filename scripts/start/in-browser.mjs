// @ts-check
/** @file `npm start` in a browser: serves VS Code until Ctrl-C. */
import path from 'node:path';
import { examplesDir, vsixFile } from '../tools/paths.mjs';
import { say } from '../tools/progress.mjs';
import { envDir } from '../vscode/install.mjs';
import { openInBrowser } from '../vscode/open-address.mjs';
import { installExtension, startServer } from '../vscode/server.mjs';
import { prepareUserData } from '../vscode/user-data.mjs';

/**
 * @param {{ dataDir: string, port?: number }} options
 * @returns {Promise<{ server: import('../vscode/server.mjs').RunningServer, address: string }>}
 */
export async function startOnExamples({ dataDir, port }) {
  await installExtension(vsixFile, { dataDir });
  // The examples are ours: no question whether to trust them.
  const server = await startServer({ dataDir, args: ['--disable-workspace-trust'], ...(port !== undefined && { port }) });
  return { server, address: server.address(examplesDir) };
}

/**
 * Settings are kept in .vscode-env/ from one start to the next.
 * @param {{ port: number, open: boolean }} options
 */
export async function serveWorkbench({ port, open }) {
  const dataDir = path.join(envDir, 'user-data');
  prepareUserData(dataDir);
  const { server, address } = await startOnExamples({ dataDir, port });
  say('VS Code with the extension is ready in the browser, at');
  console.log(`\n    ${address}\n`);
  console.log('Open hello.dz.ts and choose "DeZero: Run Snippet" in the palette (F1). Ctrl-C here ends VS Code.');
  if (open) openInBrowser(address);
  return server.ended;
}
