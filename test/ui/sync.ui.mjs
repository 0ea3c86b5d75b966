// @ts-check
/** @file Editors and panels side by side: several lines and several nodes, several snippets, and a second window. */
import assert from 'node:assert/strict';
import { inRoot } from '../../scripts/tools/paths.mjs';
import { namesOf, Workbench } from '../../scripts/vscode/workbench.mjs';

/** @typedef {import('playwright-core').FrameLocator} FrameLocator */

/**
 * The names of the selected nodes, without what is said of them.
 * @param {FrameLocator} panel
 */
const selected = async panel => {
  const names = await namesOf(panel.getByRole('treeitem', { selected: true, includeHidden: true }));
  return names.map(name => name.split(',')[0]).sort();
};

/**
 * Waits, for the panel hears of the editor a moment later.
 * @param {FrameLocator} panel
 * @param {readonly string[]} names
 */
async function untilSelected(panel, names) {
  const wanted = [...names].sort();
  let found = await selected(panel);
  for (const start = Date.now(); Date.now() - start < 15_000 && found.join() !== wanted.join(); found = await selected(panel)) {
    await new Promise(done => setTimeout(done, 100));
  }
  assert.deepEqual(found, wanted);
}

/**
 * Clicks a node in the picture, where Cytoscape has it.
 * @param {FrameLocator} panel
 * @param {RegExp} name
 * @param {('Control' | 'Shift' | 'Meta')[]} [modifiers]
 */
async function clickNode(panel, name, modifiers = []) {
  const id = await panel.getByRole('treeitem', { name }).getAttribute('data-node');
  const graph = panel.locator('.graph');
  const position = await graph.evaluate((container, node) => {
    const { cy } = /** @type {any} */ (container)._cyreg;
    return cy.getElementById(node).renderedPosition();
  }, id);
  await graph.click({ position, modifiers, force: true });
}

/**
 * The picture has colours in it: a canvas that nobody drew on has none.
 * @param {FrameLocator} panel
 */
async function untilPainted(panel) {
  await panel.locator('.layer-above').evaluate(async canvas => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
    const isPainted = () => {
      const { data } = /** @type {CanvasRenderingContext2D} */ (/** @type {HTMLCanvasElement} */ (canvas).getContext('2d')).getImageData(0, 0, width, height);
      return data.some(part => part > 0);
    };
    while (!isPainted()) await new Promise(done => setTimeout(done, 100));
  });
}

/** @type {Record<string, import('../../scripts/test/ui-session.mjs').UiTest>} */
export default {
  async 'a selection over lines selects what these lines made; several cursors count together'({ workbench, page, shot }) {
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    const panel = workbench.webview();
    await panel.getByRole('treeitem', { name: /^Variable y, value 7\.0/ }).waitFor();
    await panel.getByRole('button', { name: 'Details' }).click();
    await workbench.untilInPanel();
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /^Ln / }).waitFor();
    await workbench.goTo(4, 1);
    for (let line = 0; line < 2; line += 1) await page.keyboard.press('Shift+ArrowDown');
    await untilSelected(panel, ['Variable a', 'Variable b']);
    await panel.getByRole('heading', { name: '2 nodes selected' }).waitFor();
    await shot('lines');
    await workbench.goTo(5, 1);
    await workbench.runCommand('Add Cursor Below');
    await untilSelected(panel, ['Variable b', 'Variable c']);
    await workbench.goTo(8, 1);
    await page.keyboard.press('Shift+End');
    await untilSelected(panel, ['Function Add', 'Function Mul', 'Variable a * b', 'Variable y']);
  },

  async 'Ctrl+click on two nodes selects both lines in the editor, and the details list them'({ workbench, shot }) {
    const panel = workbench.webview();
    await clickNode(panel, /^Variable a,/);
    await untilSelected(panel, ['Variable a']);
    await clickNode(panel, /^Variable c,/, ['Control']);
    await untilSelected(panel, ['Variable a', 'Variable c']);
    await panel.getByText('c added, 2 nodes selected.').waitFor({ state: 'attached' });
    const details = panel.getByRole('complementary', { name: 'Details' });
    await details.getByRole('heading', { name: '2 nodes selected' }).waitFor();
    assert.deepEqual((await details.getByRole('listitem').allInnerTexts()).map(text => text.split(/\s+/)), [['c', 'leaf', '1.0'], ['a', 'leaf', '3.0']]);
    await shot('two-nodes');
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /^2 selections/ }).waitFor();
    await untilSelected(panel, ['Variable a', 'Variable c']);
    await shot('two-lines');
    await clickNode(panel, /^Variable a,/, ['Shift']);
    await panel.getByText('a taken away, 1 node selected.').waitFor({ state: 'attached' });
    await untilSelected(panel, ['Variable c']);
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /^Ln 6, Col \d+ \(\d+ selected\)/ }).waitFor();
  },

  async 'what the editor had selected before it heard of a pick does not take its place'({ workbench }) {
    const panel = workbench.webview();
    await clickNode(panel, /^Variable b,/);
    await untilSelected(panel, ['Variable b']);
    const id = await panel.getByRole('treeitem', { name: /^Variable y,/ }).getAttribute('data-node');
    /** @param {number} heard */
    const cross = heard => panel.locator('body').evaluate(async (_, message) => {
      const taken = new Promise(done => { window.addEventListener('message', done, { once: true }); });
      window.postMessage(message, '*');
      await taken;
    }, { type: 'select', ids: [id], heard });
    await cross(0);
    assert.deepEqual(await selected(panel), ['Variable b']);
    await cross(1000);
    assert.deepEqual(await selected(panel), ['Variable y']);
  },

  async 'in the tree Space and Shift with an arrow add and take away, Enter selects alone; an expression in another shows as one selection'({ workbench, page }) {
    const panel = workbench.webview();
    const tree = panel.getByRole('tree', { name: /^Nodes of the graph/ });
    assert.equal(await tree.getAttribute('aria-multiselectable'), 'true');
    const product = panel.getByRole('treeitem', { name: /^Variable a \* b,/ });
    await product.focus();
    await page.keyboard.press('Enter');
    await untilSelected(panel, ['Variable a * b']);
    await panel.getByRole('treeitem', { name: /^Variable y,/ }).focus();
    await page.keyboard.press('Space');
    await untilSelected(panel, ['Variable a * b', 'Variable y']);
    await panel.getByRole('treeitem', { name: /^Variable b,/ }).focus();
    await page.keyboard.press('Control+Enter');
    await untilSelected(panel, ['Variable a * b', 'Variable b', 'Variable y']);
    await page.keyboard.press('Space');
    await panel.getByText('b taken away, 2 nodes selected.').waitFor({ state: 'attached' });
    assert.ok(await panel.getByRole('treeitem', { name: /^Variable b,/ }).evaluate(item => item === document.activeElement), 'the keyboard stays');
    await page.keyboard.press('Shift+ArrowUp');
    await untilSelected(panel, ['Variable a', 'Variable a * b', 'Variable y']);
    await page.keyboard.press('Space');
    await page.waitForTimeout(500);
    await untilSelected(panel, ['Variable a * b', 'Variable y']);
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /^Ln 8, Col 20 \(9 selected\)/ }).waitFor();
    await product.focus();
    await page.keyboard.press('Escape');
    await untilSelected(panel, []);
  },

  async 'a pinned panel stays with its snippet, and the graph of another opens in a second one, which follows'({ workbench, page, shot }) {
    const pin = workbench.webview().getByRole('button', { name: 'Pin' });
    assert.equal(await pin.getAttribute('aria-pressed'), 'false');
    await pin.click();
    const hello = await workbench.webviewNamed('Graph: hello.dz.ts (pinned)');
    await hello.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
    await page.getByRole('tab', { name: /^Graph: hello\.dz\.ts \(pinned\)/ }).waitFor();
    await workbench.focusEditor();
    await workbench.openFile('step16-generations.dz.ts');
    await page.getByRole('tab', { name: /^Graph: hello\.dz\.ts \(pinned\)/ }).waitFor();
    await workbench.runCommand('DeZero: Run Snippet');
    const follower = await workbench.webviewNamed('Graph: step16-generations.dz.ts');
    await follower.getByRole('treeitem', { name: /^Variable y, value 32\.0/ }).waitFor();
    await page.getByRole('tab', { name: /^Graph: hello\.dz\.ts \(pinned\)/ }).waitFor();
    await workbench.focusEditor();
    await workbench.openFile('step18-save-memory.dz.ts');
    await page.getByRole('tab', { name: /^Graph: step18-save-memory\.dz\.ts/ }).waitFor();
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Show Graph');
    await hello.getByRole('treeitem', { name: /^Variable y, value 7\.0/ }).waitFor();
    await page.getByRole('tab', { name: /^Graph: step18-save-memory\.dz\.ts/ }).waitFor();
    assert.equal(await page.getByRole('tab', { name: /^Graph: / }).count(), 2, 'no snippet has two panels');
    await shot('pinned');
  },

  async 'a command in a pinned panel means its snippet'({ workbench, page }) {
    await workbench.focusEditor();
    await workbench.openFile('step18-save-memory.dz.ts');
    const hello = await workbench.webviewNamed('Graph: hello.dz.ts (pinned)');
    await clickNode(hello, /^Variable y,/);
    await workbench.untilInPanel();
    await untilSelected(hello, ['Variable y']);
    await workbench.runCommand('DeZero: Clear Gradients');
    await hello.getByRole('treeitem', { name: /^Variable a, value 3\.0, grad cleared/ }).waitFor();
    await hello.getByRole('button', { name: 'Run', exact: true }).click();
    await hello.getByRole('treeitem', { name: /^Variable a, value 3\.0, grad 2\.0/ }).waitFor();
    assert.equal(await page.getByRole('tab', { name: /^Graph: / }).count(), 2);
  },

  async 'a reload of the window brings both panels back, the pinned one pinned'({ workbench, page, shot }) {
    await workbench.focusEditor();
    await workbench.reloadWindow();
    await workbench.untilReady(/\.dz\.ts/);
    const hello = await workbench.webviewNamed('Graph: hello.dz.ts (pinned)');
    await hello.getByRole('button', { name: 'Pin', pressed: true }).waitFor();
    await hello.getByRole('treeitem', { name: /^Variable y, value 7\.0/ }).waitFor();
    await page.getByRole('tab', { name: /^Graph: step18-save-memory\.dz\.ts/ }).click();
    const follower = await workbench.webviewNamed('Graph: step18-save-memory.dz.ts');
    await follower.getByRole('button', { name: 'Pin', pressed: false }).waitFor();
    await shot('restored');
    await page.getByRole('tab', { name: /^Graph: hello\.dz\.ts/ }).click();
    await hello.getByRole('button', { name: 'Pin' }).click();
    await page.getByRole('tab', { name: /^Graph: step18/ }).waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: /^Graph: hello\.dz\.ts(?! \(pinned\))/ }).waitFor();
  },

  async 'in a second window the panel paints, follows, selects, and takes keys'({ workbench, page, shot }) {
    await workbench.focusEditor();
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await clickNode(workbench.webview(), /^Variable y, value 7\.0, grad dropped/);
    await workbench.untilInPanel();
    const opening = page.context().waitForEvent('page');
    await workbench.runCommand('View: Move Editor into New Window');
    const second = await opening;
    const panel = new Workbench(second).webview();
    await panel.getByRole('treeitem', { name: /^Variable y, value 7\.0/ }).waitFor();
    assert.equal(await page.getByRole('tab', { name: /^Graph: / }).count(), 0, 'it is there, and not here');
    await untilPainted(panel);

    await workbench.openFile('step16-generations.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await panel.getByRole('treeitem', { name: /^Variable y, value 32\.0/ }).waitFor();
    await second.getByRole('tab', { name: /^Graph: step16-generations\.dz\.ts/ }).waitFor();
    await workbench.goTo(6, 11);
    await untilSelected(panel, ['Function Square', 'Variable a']);

    await clickNode(panel, /^Variable x,/);
    await clickNode(panel, /^Variable y,/, ['Control']);
    await second.screenshot({ path: inRoot('test-results/screenshots/sync-second-window.png') });
    await page.bringToFront();
    await workbench.focusEditor();
    await workbench.statusBar.getByRole('button', { name: /^2 selections/ }).waitFor();
    await shot('first-window');

    await second.bringToFront();
    await clickNode(panel, /^Variable a,/);
    await second.keyboard.press('?');
    await panel.getByRole('dialog', { name: 'Keys' }).waitFor();
    await second.keyboard.press('Escape');
    await second.keyboard.press('Control+Alt+g');
    await second.keyboard.press('t');
    await panel.getByRole('button', { name: 'Retain Grad', pressed: true }).waitFor();
    await panel.getByRole('treeitem', { name: /^Variable a, value 4\.0, grad 16\.0/ }).waitFor();
  },

  async 'in a second window the picture is copied to the clipboard'({ workbench, page }) {
    const second = /** @type {import('playwright-core').Page} */ (page.context().pages().find(each => each !== page));
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await second.keyboard.press('Control+Alt+g');
    await second.keyboard.press('i');
    await workbench.notification(/The picture is in the clipboard: [\d,]+ × [\d,]+ pixels\./).waitFor();
    const size = await second.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await /** @type {ClipboardItem} */ (item).getType('image/png')).size;
    });
    assert.ok(size > 1000, `the clipboard has a PNG of ${size} bytes`);
  },
};
