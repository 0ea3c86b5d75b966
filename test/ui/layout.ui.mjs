// @ts-check
/** @file The layout as its reader has it: what stays keeps its place after an edit, what moves is seen to move, and not where motion is not wanted. */
import assert from 'node:assert/strict';
import { namesOf } from '../../scripts/vscode/workbench.mjs';

/** @typedef {import('../../scripts/test/ui-session.mjs').UiTest} UiTest */
/** @typedef {import('../../scripts/vscode/workbench.mjs').Workbench} Workbench */

/**
 * Places of the nodes in the graph, by their spoken names up to the first comma.
 * @param {Workbench} workbench
 * @returns {Promise<Record<string, { x: number, y: number }>>}
 */
function places(workbench) {
  return workbench.webview().locator('body').evaluate(body => {
    const { cy } = /** @type {any} */ (body.querySelector('.graph'))._cyreg;
    return Object.fromEntries([...body.querySelectorAll('[role=treeitem][data-node]')].flatMap(item => {
      const node = cy.getElementById(item.getAttribute('data-node'));
      const name = (item.getAttribute('aria-label') ?? '').split(',')[0];
      return node.empty() ? [] : [[name, { x: Math.round(node.position('x')), y: Math.round(node.position('y')) }]];
    }));
  });
}

/**
 * In how many places the nodes were to be seen in the half second after a press on a button of the panel: 2 for a jump.
 * @param {Workbench} workbench
 * @param {string} button
 */
async function placesAfter(workbench, button) {
  const panel = workbench.webview();
  const found = await panel.getByRole('button', { name: button, exact: true }).elementHandle();
  return panel.locator('body').evaluate(async (body, pressed) => {
    const { cy } = /** @type {any} */ (body.querySelector('.graph'))._cyreg;
    const seen = new Set();
    const look = () => { seen.add(cy.nodes().map((/** @type {any} */ node) => `${node.id()} ${node.position('x')} ${node.position('y')}`).join('\n')); };
    look();
    /** @type {HTMLElement} */ (pressed).click();
    for (const start = performance.now(); performance.now() - start < 1500;) {
      await new Promise(done => { requestAnimationFrame(done); });
      look();
    }
    return seen.size;
  }, found);
}

/** @type {Record<string, UiTest>} */
export default {
  async 'after an edit and a run what stays keeps its very place'({ workbench, page }) {
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable y, value 7\.0/ }).waitFor();
    const before = await places(workbench);
    await workbench.focusEditor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\nconst more = a + c;\n');
    await workbench.runCommand('DeZero: Run Snippet');
    await panel.getByRole('treeitem', { name: /^Variable more, value 4\.0/ }).waitFor();
    await page.waitForTimeout(500);
    const after = await places(workbench);
    const names = ['Variable a', 'Variable b', 'Variable c', 'Variable a * b', 'Variable y', 'Function Mul'];
    assert.deepEqual(names.map(name => after[name]), names.map(name => before[name]));
  },

  async 'a line above gives all nodes other ids: what was selected is still selected, in its place'({ workbench, page }) {
    const panel = workbench.webview();
    const before = await places(workbench);
    await workbench.focusEditor();
    for (const key of ['Control+Home', 'ArrowDown', 'End']) await page.keyboard.press(key);
    await page.keyboard.type('\nconst first = new Variable(1);');
    await page.waitForTimeout(300); // where the editor's cursor is, is told to the panel after a pause
    await panel.getByRole('treeitem', { name: /^Variable b,/ }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('treeitem', { name: /^Variable b,/, selected: true }).waitFor();
    // Its line is another by now.
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /^Ln 6, Col \d+ \(\d+ selected\)/ }).waitFor();
    await panel.getByRole('toolbar').getByRole('button', { name: 'Run', exact: true }).click();
    await panel.getByRole('treeitem', { name: /^Variable first, value 1\.0/ }).waitFor();
    assert.deepEqual((await namesOf(panel.getByRole('treeitem', { selected: true }))).map(name => name.split(',')[0]), ['Variable b']);
    await page.waitForTimeout(500);
    const after = await places(workbench);
    const names = ['Variable b', 'Variable a * b', 'Variable y', 'Variable more'];
    assert.deepEqual(names.map(name => after[name]?.y), names.map(name => before[name]?.y));
  },

  async 'what has changed since the run before is coloured, and counted in the details'({ workbench, page, shot }) {
    const panel = workbench.webview();
    await panel.getByRole('button', { name: 'Legend', exact: true }).click();
    const legend = panel.getByRole('group', { name: 'Legend' });
    await legend.getByRole('combobox', { name: 'Colour by' }).selectOption('change');
    await legend.getByRole('button', { name: 'new 1', exact: true }).waitFor();
    await legend.getByRole('button', { name: 'the same 9', exact: true }).waitFor();
    await panel.getByRole('treeitem', { name: /^Variable b,/ }).focus();
    await page.keyboard.press('Escape');
    const details = panel.getByRole('complementary', { name: 'Details' });
    await details.getByRole('heading', { name: 'Nodes since the run before' }).waitFor();
    await details.getByText('new1').waitFor();
    await shot('changed');
    await legend.getByRole('combobox', { name: 'Colour by' }).selectOption('kind');
    await panel.getByRole('button', { name: 'Legend', exact: true }).click();
  },

  async 'nodes glide to their new places when groups fold'({ workbench }) {
    await workbench.openFile('step27-taylor-series.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await workbench.webview().getByRole('treeitem', { name: /^Open loop: / }).waitFor({ state: 'attached' });
    assert.ok(await placesAfter(workbench, 'Fold all') > 4);
  },

  async 'and jump there where motion is not wanted'({ workbench, page }) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.equal(await placesAfter(workbench, 'Unfold all'), 2);
    await page.emulateMedia({ reducedMotion: null });
  },
};
