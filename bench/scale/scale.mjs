// @ts-check
/**
 * @file The panel under large graphs, in a real browser: first picture, longest block, frames a second while it is moved, memory.
 *
 *     npm run bench:scale [-- --markdown] [--only calls,wide] [--sizes 1000,100000] [--no-build]
 */
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { servePage } from '../../scripts/gallery/serve.mjs';
import { messageOf } from '../../scripts/gallery/states.mjs';
import { readTheme } from '../../scripts/gallery/themes.mjs';
import { run, runOrFail } from '../../scripts/tools/command.mjs';
import { runScript } from '../../scripts/tools/failure.mjs';
import { inRoot, root } from '../../scripts/tools/paths.mjs';
import { openBrowser } from '../../scripts/vscode/browser.mjs';
import { chosen } from '../names.mjs';
import { kinds } from './graphs.mjs';
import { pan, show, zoom } from './page.mjs';
import { markdown, rowText } from './table.mjs';

const { values } = parseArgs({
  allowNegative: true,
  options: {
    markdown: { type: 'boolean', default: false }, // the table goes to stdout, everything else to stderr
    only: { type: 'string' },
    sizes: { type: 'string', default: '1000,10000,100000' },
    build: { type: 'boolean', default: true },
  },
});
const say = values.markdown ? console.error : console.log;

/**
 * The report of a real run, as the panel is sent it.
 * @param {string} kind
 * @param {number} size
 * @returns {Promise<import('../../src/protocol/panel.js').PanelState>}
 */
async function stateOf(kind, size) {
  const file = inRoot('dist/bench', `${kind}-${size}.dz.ts`);
  fs.mkdirSync(inRoot('dist/bench'), { recursive: true });
  fs.writeFileSync(file, kinds[kind].snippet(size));
  const { text } = await run(process.execPath, [inRoot('dist/cli.js'), 'run', file, '--json'], { cwd: root, output: 'collect' });
  return {
    snippet: { uri: `file:///${kind}.dz.ts`, name: `${kind}.dz.ts` },
    activity: 'done',
    report: JSON.parse(text),
    reportNumber: 1,
    mode: { retainGrad: false, noGrad: false },
    direction: 'LR',
    pinned: false,
  };
}

await runScript(async () => {
  const wanted = chosen(values.only, Object.keys(kinds), '--only');
  if (values.build) await runOrFail('Building', process.execPath, [inRoot('scripts/build.mjs'), '--production'], { cwd: root, output: 'collect' });
  /** @type {Record<string, string>} */
  const states = {};
  const address = await servePage(readTheme('dark'), states);
  const browser = await openBrowser();
  const rows = [];
  for (const kind of wanted) {
    for (const size of values.sizes.split(',').map(Number)) {
      const state = await stateOf(kind, size);
      const nodes = /** @type {number} */ (state.report?.variables.length) + /** @type {number} */ (state.report?.functions.length);
      states['/state.json'] = JSON.stringify(messageOf(state));
      const page = await browser.newPage();
      const row = { kind, nodes, shown: await show(page, address, new URL('/state.json', address).href), pan: await pan(page), zoom: await zoom(page) };
      await page.context().close();
      rows.push(row);
      say(rowText(row));
    }
  }
  if (values.markdown) process.stdout.write(markdown(rows));
  return 0;
});
