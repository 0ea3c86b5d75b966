// @ts-check
/** @file The panel as its user has it over time: searched, reloaded, and with a graph of thousands of nodes. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** 1,000 Functions and as many Variables. */
const LARGE = `import { Variable, add, square } from 'dezero';
const x = new Variable(0.5), w = new Variable(0.9);
let y = w;
for (let branch = 0; branch < 25; branch++) {
  let h = x;
  for (let step = 0; step < 13; step++) h = square(h * w) + x;
  y = add(y, h);
}
y.backward();
`;

/** @type {Record<string, import('../../scripts/test/ui-session.mjs').UiTest>} */
export default {
  async 'search finds nodes by name, counts them, and goes through them'({ workbench, page }) {
    await workbench.openFile('step16-generations.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable y, value 32\.0/ }).waitFor();
    const search = panel.getByRole('searchbox', { name: 'Search nodes by name or op' });
    await search.fill('square');
    await panel.getByText('5 matches').waitFor();
    await search.press('Enter');
    await panel.getByText('1 of 5').waitFor();
    await page.keyboard.press('Escape');
    assert.equal(await search.inputValue(), '');
  },

  async 'B shows only what a node is made from, A what it goes into, and Escape all again'({ workbench, page, shot }) {
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable a,/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('b');
    await panel.getByText('2 nodes that a is made from; the others are faint.').waitFor({ state: 'attached' });
    const madeFrom = panel.getByRole('button', { name: 'What it is made from' });
    assert.equal(await madeFrom.getAttribute('aria-pressed'), 'true');
    await shot('made-from');
    await panel.getByRole('button', { name: 'What it goes into' }).click();
    await panel.getByText('6 nodes that a goes into; the others are faint.').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await panel.getByText('All nodes are shown.').waitFor({ state: 'attached' });
  },

  async 'a press beside the nodes, and moving the picture, take the keyboard from the editor'({ workbench, page }) {
    const panel = workbench.webview();
    const graph = panel.locator('.graph');
    const beside = { x: 10, y: 40 };
    for (const press of [() => graph.click({ position: beside, force: true }), () => graph.dragTo(graph, { sourcePosition: beside, targetPosition: { x: 20, y: 60 }, force: true })]) {
      await workbench.focusEditor();
      await press();
      await workbench.untilInPanel();
      await page.keyboard.press('?');
      await panel.getByRole('dialog', { name: 'Keys' }).waitFor();
      await page.keyboard.press('Escape');
    }
    assert.equal(await page.locator('.tab.dirty').count(), 0, 'nothing was typed into a text');
  },

  async 'a reload of the window brings the panel back with its graph'({ workbench, shot }) {
    await workbench.focusEditor();
    await workbench.reloadWindow();
    await workbench.untilReady(/\.dz\.ts/);
    await workbench.webview().getByRole('treeitem', { name: /^Variable y, value 32\.0/ }).waitFor();
    await workbench.webview().getByText('The run of this graph is gone: the window was reloaded, or the snippet closed.').waitFor();
    await shot('restored');
  },

  async 'a graph of 2,000 nodes opens folded, one turn of each loop in sight'({ workbench, page, folder, shot }) {
    fs.writeFileSync(path.join(folder, 'large.dz.ts'), LARGE);
    await workbench.openFile('large.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByText('1,002 Variables · 1,000 Functions').waitFor();
    const loop = panel.getByRole('treeitem', { name: 'Open loop: for branch, line 4' });
    await loop.waitFor({ state: 'attached' });
    assert.ok(await panel.getByRole('treeitem').count() < 40, 'the graph can be taken in');
    assert.equal(await loop.getAttribute('aria-expanded'), 'true');
    await shot('folded');
    const slider = panel.getByRole('slider', { name: 'Turn' });
    await slider.focus();
    await page.keyboard.press('Home');
    await panel.getByText('turn 1 of 25').waitFor();
    await panel.getByRole('treeitem', { name: /^Folded turns of for branch: turns 2–25, / }).waitFor({ state: 'attached' });
    await page.keyboard.press(']');
    await panel.getByText('turn 2 of 25').waitFor();
    await shot('turn-2');
  },

  async 'E folds and unfolds, the trail says where one is, and both last over a reload of the panel'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const loop = panel.getByRole('treeitem', { name: 'Open loop: for branch, line 4' });
    await loop.focus();
    await page.keyboard.press('e');
    const folded = panel.getByRole('treeitem', { name: 'Folded loop: for branch × 25, 1,000 Functions, 999 Variables, line 4' });
    await folded.and(panel.locator(':focus')).waitFor({ state: 'attached' });
    await panel.getByText('for branch is folded.').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await panel.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: 'Unfold' }).waitFor();
    await panel.getByRole('navigation', { name: 'Where you are' }).getByRole('button', { name: 'for branch' }).waitFor();
    await shot('folded-loop');
    await workbench.focusEditor();
    await workbench.reloadWindow();
    await workbench.untilReady(/large\.dz\.ts/);
    await workbench.runCommand('DeZero: Run Snippet');
    await folded.focus();
    await page.keyboard.press('e');
    await loop.waitFor({ state: 'attached' });
  },

  async 'hidden behind a text, and moved to its column, it keeps what is selected, its folds and its camera'({ workbench, page, shot }) {
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: 'Open loop: for branch, line 4' }).focus();
    await page.keyboard.press('e');
    const folded = panel.getByRole('treeitem', { name: /^Folded loop: for branch × 25, / });
    await folded.focus();
    await page.keyboard.press('Enter');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('+');
    const zoom = () => panel.locator('.graph').evaluate(container => /** @type {any} */ (container)._cyreg.cy.zoom());
    const before = await zoom();
    const isKept = async () => {
      await folded.and(panel.locator('[aria-selected="true"]')).waitFor({ state: 'attached' });
      assert.equal(await zoom(), before);
    };
    /** Without the Escape of runCommand: that selects nothing. @param {string} title */
    const command = async title => {
      await workbench.untilInPanel();
      await page.keyboard.press('F1');
      await workbench.pick(title, `>${title}`);
    };
    await command('View: Move Editor into Left Group');
    await page.locator('.editor-group-container').nth(1).waitFor({ state: 'detached' });
    await isKept();
    await workbench.openFile('large.dz.ts');
    await panel.locator('body').waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: /^Graph: large\.dz\.ts/ }).click();
    await isKept();
    await shot('moved');
    await command('View: Move Editor into Right Group');
    await page.locator('.editor-group-container').nth(1).waitFor();
    await isKept();
  },

  async 'a graph of 2,000 nodes unfolds as a whole, and answers to the keyboard'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const search = panel.getByRole('searchbox', { name: 'Search' });
    await search.fill('op:mul');
    await panel.getByRole('button', { name: 'Unfold all' }).click();
    await panel.getByText('All groups are unfolded.').waitFor({ state: 'attached' });
    // The shapes come a part a frame; the last have what was searched for marked too.
    const shapes = await panel.locator('.graph').evaluate(async container => {
      const { cy } = /** @type {any} */ (container)._cyreg;
      const counts = () => [cy.nodes().length, cy.nodes('.match').length];
      for (const start = Date.now(); Date.now() - start < 20_000 && counts().join() !== '2002,325';) await new Promise(done => setTimeout(done, 50));
      return counts();
    });
    assert.deepEqual(shapes, [2002, 25 * 13]);
    await search.fill('');
    // 25 turns, in each a loop of 13, and the loop around all.
    assert.equal(await panel.getByRole('treeitem').count(), 2002 + 1 + 25 * (1 + 1 + 13));
    await shot('2000-nodes');
    await panel.getByRole('button', { name: 'Fit' }).click();
    await page.waitForTimeout(500);
    await shot('2000-nodes-fit');
    const first = panel.getByRole('treeitem').first();
    await first.focus();
    await page.keyboard.press('End');
    await panel.getByRole('treeitem', { name: /^Variable y,/ }).and(panel.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await panel.getByRole('complementary').getByText('output Variable').waitFor();
    await shot('2000-nodes-output');
  },

  async 'the minimap leads to another part of the graph, and goes where all of it is in sight'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const map = panel.locator('.minimap');
    await map.waitFor();
    const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await map.boundingBox());
    const picture = async () => (await panel.locator('.layer-above').screenshot()).toString('base64');
    const before = await picture();
    await map.click({ position: { x: box.width * 0.2, y: box.height / 2 } });
    await page.waitForTimeout(300);
    assert.notEqual(await picture(), before, 'the picture moves there');
    await shot('minimap');
    const title = panel.locator('.minimap:not([hidden])');
    await panel.getByRole('button', { name: 'Fit' }).click();
    await title.waitFor({ state: 'detached' });
  },

  async 'the sheet of keys opens by key and by button, and gives the focus back'({ workbench, page, shot }) {
    const panel = workbench.webview();
    const node = panel.getByRole('treeitem', { name: /^Variable y,/ });
    await node.focus();
    await page.keyboard.press('?');
    const sheet = panel.getByRole('dialog', { name: 'Keys' });
    await sheet.waitFor();
    await panel.getByText('all of the graph').waitFor();
    await shot('keys');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await node.and(panel.locator(':focus')).waitFor({ state: 'attached' });
    await panel.getByRole('button', { name: 'Keys' }).click();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'hidden' });
  },

  async 'the graph is exported from the panel, in the format that is picked, beside the snippet'({ workbench, page, folder, shot }) {
    const panel = workbench.webview();
    await panel.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('option', { name: /^SVG, dark/ }).click();
    await page.locator('.quick-input-widget').getByRole('textbox').waitFor();
    await shot('export');
    await page.keyboard.press('Enter');
    await page.getByText('The graph is in large.svg.').first().waitFor();
    const svg = fs.readFileSync(path.join(folder, 'large.svg'), 'utf8');
    assert.match(svg, /^<svg xmlns=/);
    assert.equal(svg.match(/<ellipse/g)?.length, 1002);
  },
};
