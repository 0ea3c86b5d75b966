// @ts-check
/** @file A graph that takes long to lay out: how far it is, and ways out of it, as its user has them. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { namesOf } from '../../scripts/vscode/workbench.mjs';

/** Each turn takes two of all that there is, so that edges cross everywhere: seconds of layout. */
const tangle = (/** @type {number} */ turns) => `import { Variable, add } from 'dezero';
let seed = 1;
const draw = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
const ys = Array.from({ length: 100 }, () => new Variable(draw()));
const pick = () => ys[Math.floor(draw() * ys.length)];
for (let turn = 0; turn < ${turns}; turn++) ys.push(pick() * 0.5 + pick());
ys.reduce(add).backward();
`;

/** @param {import('playwright-core').FrameLocator} panel */
const bar = panel => panel.getByRole('progressbar', { name: 'Layout of the graph' });

/**
 * @param {import('../../scripts/test/ui-session.mjs').UiFixture} fixture
 * @param {string} name of the snippet
 * @param {number} turns
 */
async function runTangle({ workbench, folder }, name, turns) {
  await workbench.focusEditor();
  fs.writeFileSync(path.join(folder, name), tangle(turns));
  await workbench.openFile(name);
  await workbench.runCommand('DeZero: Run Snippet');
}

/** @type {Record<string, import('../../scripts/test/ui-session.mjs').UiTest>} */
export default {
  async 'a large graph opens folded, without a word about its layout'({ workbench, folder }) {
    fs.mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    fs.writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ 'dezero.graph.maxElements': 100_000 }));
    fs.writeFileSync(path.join(folder, 'tangle.dz.ts'), tangle(5000));
    await workbench.reloadWindow(); // settings of a folder that is new to it are read when it opens
    await workbench.untilReady(/\.dz\.ts/);
    await workbench.openFile('tangle.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByText('20,199 Variables · 15,099 Functions').waitFor();
    await panel.getByRole('treeitem', { name: /^Folded/ }).first().waitFor({ state: 'attached' });
    assert.equal(await bar(panel).count(), 0);
  },

  async 'more nodes than the panel draws at once stay folded, which it says'({ workbench, shot }) {
    const panel = workbench.webview();
    const before = await namesOf(panel.getByRole('treeitem'));
    await panel.getByRole('button', { name: 'Unfold all' }).click();
    const refusal = panel.getByText('That would show 35,298 nodes at once; the panel draws up to 12,000. Unfold a part, or go through the turns of a loop.');
    await refusal.waitFor();
    assert.deepEqual(await namesOf(panel.getByRole('treeitem')), before);
    await shot('too-many');
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    assert.equal(await refusal.isVisible(), false);
  },

  async 'unfolded, it shows how far its layout is; Cancel leaves the picture of before'(fixture) {
    const { workbench, shot } = fixture;
    const panel = workbench.webview();
    await runTangle(fixture, 'knot.dz.ts', 1380);
    await panel.getByText('5,719 Variables · 4,239 Functions').waitFor();
    const before = await namesOf(panel.getByRole('treeitem'));
    await panel.getByRole('button', { name: 'Unfold all' }).click();
    await panel.getByText('Laying out 9,958 nodes…').waitFor();
    const now = Number(await bar(panel).getAttribute('aria-valuenow'));
    assert.ok(now >= 0 && now < 100, `${now} % done`);
    await shot('laying-out');
    await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
    await panel.getByText('The layout of 9,958 nodes was cancelled. The graph is shown as it was.').waitFor();
    assert.equal(await bar(panel).count(), 0);
    assert.deepEqual(await namesOf(panel.getByRole('treeitem')), before);
    await shot('cancelled');
  },

  async 'Lay out begins it again, and Escape ends it'({ workbench, page }) {
    const panel = workbench.webview();
    await panel.getByRole('button', { name: 'Lay out' }).click();
    await panel.getByText('Laying out 9,958 nodes…').waitFor();
    await page.keyboard.press('Escape');
    await panel.getByText('The layout of 9,958 nodes was cancelled. The graph is shown as it was.').waitFor();
    assert.ok(await panel.getByRole('treeitem').count() < 200); // 100 of them are leaves of the snippet
    await panel.getByRole('button', { name: 'Close', exact: true }).click();
    assert.equal(await panel.getByText('was cancelled').count(), 0);
  },

  async 'another fold ends it, and is what is shown'({ workbench }) {
    const panel = workbench.webview();
    await panel.getByRole('button', { name: 'Unfold all' }).click();
    await panel.getByText('Laying out 9,958 nodes…').waitFor();
    await panel.getByRole('button', { name: 'Fold all', exact: true }).click();
    await panel.getByRole('treeitem', { name: /^Folded loop: for turn × 1380, / }).waitFor({ state: 'attached' });
    assert.equal(await bar(panel).count(), 0);
    assert.equal(await panel.getByText('was cancelled').count(), 0);
  },

  async 'cancelled where there is no picture of before, its nodes are placed by generation alone'(fixture) {
    const { workbench, shot } = fixture;
    const panel = workbench.webview();
    await runTangle(fixture, 'snarl.dz.ts', 1000);
    await panel.getByText('4,199 Variables · 3,099 Functions').waitFor();
    await panel.getByRole('button', { name: 'Unfold all' }).click();
    await workbench.focusEditor();
    await workbench.reloadWindow(); // so large a graph is not kept, but that it is unfolded is
    await workbench.untilReady(/\.dz\.ts/);
    await workbench.runCommand('DeZero: Run Snippet');
    await panel.getByText('Laying out 7,298 nodes…').waitFor();
    await panel.getByRole('button', { name: 'Cancel', exact: true }).click();
    await panel.getByText('The layout of 7,298 nodes was cancelled. Its nodes are placed by generation alone.').waitFor();
    assert.equal(await panel.getByRole('treeitem').count() >= 7298, true);
    await shot('placed-by-generation');
  },
};
