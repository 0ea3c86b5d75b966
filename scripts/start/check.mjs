// @ts-check
/** @file `npm start -- --check`: does what a person would do first, up to a workbench that is ready. */
import fs from 'node:fs';
import { Failure } from '../tools/failure.mjs';
import { inRoot, resultsDir } from '../tools/paths.mjs';
import { say } from '../tools/progress.mjs';
import { openBrowser } from '../vscode/browser.mjs';
import { freshUserData } from '../vscode/user-data.mjs';
import { Workbench } from '../vscode/workbench.mjs';
import { startOnExamples } from './in-browser.mjs';

export async function checkWorkbench() {
  const { server, address } = await startOnExamples({ dataDir: freshUserData() });
  say(`VS Code serves ${server.authority}; opening it …`);
  const browser = await openBrowser();
  const page = await browser.newPage();
  await page.goto(address);
  const workbench = new Workbench(page);
  try {
    await workbench.untilReady('hello.dz.ts');
    await workbench.openFile('hello.dz.ts');
    await workbench.statusBar.getByRole('button', { name: 'DeZero', exact: true }).first().waitFor();
    if (!(await workbench.offersCommand('DeZero: Run Snippet'))) throw new Error('the palette does not offer "DeZero: Run Snippet"');
  } catch (error) {
    fs.mkdirSync(resultsDir, { recursive: true });
    const picture = inRoot('test-results/start-check.png');
    await page.screenshot({ path: picture });
    throw new Failure(`VS Code opened, but its workbench did not become ready, see ${picture}: ${error instanceof Error ? error.message : error}`);
  }
  say('Ready: VS Code is open on examples/, hello.dz.ts is a DeZero snippet, and the palette offers DeZero: Run Snippet.');
  return 0;
}
