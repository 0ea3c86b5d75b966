// @ts-check
/** @file The numbers of tensors in the panel's details: paged through, as pictures, counted. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** W's element at (i, j) is i + j / 1000, less 500: a page can be told from its numbers. A has a leading axis, r is a ReLU's. */
const SNIPPET = `import { Variable, np, relu } from 'dezero';
const W = new Variable(np.array(Float64Array.from({ length: 784_000 }, (_, k) => Math.floor(k / 784) + (k % 784) / 1000 - 500)).reshape(1000, 784));
const A = new Variable(np.arange(2 * 3 * 9 * 4).reshape(2, 3, 9, 4));
const s = new Variable(np.array([[0.5, -1, 0], [NaN, 2, -2]]));
const v = new Variable(np.linspace(-1, 2, 100).reshape(100));
const r = relu(v);
const y = (W * W).sum() + A.sum() + s.sum() + r.sum();
y.backward();
`;

/** @param {import('../../scripts/vscode/workbench.mjs').Workbench} workbench */
const details = workbench => workbench.webview().getByRole('complementary', { name: 'Details' });

/**
 * Selects a Variable as the keyboard does.
 * @param {import('../../scripts/vscode/workbench.mjs').Workbench} workbench
 * @param {string} name
 */
async function select(workbench, name) {
  const heading = details(workbench).getByRole('heading', { name, exact: true });
  for (let tries = 0; ; tries++) {
    await workbench.webview().getByRole('treeitem', { name: new RegExp(`^Variable ${name},`) }).focus();
    await workbench.page.keyboard.press('Enter');
    // What was done in the editor just before selects a little later what the cursor is on.
    await workbench.page.waitForTimeout(tries === 0 ? 400 : 1000);
    if (await heading.isVisible() || tries === 9) break;
  }
  await heading.waitFor();
}

/** @type {Record<string, import('../../scripts/test/ui-session.mjs').UiTest>} */
export default {
  async 'a large value is paged through by button and by index'({ workbench, page, folder, shot }) {
    // In the place of one that the explorer knows: a new file may be noticed late.
    fs.writeFileSync(path.join(folder, 'hello.dz.ts'), SNIPPET);
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await select(workbench, 'W');
    const side = details(workbench);
    const region = side.getByRole('region', { name: 'Value of W' });
    await region.getByRole('rowheader', { name: '19', exact: true }).waitFor();
    assert.equal(await region.getByRole('cell').nth(1).textContent(), '-500');
    await shot('page');
    const next = side.getByRole('button', { name: 'Next Rows of value of W' });
    await next.focus();
    await page.keyboard.press('Enter');
    await region.getByRole('rowheader', { name: '20', exact: true }).waitFor();
    await next.and(workbench.webview().locator(':focus')).waitFor();
    await region.getByRole('row').nth(1).getByText('-479.998', { exact: true }).waitFor();
    const index = side.getByRole('spinbutton', { name: 'First of the Columns of value of W' });
    await index.fill('783');
    await index.press('Enter');
    await region.getByRole('columnheader', { name: '783' }).waitFor();
    assert.equal(await index.inputValue(), '764');
    await region.getByRole('row').nth(1).getByText('-479.217', { exact: true }).waitFor();
    assert.equal(await side.getByRole('button', { name: 'Next Columns of value of W' }).getAttribute('aria-disabled'), 'true');
    await side.getByRole('region', { name: 'Gradient of W' }).getByRole('cell', { name: '-1000', exact: true }).waitFor();
    await shot('page-2');
  },

  async 'the place stays where it was when the text changes'({ workbench, page }) {
    await workbench.focusEditor();
    await workbench.goTo(9, 1);
    await page.keyboard.type('// ');
    await workbench.webview().getByText('The snippet has changed since this run.').waitFor();
    await select(workbench, 'W');
    await details(workbench).getByRole('region', { name: 'Value of W' }).getByRole('columnheader', { name: '783' }).waitFor();
  },

  async 'axes before the last two have an index each'({ workbench, shot }) {
    await select(workbench, 'A');
    const side = details(workbench);
    const region = side.getByRole('region', { name: 'Value of A' });
    await region.getByRole('cell', { name: '35', exact: true }).waitFor();
    await side.getByRole('button', { name: 'Next Axis 0 of value of A' }).click();
    const axis = side.getByRole('spinbutton', { name: 'Index on Axis 1 of value of A' });
    await axis.fill('2');
    await axis.press('Tab');
    await region.getByRole('cell', { name: '215', exact: true }).waitFor();
    assert.equal(await region.getByRole('row').nth(1).textContent(), '0180181182183');
    await shot('axes');
  },

  async 'a picture has its scale, marks what is not finite, and is read by arrow keys'({ workbench, page, shot }) {
    await select(workbench, 's');
    const side = details(workbench);
    await side.getByRole('button', { name: 'Picture of value of s' }).click();
    const picture = side.getByRole('img', { name: 'Heat map of value of s, from -2 to 2. Arrow keys read it cell by cell.' });
    await picture.focus();
    await page.keyboard.press('ArrowDown');
    await side.getByText('row 1, column 0: nan').waitFor();
    await page.keyboard.press('ArrowRight');
    await side.getByText('row 1, column 1: 2', { exact: true }).waitFor();
    await side.getByText('× not finite: 1 cell.').waitFor();
    await shot('picture-small');
    await select(workbench, 'W');
    await side.getByText('Each cell is the mean of 16 × 13 elements.').first().waitFor();
    await side.getByRole('img', { name: /^Heat map of value of W, from -492\.494 to 496\.28[12]\. Arrow keys read it cell by cell\.$/ }).waitFor();
    await shot('picture');
    // Wide enough for details beside the graph.
    await workbench.runCommand('View: Toggle Maximize Editor Group');
    await select(workbench, 'W');
    await side.getByRole('img', { name: /^Heat map of gradient of W/ }).waitFor();
    await shot('picture-beside');
  },

  async 'what a ReLU sets to zero is counted, and its elements are bars'({ workbench, shot }) {
    await select(workbench, 'r');
    const side = details(workbench);
    await side.getByRole('img', { name: 'Bars of value of r, from 0 to 1.98485. Arrow keys read it bar by bar.' }).waitFor();
    await side.getByText('34 (34 %)').waitFor();
    // 37 elements.
    const bars = side.getByRole('table', { name: 'Histogram of value of r' });
    assert.equal(await bars.getByRole('row').first().textContent(), 'between 0 and 0.137');
    await shot('bars');
    await side.getByRole('button', { name: 'Numbers of value of r' }).click();
    await side.getByRole('region', { name: 'Value of r' }).getByRole('rowheader', { name: '99' }).waitFor();
    await shot('elements');
    await workbench.runCommand('View: Toggle Maximize Editor Group');
  },

  async 'after a reload the run is gone, which is said with what to do'({ workbench, shot }) {
    await workbench.focusEditor();
    await workbench.reloadWindow();
    await workbench.untilReady(/\.dz\.ts/);
    const side = details(workbench);
    await workbench.webview().getByText('The run of this graph is gone: the window was reloaded, or the snippet closed.').waitFor();
    await select(workbench, 'W');
    await side.getByText('The run that made these numbers is gone; this summary is what is left. Run the snippet again to read all of them.').first().waitFor();
    await shot('gone');
    await side.getByRole('button', { name: 'Run again' }).first().click();
    await workbench.webview().getByText('The run of this graph is gone: the window was reloaded, or the snippet closed.').waitFor({ state: 'detached' });
    await select(workbench, 'W');
    await side.getByRole('region', { name: 'Value of W' }).getByRole('rowheader', { name: '19', exact: true }).waitFor();
  },
};
