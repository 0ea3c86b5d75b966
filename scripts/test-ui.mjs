// @ts-check
/**
 * @file Installs the packaged extension in a real VS Code in the browser and drives it as a person would: test/ui/*.ui.mjs.
 *
 *     npm run test:ui [-- --grep TEXT] [--theme "Default High Contrast"] [--no-package] [--headed]
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { packExtension } from './build/pack.mjs';
import { countsLine, writeCounts } from './test/counts.mjs';
import { runUiTests } from './test/ui-runner.mjs';
import { runScript } from './tools/failure.mjs';
import { inRoot, vsixFile } from './tools/paths.mjs';
import { say } from './tools/progress.mjs';
import { openBrowser } from './vscode/browser.mjs';
import { watchOutside } from './vscode/outside.mjs';
import { installExtension } from './vscode/server.mjs';
import { freshUserData } from './vscode/user-data.mjs';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    grep: { type: 'string' },
    theme: { type: 'string' },
    package: { type: 'boolean', default: true },
    headed: { type: 'boolean', default: false },
  },
});

await runScript(async () => {
  if (values.package || !fs.existsSync(vsixFile)) await packExtension();
  const dataDir = freshUserData();
  const extensionsDir = path.join(dataDir, 'extensions');
  await installExtension(vsixFile, { dataDir, extensionsDir });
  say('Installed the packaged extension.');

  const outside = await watchOutside();
  const browser = await openBrowser({ proxy: outside.proxy, headed: values.headed });
  fs.rmSync(inRoot('test-results/ui-logs'), { recursive: true, force: true });
  const uiDir = inRoot('test/ui');
  const files = fs.readdirSync(uiDir).filter(name => name.endsWith('.ui.mjs')).sort().map(name => path.join(uiDir, name));
  const counts = await runUiTests(files, {
    grep: values.grep ? new RegExp(values.grep, 'i') : undefined,
    shared: { extensionsDir, outside, browser, settings: values.theme ? { 'workbench.colorTheme': values.theme } : {} },
  });

  const origins = outside.origins();
  console.log(`  ${origins.length ? '✗' : '✓'} no request left the machine${origins.map(origin => `\n      ${origin}`).join('')}`);
  counts[origins.length ? 'failed' : 'passed']++;

  writeCounts('ui', counts);
  say('UI tests ended.');
  console.log(countsLine(counts));
  return counts.failed ? 1 : 0;
});
