// @ts-check
/**
 * @file Reads the gallery's themes out of the panel in a real VS Code, into test/gallery/themes. Needed when VS Code's colours change, or
 * its style sheet for webviews.
 *
 *     node scripts/gallery/dump-themes.mjs
 */
import fs from 'node:fs';
import path from 'node:path';
import { packExtension } from '../build/pack.mjs';
import { openUiSession } from '../test/ui-session.mjs';
import { Failure, runScript } from '../tools/failure.mjs';
import { say } from '../tools/progress.mjs';
import { openBrowser } from '../vscode/browser.mjs';
import { watchOutside } from '../vscode/outside.mjs';
import { installExtension } from '../vscode/server.mjs';
import { freshUserData } from '../vscode/user-data.mjs';
import { vsixFile } from '../tools/paths.mjs';
import { themeFile, themeSettings } from './themes.mjs';

/** In the page: what VS Code put there before the panel's own. */
function readPage() {
  const { documentElement: root, body } = document;
  const names = [...root.style].filter(name => name.startsWith('--'));
  return {
    bodyClass: body.className,
    bodyData: Object.fromEntries([...body.attributes].filter(({ name }) => name.startsWith('data-vscode')).map(({ name, value }) => [name, value])),
    defaultStyles: document.getElementById('_defaultStyles')?.textContent ?? '',
    variables: Object.fromEntries(names.sort().map(name => [name, root.style.getPropertyValue(name)])),
  };
}

await runScript(async () => {
  await packExtension();
  const dataDir = freshUserData();
  const extensionsDir = path.join(dataDir, 'extensions');
  await installExtension(vsixFile, { dataDir, extensionsDir });
  const outside = await watchOutside();
  const browser = await openBrowser({ proxy: outside.proxy });
  for (const [name, setting] of Object.entries(themeSettings)) {
    const session = await openUiSession({
      name: `theme-${name}`, extensionsDir, outside, browser, settings: { 'workbench.colorTheme': setting },
    });
    const { workbench } = session.fixture;
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem').first().waitFor({ state: 'attached' });
    const found = await panel.locator(':root').evaluate(readPage);
    if (found.defaultStyles === '' || Object.keys(found.variables).length < 100) {
      throw new Failure(`VS Code's webview has no style sheet or no variables where they were with version 1.139: see readPage in ${import.meta.filename}.`);
    }
    fs.mkdirSync(path.dirname(themeFile(name)), { recursive: true });
    fs.writeFileSync(themeFile(name), `${JSON.stringify({ name, setting, ...found }, null, 1)}\n`);
    say(`${setting}: ${Object.keys(found.variables).length} variables, body "${found.bodyClass}".`);
    await session.close();
  }
});
