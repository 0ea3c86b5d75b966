// @ts-check
/** @file What the panel tells of a graph on request: colours and the legend that filters by them, the way of a gradient, back and forward. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

const SNIPPET = `import { Variable, np } from 'dezero';
const a = new Variable(np.array(3.0)), b = new Variable(np.array(2.0)), c = new Variable(np.array(5.0));
const p = a * b;
const q = p + a;
const side = p - c;
q.backward();
`;

/** @typedef {import('../../scripts/test/ui-session.mjs').UiTest} UiTest */

/** @type {Record<string, UiTest>} */
export default {
  async 'the legend counts kinds, and a press on one leaves it alone'({ workbench, folder, shot }) {
    // Just started, the explorer may not watch the folder yet.
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await workbench.webview().getByRole('treeitem', { name: /^Variable y, value 7\.0/ }).waitFor();
    await workbench.focusEditor();
    fs.writeFileSync(path.join(folder, 'reading.dz.ts'), SNIPPET);
    await workbench.openFile('reading.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable q, value 9\.0/ }).waitFor();
    await panel.getByRole('button', { name: 'Legend', exact: true }).click();
    const legend = panel.getByRole('group', { name: 'Legend' });
    await legend.getByRole('button', { name: 'Leaf 3' }).waitFor();
    await legend.getByText('an open arrow: backward sent one that way').waitFor();
    const functions = legend.getByRole('button', { name: 'Function 3' });
    await functions.click();
    assert.equal(await functions.getAttribute('aria-pressed'), 'true');
    await panel.getByText('Function: 3 of 9 nodes; the others are faint.').waitFor({ state: 'attached' });
    await legend.getByRole('button', { name: 'Output 1' }).click();
    await panel.getByText('Output or Function: 4 of 9 nodes; the others are faint.').waitFor({ state: 'attached' });
    await shot('filtered');
  },

  async 'Escape shows all again'({ workbench, page }) {
    const panel = workbench.webview();
    await page.keyboard.press('Escape');
    await panel.getByText('All nodes are shown.').waitFor({ state: 'attached' });
    assert.equal(await panel.getByRole('group', { name: 'Legend' }).getByRole('button', { pressed: true }).count(), 0);
  },

  async 'nodes are coloured by the size of their gradient, by choice and by key, also after a reload'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const legend = panel.getByRole('group', { name: 'Legend' });
    await legend.getByRole('combobox', { name: 'Colour by' }).selectOption('size of gradient');
    await legend.getByRole('button', { name: '1 to 1,000 2' }).waitFor();
    await legend.getByRole('button', { name: 'none 4' }).waitFor();
    await panel.getByText('Coloured by size of gradient.').waitFor({ state: 'attached' });
    await shot('by-gradient');
    await panel.getByRole('button', { name: 'Legend', exact: true }).focus();
    await page.keyboard.press('c');
    await panel.getByText('Coloured by memory.').waitFor({ state: 'attached' });
    await legend.getByRole('button', { name: 'up to 16 B 6' }).waitFor();
    await workbench.focusEditor();
    await workbench.reloadWindow();
    await workbench.untilReady(/reading\.dz\.ts/);
    await workbench.runCommand('DeZero: Run Snippet');
    await workbench.webview().getByRole('group', { name: 'Legend' }).getByRole('button', { name: 'up to 16 B 6' }).waitFor();
  },

  async 'the details say where a gradient came from and went on to, and of how many parts it is the sum'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const details = panel.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('treeitem', { name: /^Variable a,/ }).focus();
    await page.keyboard.press('Enter');
    await details.getByText('It is the sum of 2 parts, one for each use.').waitFor();
    await details.getByText('nothing: it is a leaf').waitFor();
    await shot('way-of-gradient');
    await panel.getByRole('treeitem', { name: /^Variable q,/ }).focus();
    await page.keyboard.press('Enter');
    await details.getByText('backward began here, with 1').waitFor();
  },

  async 'Back and Forward go to what was selected before, by button and by key'({ workbench, page }) {
    const panel = workbench.webview();
    const details = panel.getByRole('complementary', { name: 'Details' });
    const back = details.getByRole('button', { name: 'Back' });
    await back.click();
    await details.getByRole('heading', { name: 'a', exact: true, level: 2 }).waitFor();
    assert.equal(await back.getAttribute('aria-disabled'), 'true');
    await details.getByRole('button', { name: 'Forward' }).click();
    await details.getByRole('heading', { name: 'q', exact: true, level: 2 }).waitFor();
    await page.keyboard.press('<');
    await details.getByRole('heading', { name: 'a', exact: true, level: 2 }).waitFor();
    await page.keyboard.press('>');
    await details.getByRole('heading', { name: 'q', exact: true, level: 2 }).waitFor();
  },

  async 'P shows the ways between two nodes, the details have a button for it, and Escape shows all again'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const details = panel.getByRole('complementary', { name: 'Details' });
    await panel.getByRole('treeitem', { name: /^Variable b,/ }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('treeitem', { name: /^Variable q,/ }).focus();
    await page.keyboard.press('Space');
    await details.getByRole('heading', { name: '2 nodes selected' }).waitFor();
    await page.keyboard.press('p');
    await panel.getByText('3 nodes between q and b; the others are faint.').waitFor({ state: 'attached' });
    const button = details.getByRole('button', { name: 'Show the ways between' });
    assert.equal(await button.getAttribute('aria-pressed'), 'true');
    await shot('ways');
    await button.click();
    await panel.getByText('All nodes are shown.').waitFor({ state: 'attached' });
    await panel.getByRole('treeitem', { name: /^Variable c,/ }).focus();
    await page.keyboard.press('Space');
    await panel.getByRole('treeitem', { name: /^Variable q,/ }).focus();
    await page.keyboard.press('Space');
    await panel.getByRole('treeitem', { name: /^Variable b,/ }).focus();
    await page.keyboard.press('Space');
    await panel.getByRole('treeitem', { name: /^Variable q,/ }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('p');
    await panel.getByText('There is no way along the edges between q and c: neither is made from the other.').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
  },
};
