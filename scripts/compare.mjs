// @ts-check
/**
 * @file The graph panel beside Netron and torchviz on the same networks: docs/comparison/*.png, and how long each takes for large graphs.
 *
 *     npm run compare [-- --torchviz FOLDER] [--other NAME=ADDRESS]… [--no-build] [--no-pictures] [--no-times]
 *
 * ADDRESS is where another viewer, which runs, shows one of the networks of test-results/compare: a picture of it becomes NAME.png. So those who have
 * Model Explorer or TensorBoard put them beside: networks.py writes what both read.
 * FOLDER holds the package torchviz, unless Python finds it by itself. networks.py says what Debian packages are needed. Netron writes shapes
 * between 〈 and 〉: a font has to have them, such as that of fonts-wqy-microhei.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { deepSnippet, timeOurs } from './compare/ours.mjs';
import { openInNetron, propertiesInNetron, serveNetron } from './compare/netron.mjs';
import { LIMIT_S, drawDot, makeNetworks } from './compare/torchviz.mjs';
import { serveFolder } from './compare/folder.mjs';
import { packPng } from './gallery/pack-png.mjs';
import { GalleryPage } from './gallery/render.mjs';
import { servePage } from './gallery/serve.mjs';
import { stateOf } from './gallery/states.mjs';
import { readTheme } from './gallery/themes.mjs';
import { runOrFail } from './tools/command.mjs';
import { Failure, runScript } from './tools/failure.mjs';
import { inRoot, resultsDir, root } from './tools/paths.mjs';
import { formatSize, say } from './tools/progress.mjs';
import { openBrowser } from './vscode/browser.mjs';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    torchviz: { type: 'string' },
    other: { type: 'string', multiple: true, default: [] },
    build: { type: 'boolean', default: true },
    pictures: { type: 'boolean', default: true },
    times: { type: 'boolean', default: true },
  },
});

const size = { width: 1280, height: 800 };
const out = path.join(resultsDir, 'compare');
const pictureDir = inRoot('docs/comparison');
/** A node of ours for each Variable and each Function: two operations a turn make four. */
const turns = { '1,000': 250, '10,000': 2500 };

/** Two shared cores are never quiet: the best of these counts. */
const ROUNDS = 3;

const snippets = { mlp: 'scripts/compare/networks/mlp.dz.ts', resnet: 'test/gallery/snippets/resnet.dz.ts' };

/** @type {readonly { theme: string, picture: import('../test/gallery/pictures.mjs').Picture }[]} */
const ours = [
  { theme: 'light', picture: { name: 'mlp-ours', snippet: snippets.mlp } },
  { theme: 'dark', picture: { name: 'mlp-ours-why-null', snippet: snippets.mlp, select: 'hidden' } },
  { theme: 'light', picture: { name: 'resnet-ours', snippet: snippets.resnet } },
  { theme: 'dark', picture: { name: 'resnet-ours-downwards', snippet: snippets.resnet, direction: 'TB' } },
];

/** @param {string} name @param {Buffer} png */
function keep(name, png) {
  const packed = packPng(png);
  fs.mkdirSync(pictureDir, { recursive: true });
  fs.writeFileSync(path.join(pictureDir, `${name}.png`), packed);
  say(`docs/comparison/${name}.png, ${formatSize(packed.length)}`);
}

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Browser */

/** @param {Browser} browser */
async function newPage(browser) {
  const page = await browser.newPage();
  await page.setViewportSize(size);
  return page;
}

/** @param {Browser} browser @param {Addresses} at */
async function takePictures(browser, at) {
  const gallery = await GalleryPage.open(browser, at.ours);
  for (const { theme, picture } of ours) {
    const sized = { ...picture, size: /** @type {const} */ ([size.width, size.height]) };
    const [look] = await gallery.render(sized, await stateOf(picture), [readTheme(theme)]);
    if (look) keep(picture.name, look.png);
  }
  const page = await newPage(browser);
  for (const name of Object.keys(snippets)) {
    await openInNetron(page, at.netron, path.join(out, `${name}.onnx`));
    keep(`${name}-netron`, await page.screenshot());
    if (name === 'mlp') fs.writeFileSync(path.join(out, 'netron-properties.json'), JSON.stringify(await propertiesInNetron(page, 'MatMul'), null, 2));
    await drawDot(out, name);
    await page.setContent(`<title>torchviz</title><img src="${at.drawings}/${name}.svg" alt="" style="max-width: 100%">`); // as a notebook shows it
    keep(`${name}-torchviz`, await page.screenshot());
  }
}

/** How long a viewer that is not known has to draw. */
const OTHER_MS = 10_000;

/** @param {string} other NAME=ADDRESS */
function readOther(other) {
  const [, name, address] = /^([\w-]+)=(\w+:.+)$/.exec(other) ?? [];
  if (name === undefined || address === undefined) throw new Failure(`--other ${other}: expected NAME=ADDRESS, such as mlp-tensorboard=http://localhost:6006/#graphs.`);
  return { name, address };
}

/** @param {Browser} browser @param {{ name: string, address: string }} other */
async function takeOther(browser, { name, address }) {
  const page = await newPage(browser);
  await page.goto(address).catch(error => { throw new Failure(`${name}: nothing answers at ${address}. ${explainShortly(error)}`); });
  await page.waitForTimeout(OTHER_MS);
  keep(name, await page.screenshot());
  await page.close();
}

/** @param {Browser} browser @param {Addresses} at */
async function takeTimes(browser, at) {
  for (const [nodes, count] of Object.entries(turns)) {
    const name = `deep-${count}`;
    const made = await makeNetworks(out, values.torchviz, ['--deep', String(count)]);
    for (let round = 1; round <= ROUNDS; round++) {
      const own = await timeOurs(await newPage(browser), at.ours, deepSnippet(count));
      say(`${nodes} nodes, ours: ${seconds(own.folded)} folded, ${seconds(own.unfolded)} to unfold all ${own.nodes} rows`);
      const page = await newPage(browser);
      page.setDefaultTimeout(0);
      const late = new Promise(resolve => setTimeout(resolve, LIMIT_S * 1000, `more than ${LIMIT_S} s`));
      const opened = openInNetron(page, at.netron, path.join(out, `${name}.onnx`)).then(seconds, explainShortly);
      say(`${nodes} nodes, Netron: ${await Promise.race([opened, late])}`);
      await page.close();
    }
    const dot = await drawDot(out, name);
    say(`${nodes} nodes, torchviz: recursion ${made.recursion}; make_dot ${Number(made.seconds).toFixed(2)} s, dot ${dot === null ? `more than ${LIMIT_S} s` : `${dot.toFixed(2)} s`}`);
  }
}

/** @param {number} ms */
const seconds = ms => `${(ms / 1000).toFixed(2)} s`;

/** @param {unknown} error */
const explainShortly = error => `failed: ${String(error).split('\n')[0]}`;

/** @typedef {{ ours: string, netron: string, drawings: string }} Addresses */

await runScript(async () => {
  if (values.torchviz !== undefined && !fs.existsSync(path.join(values.torchviz, 'torchviz'))) throw new Failure(`${values.torchviz} holds no folder torchviz.`);
  const others = values.other.map(readOther);
  if (values.build) await runOrFail('Building the panel', process.execPath, [inRoot('scripts/build.mjs')], { cwd: root, output: 'collect' });
  fs.mkdirSync(out, { recursive: true });
  const same = await makeNetworks(out, values.torchviz);
  say(`PyTorch's loss of the MLP: ${same.loss}`);
  const at = { ours: await servePage(readTheme('dark')), netron: await serveNetron(), drawings: await serveFolder(out) };
  const browser = await openBrowser();
  if (values.pictures) await takePictures(browser, at);
  for (const other of others) await takeOther(browser, other);
  if (values.times) await takeTimes(browser, at);
  return 0;
});
