// @ts-check
/** @file How the figures read: in the terminal, and as Markdown. */
import { kinds } from './graphs.mjs';

/**
 * @typedef {object} Row
 * @property {string} kind
 * @property {number} nodes of the report
 * @property {import('./page.mjs').Shown} shown
 * @property {import('./page.mjs').FrameRate} pan
 * @property {import('./page.mjs').FrameRate} zoom
 */

const whole = (/** @type {number} */ n) => Math.round(n).toLocaleString('en');
const rate = (/** @type {import('./page.mjs').FrameRate} */ { median, least }) => `${whole(median)}, ${whole(least)}`;

/** @param {Row} row */
const cells = ({ kind, nodes, shown, pan, zoom }) => [
  `${kinds[kind].title}, ${whole(nodes)} nodes`, whole(shown.paintedMs), whole(shown.busyMs), whole(shown.blockedMs), rate(pan), rate(zoom), whole(shown.heapMB),
];

const heads = ['run', 'first picture, ms', 'processor time of it', 'longest block, ms', 'frames/s panning: median, least', 'zooming', 'heap, MB'];

/** @param {Row} row */
export function rowText(row) {
  const [name, ...figures] = cells(row);
  return `${name}\n${figures.map((figure, at) => `  ${heads[at + 1].padEnd(34)} ${figure}`).join('\n')}`;
}

/** @param {readonly Row[]} rows */
export const markdown = rows => [heads, heads.map(() => '---'), ...rows.map(cells)].map(row => `| ${row.join(' | ')} |\n`).join('');
