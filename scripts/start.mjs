// @ts-check
/**
 * @file Installs what is missing, builds, and opens VS Code with the extension on examples/.
 *
 *     npm start                  the VS Code on the PATH, else one that is downloaded, else one in the browser
 *     npm start -- --no-open     serves VS Code for the browser and only prints its address [--port 8181]
 *     npm start -- --check       goes as far as a ready workbench in a browser without a window, says so, and ends
 */
import { parseArgs } from 'node:util';
import { runScript } from './tools/failure.mjs';
import { ensureNodeModules } from './tools/node-modules.mjs';

const { values } = parseArgs({
  options: {
    'no-open': { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    port: { type: 'string', default: '8181' },
  },
});

await runScript(async () => {
  await ensureNodeModules();
  // Only now is there something that these can import.
  const { packExtension } = await import('./build/pack.mjs');
  await packExtension();
  if (values.check) return (await import('./start/check.mjs')).checkWorkbench();
  const inBrowser = await import('./start/in-browser.mjs');
  if (values['no-open']) return inBrowser.serveWorkbench({ port: Number(values.port), open: false });
  const { openOnDesktop } = await import('./start/on-desktop.mjs');
  if (await openOnDesktop()) return 0;
  return inBrowser.serveWorkbench({ port: Number(values.port), open: true });
});
