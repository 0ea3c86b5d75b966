// @ts-check
/** @file The panel by keyboard alone: from the editor into it, through all of it, each of its keys, and out again. No pointer is used. */
import assert from 'node:assert/strict';

/** @typedef {import('../../scripts/test/ui-session.mjs').UiTest} UiTest */

/** @param {import('../../scripts/vscode/workbench.mjs').Workbench} workbench */
const spoken = workbench => workbench.webview().getByRole('status');

/**
 * Name of what has the focus in the panel, and whether it is seen to have it; null where the focus is outside.
 * @param {import('../../scripts/vscode/workbench.mjs').Workbench} workbench
 */
function focused(workbench) {
  return workbench.webview().locator('body').evaluate(body => {
    const active = body.ownerDocument.activeElement;
    if (!active || active === body || !body.ownerDocument.hasFocus()) return null;
    const style = getComputedStyle(active);
    const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
    // A node of the tree is off the screen: the picture rings it, and the stage has a border.
    const stage = active.closest('.tree') ? getComputedStyle(/** @type {Element} */ (body.querySelector('.stage')), '::after').borderTopStyle === 'solid' : false;
    const label = active.id === '' ? null : body.querySelector(`label[for="${active.id}"]`);
    return { name: active.getAttribute('aria-label') ?? label?.textContent ?? active.textContent, isSeen: ring || stage };
  });
}

/** @type {Record<string, UiTest>} */
export default {
  async 'Tab goes from the toolbar through the nodes to the legend, and each is seen to have the focus'({ workbench, page, shot }) {
    await workbench.openFile('step16-generations.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable y, value 32\.0/ }).waitFor();
    await workbench.runCommand('View: Focus Next Editor Group');
    for (let tries = 0; !await panel.locator('body').evaluate(body => body.ownerDocument.hasFocus()); tries++) {
      assert.ok(tries < 100, 'the panel takes the focus');
      await page.waitForTimeout(100);
    }
    const passed = [];
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      const now = await focused(workbench);
      if (now === null || (passed.length > 0 && now.name === passed[0]?.name)) break;
      passed.push(now);
    }
    assert.deepEqual(passed.filter(({ isSeen }) => !isSeen), [], 'all are seen to have the focus');
    assert.deepEqual(passed.map(({ name }) => name?.replace(/^Variable x, .*/, 'the first node')), [
      'Run', 'Stop', 'Backward', 'Clear Gradients', 'Retain Grad', 'No-Grad', 'Search nodes by name or op',
      'Direction: left to right', 'Fit', 'Zoom Out', 'Zoom In', 'Details', 'Pin', 'Export', 'Keys',
      'the first node', 'Legend',
    ]);
    await shot('tab');
  },

  async 'arrows go along the edges, Home and End to the first node and the last, Enter opens the details'({ workbench, page }) {
    const panel = workbench.webview();
    // Past the last, Tab has left the panel.
    await workbench.runCommand('View: Focus Next Editor Group');
    await panel.getByRole('treeitem', { name: /^Variable a, / }).focus();
    await page.keyboard.press('Home');
    assert.match((await focused(workbench))?.name ?? '', /^Variable x, value 2\.0, grad 64\.0, /);
    await page.keyboard.press('ArrowRight');
    assert.match((await focused(workbench))?.name ?? '', /^Function Square, of x, gives a, /);
    await page.keyboard.press('ArrowRight');
    assert.match((await focused(workbench))?.name ?? '', /^Variable a, /);
    await page.keyboard.press('ArrowLeft');
    assert.match((await focused(workbench))?.name ?? '', /^Function Square, of x, /);
    await page.keyboard.press('End');
    assert.match((await focused(workbench))?.name ?? '', /^Variable y, /);
    await page.keyboard.press('Enter');
    await panel.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'y', exact: true, level: 2 }).waitFor();
  },

  async 'Tab goes on to the details: back, forward, close, the line, the nodes beside it, and what can be done'({ workbench, page, shot }) {
    const names = [];
    for (let presses = 0; presses < 30; presses++) {
      await page.keyboard.press('Tab');
      const now = await focused(workbench);
      if (now === null || now.name === 'Run') break;
      assert.ok(now.isSeen, `${now.name} is seen to have the focus`);
      names.push(now.name);
    }
    assert.deepEqual(names, [
      'Legend', 'Back', 'Forward', 'Close Details', 'Show line 7 in the editor', 'Value of y', 'Keep gradients and run again', 'Select Function Add', 'Select Function Add',
      'What it is made from', 'What it goes into',
    ]);
    await shot('details');
  },

  async 'a link of the details selects, and the keys of the graph work from there'({ workbench, page }) {
    const panel = workbench.webview();
    const details = panel.getByRole('complementary', { name: 'Details' });
    await details.getByRole('button', { name: 'Select Function Add' }).first().focus();
    await page.keyboard.press('Enter');
    await details.getByRole('heading', { name: 'Add +', level: 2 }).waitFor();
    await page.keyboard.press('<');
    await details.getByRole('heading', { name: 'y', exact: true, level: 2 }).waitFor();
    await page.keyboard.press('>');
    await details.getByRole('heading', { name: 'Add +', level: 2 }).waitFor();
    await page.keyboard.press('b');
    await spoken(workbench).getByText('7 nodes that Add is made from; the others are faint.').waitFor({ state: 'attached' });
    await page.keyboard.press('a');
    await spoken(workbench).getByText('1 node that Add goes into; the others are faint.').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await spoken(workbench).getByText('All nodes are shown.').waitFor({ state: 'attached' });
    await page.keyboard.press('p');
    await spoken(workbench).getByText('Select two nodes first: then P shows the ways between them.').waitFor({ state: 'attached' });
    await page.keyboard.press('e');
    await spoken(workbench).getByText('It is in no group.').waitFor({ state: 'attached' });
  },

  async 'the legend opens, colours and filters by keys'({ workbench, page }) {
    const panel = workbench.webview();
    await panel.getByRole('button', { name: 'Legend', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal((await focused(workbench))?.name, 'Colour by');
    await page.keyboard.press('ArrowDown');
    await spoken(workbench).getByText('Coloured by generation.').waitFor({ state: 'attached' });
    await page.keyboard.press('Tab');
    assert.equal((await focused(workbench))?.name, '02');
    await page.keyboard.press('Space');
    await spoken(workbench).getByText('0: 2 of 9 nodes; the others are faint.').waitFor({ state: 'attached' });
    assert.equal((await focused(workbench))?.name, '02', 'the focus stays');
    await page.keyboard.press('Space');
    await spoken(workbench).getByText('All nodes are shown.').waitFor({ state: 'attached' });
    for (const name of ['size of gradient', 'memory', 'state of gradient', 'change', 'kind']) {
      await page.keyboard.press('c');
      await spoken(workbench).getByText(`Coloured by ${name}.`).waitFor({ state: 'attached' });
    }
    await panel.getByRole('button', { name: 'Legend', exact: true }).press('Enter');
  },

  async 'slash searches from anywhere, Enter goes to what was found, Escape leads back to the nodes'({ workbench, page }) {
    const panel = workbench.webview();
    await page.keyboard.press('/');
    assert.equal((await focused(workbench))?.name, 'Search nodes by name or op');
    await page.keyboard.type('op:square');
    await panel.getByText('3 matches').waitFor();
    await page.keyboard.press('Enter');
    await panel.getByText('1 of 3').waitFor();
    await page.keyboard.press('Shift+Enter');
    await panel.getByText('3 of 3').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    assert.match((await focused(workbench))?.name ?? '', /^Function Square, /);
  },

  async 'the modes, Run, the sheet of keys and the direction answer to Enter and Space'({ workbench, page }) {
    const panel = workbench.webview();
    const retain = panel.getByRole('button', { name: 'Retain Grad' });
    await retain.focus();
    await page.keyboard.press('Space');
    await panel.getByRole('treeitem', { name: /^Variable a, value 4\.0, grad 16\.0, / }).waitFor();
    assert.equal(await retain.getAttribute('aria-pressed'), 'true');
    await page.keyboard.press('Space');
    await panel.getByRole('treeitem', { name: /^Variable a, value 4\.0, grad dropped, / }).waitFor();
    await panel.getByRole('button', { name: 'Direction: left to right' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Direction: top to bottom' }).and(panel.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Direction: left to right' }).waitFor();
    await page.keyboard.press('?');
    await panel.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await panel.getByRole('button', { name: 'Direction: left to right' }).and(panel.locator(':focus')).waitFor();
  },

  async 'and the palette leads out again, to the line of what was selected'({ workbench, page }) {
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable y, / }).focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: 'Show line 7 in the editor' }).focus();
    await page.keyboard.press('Enter');
    await workbench.focusEditor();
    await page.getByRole('button', { name: /^Ln 7, / }).waitFor();
  },
};
