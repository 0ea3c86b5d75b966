// @ts-check
/** @file What the panel is sent for a picture: the report of its snippet, which the built command line runs. */
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../tools/command.mjs';
import { Failure } from '../tools/failure.mjs';
import { inRoot, root } from '../tools/paths.mjs';
import { importTypeScript } from './import-typescript.mjs';

/** @typedef {import('../../src/protocol/panel.js').PanelState} PanelState */

/** @type {{ reportText: (report: import('../../src/protocol/report.js').RunReport) => string }} */
const { reportText } = await importTypeScript('src/protocol/report-text.ts');

/**
 * A state as the extension sends it.
 * @param {PanelState} state
 * @returns {import('../../src/protocol/panel.js').ToPanel}
 */
export const messageOf = ({ report, ...state }) => ({ type: 'state', state, report: report && reportText(report) });

/** The time that a run took is shown, and never the same. */
const DURATION_MS = 12;

/**
 * @param {import('../../test/gallery/pictures.mjs').Picture} picture
 * @returns {Promise<PanelState>}
 */
export async function stateOf({ snippet, mode = 'plain', direction = 'LR' }) {
  const file = inRoot(snippet);
  if (!fs.existsSync(file)) throw new Failure(`There is no snippet ${snippet}: correct test/gallery/pictures.mjs.`);
  const flags = { plain: [], 'retain-grad': ['--retain-grad'], 'no-grad': ['--no-grad'] }[mode];
  const { text } = await run(process.execPath, [inRoot('dist/cli.js'), 'run', snippet, '--json', ...flags], { cwd: root, output: 'collect' });
  /** @type {import('../../src/protocol/report.js').RunReport} */
  let report;
  try {
    // Not where this checkout lies, either.
    report = JSON.parse(text.replaceAll(JSON.stringify(root + path.sep).slice(1, -1), '/'));
  } catch {
    throw new Failure(`${snippet} gave no report: \`node dist/cli.js run ${snippet} --json\` printed\n${text}`);
  }
  return {
    snippet: { uri: `file:///${snippet}`, name: path.basename(snippet) },
    activity: 'done',
    report: { ...report, durationMs: DURATION_MS },
    pinned: false,
    reportNumber: 1,
    mode: { retainGrad: mode === 'retain-grad', noGrad: mode === 'no-grad' },
    direction,
  };
}

/**
 * The ids of the elements that a picture selects: Variables by name, else Functions by class.
 * @param {PanelState} state
 * @param {string} name
 */
export function idsOf({ report, snippet }, name) {
  const variables = report?.variables.filter(variable => variable.name === name) ?? [];
  const found = variables.length > 0 ? variables : (report?.functions.filter(({ op }) => op === name) ?? []);
  if (found.length === 0) throw new Failure(`${snippet?.name} has no Variable and no Function "${name}": correct test/gallery/pictures.mjs.`);
  return found.map(({ id }) => id);
}
