// @ts-check
/** @file The main job, as a person does it: run step 18, read its graph and gradients, change the two modes and see what changes. */
import assert from 'node:assert/strict';

/** @typedef {import('../../scripts/test/ui-session.mjs').UiTest} UiTest */

/** Lines of the example where the names are declared. */
const T_LINE = 6;
const Y_LINE = 7;

/**
 * A node of the graph, as a screen reader finds it.
 * @param {import('../../scripts/vscode/workbench.mjs').Workbench} workbench
 * @param {string | RegExp} name
 */
const node = (workbench, name) => workbench.webview().getByRole('treeitem', { name });

/** @type {Record<string, UiTest>} */
export default {
  async 'Run shows the graph: nodes with their values, gradients, and what was dropped or not recorded'({ workbench, shot }) {
    await workbench.openFile('step18-save-memory.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await node(workbench, 'Variable x0, value 1.0, grad 2.0, generation 0, leaf, line 4').waitFor();
    await node(workbench, 'Variable x1, value 1.0, grad 1.0, generation 0, leaf, line 5').waitFor();
    await node(workbench, 'Variable t, value 2.0, grad dropped, generation 1, computed, line 6').waitFor();
    await node(workbench, 'Variable y, value 3.0, grad dropped, generation 2, output, line 7').waitFor();
    await node(workbench, 'Function Add, of x0 and t, gives y, generation 1, line 7').waitFor();
    await node(workbench, 'Variable square1, value 4.0, not recorded, generation 0, line 18').waitFor();
    await shot('run');
  },

  async 'a hover says that the gradient is null, why, and what would change it'({ workbench, shot }) {
    const text = await workbench.hover('t', { line: T_LINE, shows: /gradient null/ });
    assert.match(text, /value\s+2\.0/);
    assert.match(text, /gradient null: dropped after use, because retain-grad is off\. Keep gradients and run again/);
    assert.match(text, /shape \(\), float64, generation 1, output of Add/);
    await shot('hover-null');
    const ones = await workbench.hover('x0', { line: Y_LINE, shows: /gradient\s+2\.0/ });
    assert.match(ones, /value\s+1\.0/);
  },

  async 'Toggle Retain Grad runs again: panel and hover show the gradient'({ workbench, shot }) {
    await workbench.runCommand('DeZero: Toggle Retain Grad');
    await node(workbench, 'Variable t, value 2.0, grad 1.0, generation 1, computed, line 6').waitFor();
    await node(workbench, 'Variable y, value 3.0, grad 1.0, generation 2, output, line 7').waitFor();
    assert.equal(await workbench.webview().getByRole('button', { name: 'Retain Grad' }).getAttribute('aria-pressed'), 'true');
    await workbench.statusBar.getByRole('button', { name: 'Retain Grad: on' }).waitFor();
    const text = await workbench.hover('t', { line: T_LINE, shows: /gradient\s+1\.0/ });
    assert.doesNotMatch(text, /null/);
    await shot('retain-grad');
  },

  async 'a selected node reveals its line, and the cursor selects a node'({ workbench }) {
    await node(workbench, /^Variable x1,/).focus();
    await workbench.page.keyboard.press('Enter');
    await workbench.webview().getByRole('complementary').getByText('leaf Variable').waitFor();
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /Ln 5, Col/ }).waitFor();
    await workbench.goTo(T_LINE, 12);
    await workbench.webview().getByRole('treeitem', { name: /Add|Variable t/, selected: true }).first().waitFor({ state: 'attached' });
  },

  async 'Toggle No-Grad and run: the panel says that nothing was recorded'({ workbench, shot, origins }) {
    await workbench.runCommand('DeZero: Toggle No-Grad Mode');
    await workbench.runCommand('DeZero: Run Snippet');
    await node(workbench, 'Variable y, value 3.0, not recorded, generation 0, line 7').waitFor();
    await workbench.webview().getByText('No-grad: nothing was recorded').waitFor();
    assert.equal(await node(workbench, /^Function/).count(), 0);
    const text = await workbench.hover('t', { line: T_LINE, shows: /no-grad/ });
    assert.match(text, /gradient null: made under no-grad at line 6: nothing was recorded\. Turn no-grad off and run again/);
    await shot('no-grad');
    await workbench.runCommand('DeZero: Toggle No-Grad Mode');
    await workbench.runCommand('DeZero: Toggle Retain Grad');
    await node(workbench, 'Variable t, value 2.0, grad dropped, generation 1, computed, line 6').waitFor();
    assert.deepEqual(origins(), []);
  },
};
