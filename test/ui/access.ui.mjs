// @ts-check
/** @file The panel at a zoom of 200 %, and by touch. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';

/** One node, which is in the middle of the picture. */
const SNIPPET = `import { Variable } from 'dezero';
const x = new Variable(2.0);
`;

/** @typedef {import('../../scripts/test/ui-session.mjs').UiTest} UiTest */
/** @typedef {{ x: number, y: number }} Point */

/**
 * Fingers on the screen: each list has where they are at one moment; none are left at the end.
 * @param {import('playwright-core').Page} page
 * @param {Point[][]} moments
 * @param {number} [holdMs] how long the fingers stay before they leave
 */
async function touch(page, moments, holdMs = 0) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
  for (const [at, touchPoints] of moments.entries()) {
    await session.send('Input.dispatchTouchEvent', { type: at === 0 ? 'touchStart' : 'touchMove', touchPoints });
  }
  await page.waitForTimeout(holdMs);
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
  await session.detach();
}

/**
 * @param {import('../../scripts/vscode/workbench.mjs').Workbench} workbench
 * @returns {Promise<Point>}
 */
async function middle(workbench) {
  const box = await workbench.webview().getByRole('main', { name: 'Computation graph' }).boundingBox();
  assert.ok(box);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** @type {Record<string, UiTest>} */
export default {
  async 'at 200 % all of the panel is in reach: buttons inside it, nothing scrolls sideways, details below the graph'({ workbench, page, shot }) {
    await workbench.openFile('step18-save-memory.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable t, / }).focus();
    await page.keyboard.press('Enter');
    const details = panel.getByRole('complementary', { name: 'Details' });
    await details.getByRole('heading', { name: 't', exact: true, level: 2 }).waitFor();
    await page.setViewportSize({ width: 700, height: 450 });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await page.waitForTimeout(1000);
    const { width, outside } = await panel.locator('body').evaluate(body => ({
      width: [body.ownerDocument.documentElement.scrollWidth, body.ownerDocument.documentElement.clientWidth],
      outside: [...body.querySelectorAll('button, input, select')].filter(each => {
        const { left, right, width: own } = each.getBoundingClientRect();
        return own > 0 && (left < 0 || right > window.innerWidth);
      }).map(each => each.getAttribute('aria-label') ?? each.textContent),
    }));
    assert.ok(width[0] !== undefined && width[1] !== undefined && width[0] <= width[1], `${width[0]} px are shown in ${width[1]}`);
    assert.ok(width[1] < 450, 'the panel is narrow');
    assert.deepEqual(outside, []);
    const [graph, side] = await Promise.all([panel.getByRole('main', { name: 'Computation graph' }).boundingBox(), details.boundingBox()]);
    assert.ok(graph && side && side.y >= graph.y + graph.height, 'the details are below the graph');
    assert.equal(await panel.locator('.minimap').isVisible(), false, 'it would cover the graph');
    await shot('200-percent');
    await page.setViewportSize({ width: 1400, height: 900 });
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  },

  async 'a tap selects a node, and nothing of the details that come up under the finger'({ workbench, page, folder, shot }) {
    await workbench.focusEditor();
    fs.writeFileSync(path.join(folder, 'touch.dz.ts'), SNIPPET);
    await workbench.openFile('touch.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable x, / }).waitFor();
    await panel.getByText('1 Variable · 0 Functions').waitFor();
    await page.waitForTimeout(500);
    await touch(page, [[await middle(workbench)]]);
    await panel.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: 'x', exact: true, level: 2 }).waitFor();
    await page.waitForTimeout(500);
    assert.equal(await panel.getByRole('complementary', { name: 'Details' }).locator(':focus').count(), 0);
    await shot('tapped');
  },

  async 'holding a node takes it away from what is selected, and adds it'({ workbench, page }) {
    const panel = workbench.webview();
    const selected = panel.getByRole('treeitem', { name: /^Variable x, /, selected: true });
    await panel.getByRole('button', { name: 'Close Details' }).click();
    await page.waitForTimeout(500);
    await touch(page, [[await middle(workbench)]], 800);
    await selected.waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    await touch(page, [[await middle(workbench)]], 800);
    await selected.waitFor();
  },

  async 'two fingers zoom in until the minimap shows what is out of sight, and one moves the picture'({ workbench, page, shot }) {
    await workbench.focusEditor();
    await workbench.openFile('step18-save-memory.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    const minimap = panel.locator('.minimap');
    await panel.getByText('8 Variables · 2 Functions').waitFor();
    await panel.getByRole('button', { name: 'Close Details' }).click();
    await page.waitForTimeout(500);
    assert.equal(await minimap.isVisible(), false);
    const { x, y } = await middle(workbench);
    const fingers = Array.from({ length: 20 }, (_, step) => [{ x: x - 20 - 8 * step, y }, { x: x + 20 + 8 * step, y }]);
    await touch(page, fingers);
    await minimap.waitFor();
    await shot('pinched');
    await panel.getByRole('button', { name: 'Fit' }).click();
    await minimap.waitFor({ state: 'hidden' });
    await touch(page, Array.from({ length: 20 }, (_, step) => [{ x: x - 150 + 10 * step, y: y + 200 }]));
    await minimap.waitFor();
    await shot('panned');
  },
};
