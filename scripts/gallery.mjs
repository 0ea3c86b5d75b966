// @ts-check
/**
 * @file The gallery: graphs of every kind in the real panel, in four themes, compared with the pictures of before, and read by axe.
 *
 *     npm run gallery [-- --update] [--grep TEXT] [--theme dark] [--no-build]
 *
 * test/gallery/pictures.mjs is the list. Every picture goes to test-results/gallery; one that differs has a `.diff.png` beside it.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pictures } from '../test/gallery/pictures.mjs';
import { actualDir, clearActual, differenceTo, removeOtherReferences, updateReference } from './gallery/references.mjs';
import { GalleryPage } from './gallery/render.mjs';
import { servePage } from './gallery/serve.mjs';
import { stateOf } from './gallery/states.mjs';
import { readTheme, themeNames } from './gallery/themes.mjs';
import { countsLine, writeCounts } from './test/counts.mjs';
import { runOrFail } from './tools/command.mjs';
import { Failure, explain, runScript } from './tools/failure.mjs';
import { inRoot, root } from './tools/paths.mjs';
import { say } from './tools/progress.mjs';
import { openBrowser } from './vscode/browser.mjs';

/** @typedef {import('../test/gallery/pictures.mjs').Picture} Picture */

const { values } = parseArgs({
  allowNegative: true,
  options: {
    update: { type: 'boolean', default: false },
    grep: { type: 'string' },
    theme: { type: 'string' },
    build: { type: 'boolean', default: true },
  },
});

/** Drawn in software, the same everywhere: no hinting, no colours at the edges of letters, no faster ways of some processors. */
const flags = ['--font-render-hinting=none', '--disable-lcd-text', '--force-color-profile=srgb', '--disable-skia-runtime-opts'];

/** Elsewhere letters are drawn otherwise: there the pictures are made, and compared with nothing. */
const isComparable = process.platform === 'linux';

/** One runs a snippet while the other's browser draws. */
const WORKERS = 2;

/** @param {Picture} picture @param {string} theme */
const fileOf = ({ name }, theme) => `${theme}/${name}`;

/**
 * The browser's library draws a node from pieces that it kept of earlier frames, and which those are depends on how busy the machine is: a
 * border may come out a hair beside. What really differs, differs each time.
 */
const TRIES = 3;

/**
 * The picture in all themes that are asked for. What is wrong with it in those where something is: a text for each theme.
 * @param {GalleryPage} page
 * @param {Picture} picture
 * @param {import('./gallery/themes.mjs').Theme[]} themes
 */
async function show(page, picture, themes) {
  const state = await stateOf(picture);
  let looks = await look(page, picture, state, themes);
  for (let left = TRIES - 1; left > 0 && looks.some(({ difference }) => difference !== null); left -= 1) looks = await look(page, picture, state, themes);
  if (values.update) {
    const updated = looks.filter(({ file, png }) => updateReference(file, png)).map(({ theme }) => theme);
    if (updated.length) console.log(`  ${picture.name}: updated in ${updated.join(', ')}`);
    return [];
  }
  return looks.flatMap(({ theme, difference, findings }) => {
    const problems = [...findings, ...(difference === null ? [] : [difference])];
    return problems.length === 0 ? [] : [problems.map(problem => `${theme}: ${problem}`).join('\n      ')];
  });
}

/**
 * @param {GalleryPage} page
 * @param {Picture} picture
 * @param {Awaited<ReturnType<typeof stateOf>>} state
 * @param {import('./gallery/themes.mjs').Theme[]} themes
 */
async function look(page, picture, state, themes) {
  const looks = await page.render(picture, state, themes);
  return looks.map(({ png, findings }, index) => {
    const theme = /** @type {typeof themes[number]} */ (themes[index]).name;
    const file = fileOf(picture, theme);
    return { theme, file, png, findings, difference: isComparable ? differenceTo(file, png) : null };
  });
}

/** @param {GalleryPage} page */
async function checkFonts(page) {
  const missing = await page.missingFonts();
  if (missing.length === 0) return;
  throw new Failure(
    `The pictures need DejaVu Sans and DejaVu Sans Mono, upright and bold, and the browser finds no ${missing.join(', ')}. Install the ` +
    'package fonts-dejavu-core (Debian, Ubuntu), or dejavu-sans-fonts and dejavu-sans-mono-fonts (Fedora).',
  );
}

await runScript(async () => {
  const { grep, theme, update } = values;
  if (theme !== undefined && !themeNames.includes(theme)) throw new Failure(`There is no theme ${theme}. The themes are ${themeNames.join(', ')}.`);
  const themes = (theme === undefined ? themeNames : [theme]).map(readTheme);
  const chosen = pictures.filter(({ name }) => grep === undefined || name.includes(grep));
  if (chosen.length === 0) throw new Failure(`No picture has "${grep}" in its name. Their names are ${pictures.map(({ name }) => name).join(', ')}.`);

  if (update && !isComparable) throw new Failure('References are made on Linux, where they are compared.');
  if (values.build) await runOrFail('Building the panel', process.execPath, [inRoot('scripts/build.mjs')], { cwd: root, output: 'collect' });
  // Not the first one's: a change of theme draws every node anew, where before it depends on the machine which pieces are kept from which frame.
  const address = await servePage(readTheme('high-contrast-light'));
  const browser = await openBrowser({ flags });
  const pages = await Promise.all(Array.from({ length: WORKERS }, () => GalleryPage.open(browser, address)));
  if (isComparable) await checkFonts(/** @type {GalleryPage} */ (pages[0]));
  clearActual();
  const counts = { passed: 0, failed: 0 };
  const waiting = [...chosen];
  await Promise.all(pages.map(async page => {
    for (let picture = waiting.shift(); picture; picture = waiting.shift()) {
      // What stops a picture stops it in all themes.
      const wrong = await show(page, picture, themes).catch(error => themes.map(() => explain(error)));
      counts.passed += themes.length - wrong.length;
      counts.failed += wrong.length;
      if (wrong.length) console.log(`  ✗ ${picture.name}\n${[...new Set(wrong)].map(line => `      ${line}`).join('\n')}`);
    }
  }));
  if (update && grep === undefined && theme === undefined && counts.failed === 0) {
    removeOtherReferences(new Set(pictures.flatMap(picture => themes.map(each => fileOf(picture, each.name)))));
  }

  writeCounts('gallery', counts);
  say(`The gallery is in ${path.relative(root, actualDir)}.`);
  if (counts.failed && !update) {
    console.log('Look at the pictures, and at the .diff.png beside each that differs. If they are as they should be: npm run gallery -- --update');
  }
  console.log(countsLine(counts));
  return counts.failed || !counts.passed ? 1 : 0;
});
