// @ts-check
/** @file The ways out of the panel: a picture in pixels, the clipboard, and a page that lives without VS Code. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inRoot } from '../../scripts/tools/paths.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../../scripts/test/ui-session.mjs').UiFixture} UiFixture */

const SNIPPET = `import { Variable, np } from 'dezero';
import { half } from './half.dz.ts';
const a = new Variable(np.array(3.0)), tag = new Variable(1, '</script><script>document.title = "harm"</script>');
const y = half(a * a) + tag;
y.backward();
console.log('y is', y);
`;
const HALF = `import { Variable } from 'dezero';
export const half = (x: Variable) => x / 2;
`;
/** Too many nodes to be laid out in the page itself: the worker does it. */
const CHAIN = `import { Variable } from 'dezero';
let y = new Variable(1);
for (let i = 0; i < 300; i++) y = y * 1.01;
y.backward();
`;

/**
 * Chooses from the panel's Export, one entry after the other.
 * @param {UiFixture} fixture
 * @param {...RegExp} entries
 */
async function choose({ workbench, page }, ...entries) {
  await workbench.webview().getByRole('button', { name: 'Export' }).click();
  for (const name of entries) await page.getByRole('option', { name }).first().click();
}

/**
 * Takes the place that the dialog proposes.
 * @param {UiFixture} fixture
 * @param {string} name
 */
async function save({ workbench, page }, name) {
  await page.waitForFunction(end => [...document.querySelectorAll('.quick-input-widget input')].some(input => /** @type {HTMLInputElement} */ (input).value.endsWith(end)), `/${name}`);
  await page.keyboard.press('Enter');
  await workbench.notification(`The graph is in ${name}.`).waitFor();
  await workbench.runCommand('Notifications: Clear All Notifications');
}

/**
 * Size, and colours as [red, green, blue, alpha], of a picture.
 * @param {Page} page any
 * @param {Buffer} png
 * @param {readonly (readonly [x: number, y: number])[]} points
 */
async function look(page, png, points) {
  const context = await page.context().browser()?.newContext({ offline: true });
  assert.ok(context);
  const viewer = await context.newPage();
  const seen = await viewer.evaluate(async ({ address, places }) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const drawing = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d'));
    drawing.drawImage(image, 0, 0);
    return { size: [image.width, image.height], colours: places.map(([x, y]) => [...drawing.getImageData(x, y, 1, 1).data]) };
  }, { address: `data:image/png;base64,${png.toString('base64')}`, places: points.map(([x, y]) => /** @type {const} */ ([Math.round(x), Math.round(y)])) });
  await context.close();
  return seen;
}

/**
 * Places of the picture of SNIPPET: its corner, in its first ellipse, in its first box; and its size.
 * @param {string} svg
 * @param {number} scale
 */
function placesOf(svg, scale) {
  /** @type {(pattern: RegExp) => [number, number, number, number]} */
  const numbers = pattern => /** @type {[number, number, number, number]} */ (pattern.exec(svg)?.slice(1).map(Number));
  const [left, top, width, height] = numbers(/viewBox="(\S+) (\S+) (\S+) (\S+)"/);
  const [cx, cy, rx] = numbers(/<ellipse[^>]* cx="(\S+)" cy="(\S+)" rx="(\S+)"/);
  const [x, y] = numbers(/<rect x="(\S+)" y="(\S+)"/);
  /** @type {(x: number, y: number) => readonly [number, number]} */
  const at = (px, py) => [(px - left) * scale, (py - top) * scale];
  return { size: [Math.round(width * scale), Math.round(height * scale)], points: [at(left + 2, top + 2), at(cx - rx * 0.9, cy), at(x + 7, y + 6)] };
}

const LIGHT = [[255, 255, 255, 255], [255, 244, 224, 255], [228, 240, 251, 255]];
const DARK = [[31, 31, 31, 255], [58, 42, 18, 255], [20, 48, 74, 255]];

/** @type {string} */
let svg;

/** @type {Record<string, import('../../scripts/test/ui-session.mjs').UiTest>} */
export default {
  async 'a PNG is the SVG in pixels: its size at each scale, and the colours of ground, Variables and Functions'(fixture) {
    const { workbench, page, folder, shot } = fixture;
    // One that the explorer shows already: new ones it may miss while it starts.
    fs.writeFileSync(path.join(folder, 'hello.dz.ts'), SNIPPET);
    fs.writeFileSync(path.join(folder, 'half.dz.ts'), HALF);
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await workbench.webview().getByRole('treeitem', { name: /^Variable y, value 5\.5/ }).waitFor();
    await choose(fixture, /^SVG,? A picture for a light page/);
    await save(fixture, 'hello.svg');
    svg = fs.readFileSync(path.join(folder, 'hello.svg'), 'utf8');

    await choose(fixture, /^PNG/);
    await page.getByRole('option', { name: /^4×/ }).waitFor();
    await page.waitForTimeout(300); // for the pictures, while it fades in
    await shot('scales');
    await page.getByRole('option', { name: /^2×/ }).click();
    await page.getByRole('option', { name: /^Dark, transparent/ }).waitFor();
    await shot('grounds');
    await page.getByRole('option', { name: /^Light$/ }).click();
    await save(fixture, 'hello.png');
    const twice = placesOf(svg, 2);
    const png = path.join(folder, 'hello.png');
    assert.deepEqual(await look(page, fs.readFileSync(png), twice.points), { size: twice.size, colours: LIGHT });
    fs.copyFileSync(png, inRoot('test-results/screenshots/export-light-2x.png'));

    fs.rmSync(png);
    await choose(fixture, /^PNG/, /^3×/, /^Dark$/);
    await save(fixture, 'hello.png');
    const thrice = placesOf(svg, 3);
    assert.deepEqual(await look(page, fs.readFileSync(png), thrice.points), { size: thrice.size, colours: DARK });
    fs.copyFileSync(png, inRoot('test-results/screenshots/export-dark-3x.png'));
  },

  async 'the scale can be typed, and the ground left out'(fixture) {
    const { page, folder } = fixture;
    fs.rmSync(path.join(folder, 'hello.png'));
    await choose(fixture, /^PNG/, /^Other…/);
    const input = page.locator('.quick-input-widget').getByRole('textbox');
    await input.fill('nonsense');
    await page.keyboard.press('Enter');
    await page.getByText(/A number above 0 and up to \d+/).first().waitFor();
    await input.fill('1,5');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: /^Light, transparent/ }).click();
    await save(fixture, 'hello.png');
    const { size, points } = placesOf(svg, 1.5);
    assert.deepEqual(await look(page, fs.readFileSync(path.join(folder, 'hello.png')), points), { size, colours: [[0, 0, 0, 0], ...LIGHT.slice(1)] });
  },

  async 'where the clipboard is not allowed, the panel says so and offers the file instead'(fixture) {
    const { workbench, page, folder } = fixture;
    const session = await page.context().newCDPSession(page);
    const { browserContextId } = (await session.send('Target.getTargetInfo')).targetInfo;
    assert.ok(browserContextId);
    await session.send('Browser.setPermission', { permission: { name: 'clipboard-write' }, setting: 'denied', browserContextId });
    await workbench.runCommand('DeZero: Copy Picture of the Graph');
    const refusal = workbench.notification(/The clipboard did not take the picture: .+ You can save it as a file instead\./);
    await refusal.waitFor();
    fs.rmSync(path.join(folder, 'hello.png'));
    await refusal.getByRole('button', { name: 'Save as PNG…' }).click();
    await save(fixture, 'hello.png');
    assert.deepEqual((await look(page, fs.readFileSync(path.join(folder, 'hello.png')), [])).size, placesOf(svg, 2).size);
  },

  async 'the picture is copied to the clipboard, and the keyboard goes back to the editor'(fixture) {
    const { workbench, page } = fixture;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.focusEditor();
    await workbench.runCommand('DeZero: Copy Picture of the Graph');
    await workbench.notification(/The picture is in the clipboard: [\d,]+ × [\d,]+ pixels\./).waitFor();
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const bytes = /** @type {Uint8Array} */ (await /** @type {Blob} */ (await item?.getType('image/png')).bytes());
      return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
    });
    const { size, points } = placesOf(svg, 2);
    const seen = await look(page, Buffer.from(copied, 'base64'), points);
    assert.deepEqual(seen.size, size);
    assert.ok([LIGHT, DARK].some(colours => JSON.stringify(colours) === JSON.stringify(seen.colours)), `as the theme is: ${JSON.stringify(seen.colours)}`);
  },

  async 'the text of a graph is copied from the Export of the panel'(fixture) {
    const { workbench, page } = fixture;
    await choose(fixture, /^Copy as Mermaid/);
    await workbench.notification('The graph is in the clipboard, as Mermaid.').waitFor();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^flowchart LR\n/);
  },

  async 'a closed panel opens for a picture'(fixture) {
    const { workbench, page, folder } = fixture;
    await workbench.runCommand('View: Close All Editors');
    await workbench.openFile('hello.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await workbench.webview().getByRole('treeitem', { name: /^Variable y, value 5\.5/ }).waitFor();
    await page.locator('.tab', { hasText: 'Graph: hello.dz.ts' }).getByRole('button', { name: /Close/ }).click();
    await page.locator('.tab', { hasText: 'Graph: hello.dz.ts' }).waitFor({ state: 'detached' });
    fs.rmSync(path.join(folder, 'hello.png'));
    await workbench.runCommand('DeZero: Export Graph…');
    for (const name of [/^PNG/, /^1×/, /^Light$/]) await page.getByRole('option', { name }).first().click();
    await save(fixture, 'hello.png');
    const { size, points } = placesOf(svg, 1);
    assert.deepEqual(await look(page, fs.readFileSync(path.join(folder, 'hello.png')), points), { size, colours: LIGHT });
  },

  async 'the page opens from the disk without a network: tree, keyboard, search, and the line in the source'(fixture) {
    const { page, folder } = fixture;
    await choose(fixture, /^HTML/);
    await save(fixture, 'hello.html');
    await inBrowser(page, path.join(folder, 'hello.html'), { colorScheme: 'light' }, async ({ student, shot }) => {
      assert.equal(await student.title(), 'hello.dz.ts: computation graph', 'no script of the snippet ran');
      await student.getByRole('treeitem', { name: /^Variable y, value 5\.5/ }).focus();
      await student.keyboard.press('Enter');
      await student.getByRole('complementary', { name: 'Details' }).getByText('output Variable').waitFor();
      assert.deepEqual(await student.locator('.source-line mark').allInnerTexts(), ['half(a * a) + tag']);
      await shot('page-light');
      await student.keyboard.press('b');
      await student.getByText(/nodes that y is made from; the others are faint\./).waitFor({ state: 'attached' });
      await student.keyboard.press('Escape');

      await student.keyboard.press('/');
      await student.keyboard.type('div');
      await student.getByText('1 match').waitFor();
      await student.keyboard.press('Enter');
      await student.getByRole('button', { name: 'Hide Source' }).click();
      await student.getByRole('button', { name: 'Show half.dz.ts line 2 in the source' }).click();
      assert.deepEqual(await student.locator('.source-line mark').allInnerTexts(), ['x / 2']);
      assert.equal(await student.getByRole('button', { name: 'half.dz.ts', exact: true }).getAttribute('aria-pressed'), 'true');

      await student.getByRole('button', { name: 'hello.dz.ts', exact: true }).click();
      await student.getByRole('button', { name: 'Line 4: select what it made' }).click();
      await student.getByRole('complementary', { name: 'Details' }).getByRole('heading', { name: /^\d nodes selected$/ }).waitFor();
      await student.getByText('y is variable(5.5)').waitFor();
      await student.getByRole('button', { name: 'Direction: left to right' }).click();
      await student.getByRole('button', { name: 'Direction: top to bottom' }).waitFor();

      await student.keyboard.press('?');
      await student.getByRole('dialog', { name: 'Keys' }).waitFor();
      assert.equal(await student.getByText('VS Code').count(), 0);
      await student.keyboard.press('Escape');
      const buttons = await student.getByRole('button').evaluateAll(all => all.map(each => each.getAttribute('aria-label') ?? each.textContent));
      for (const gone of ['Run', 'Stop', 'Backward', 'Clear Gradients', 'Retain Grad', 'No-Grad', 'Pin', 'Export', 'Run backward from here']) {
        assert.ok(!buttons.includes(gone), `${gone} is not there: ${buttons.join(', ')}`);
      }
    });
    await inBrowser(page, path.join(folder, 'hello.html'), { colorScheme: 'dark' }, async ({ student, shot }) => {
      await student.getByRole('treeitem', { name: /^Function Div/ }).focus();
      await student.keyboard.press('Enter');
      await shot('page-dark');
    });
    await inBrowser(page, path.join(folder, 'hello.html'), { colorScheme: 'dark', contrast: 'more' }, async ({ student, shot }) => {
      await student.getByRole('treeitem', { name: /^Variable a,/ }).focus();
      await student.keyboard.press('Enter');
      await shot('page-contrast');
    });
  },

  async 'a page of many nodes lays them out in its worker; a picture too large to draw says which scale is possible'(fixture) {
    const { workbench, page, folder } = fixture;
    fs.writeFileSync(path.join(folder, 'chain.dz.ts'), CHAIN);
    await workbench.openFile('chain.dz.ts');
    await workbench.runCommand('DeZero: Run Snippet');
    await workbench.webview().getByText('601 Variables · 300 Functions').waitFor();
    await choose(fixture, /^HTML/);
    await save(fixture, 'chain.html');
    await inBrowser(page, path.join(folder, 'chain.html'), {}, async ({ student, shot }) => {
      await student.getByRole('button', { name: 'Unfold all' }).click();
      await student.getByRole('treeitem').nth(900).waitFor({ state: 'attached' });
      assert.equal(student.workers().length, 1);
      await shot('page-chain');
    });
    await choose(fixture, /^PNG/);
    await page.getByRole('option', { name: /^Other…/ }).waitFor();
    const scales = await page.getByRole('option').evaluateAll(all => all.map(each => each.getAttribute('aria-label')));
    assert.match(scales.join('; '), /^0\.\d+×, 32,7\d\d × [\d,]+ pixels; Other…$/);
    await page.getByRole('option', { name: /^Other…/ }).click();
    await page.locator('.quick-input-widget').getByRole('textbox').fill('2');
    await page.getByText(/A number above 0 and up to 0\.\d+: pixels of the picture/).first().waitFor();
    await page.keyboard.press('Escape');
  },
};

/**
 * A student's browser: the file, no network, and nothing that it could ask for.
 * @param {Page} page any
 * @param {string} file
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(fixture: { student: Page, shot: (name: string) => Promise<void> }) => Promise<void>} test
 */
async function inBrowser(page, file, options, test) {
  const context = await page.context().browser()?.newContext({ offline: true, viewport: { width: 1300, height: 800 }, ...options });
  assert.ok(context);
  const student = await context.newPage();
  /** @type {string[]} */
  const wrong = [];
  student.on('console', message => wrong.push(message.text()));
  student.on('pageerror', error => wrong.push(error.message));
  student.on('request', request => { if (!/^(file|data|blob):/.test(request.url())) wrong.push(request.url()); });
  await student.goto(pathToFileURL(file).href);
  await student.getByRole('treeitem').first().waitFor({ state: 'attached' });
  await test({
    student,
    shot: async name => {
      await student.waitForTimeout(400);
      await student.screenshot({ path: inRoot(`test-results/screenshots/export-${name}.png`) });
    },
  });
  await context.close();
  assert.deepEqual(wrong, [], 'nothing fails, and nothing is asked for');
}
