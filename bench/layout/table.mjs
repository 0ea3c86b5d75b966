// @ts-check
/** @file How the figures read: in the terminal, and as Markdown. */
import { contestants } from './contestants.mjs';

/**
 * @typedef {import('./drawing.mjs').Worth & { first: number, median: number }} Measured  Milliseconds: of the first, cold round, and the median of all.
 * @typedef {Measured | { failed: string }} Result
 * @typedef {{ kind: string, nodes: number, edges: number, results: Map<string, Result> }} Row
 */

/** @param {readonly number[]} times */
export function medianOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** @param {number} ms */
const time = ms => (ms >= 1000 ? `${(ms / 1000).toFixed(1)} s` : `${ms >= 10 ? ms.toFixed(0) : ms.toPrecision(2)} ms`);
const whole = (/** @type {number} */ n) => Math.round(n).toLocaleString('en');
/** @param {number} n */
const short = n => (n >= 10 ? whole(n) : n.toPrecision(2));

/** @param {Row} row */
export function rowText({ kind, nodes, edges, results }) {
  const lines = [...results].map(([id, result]) => {
    const title = contestants[id].title.padEnd(18);
    if ('failed' in result) return `  ${title} ${result.failed}`;
    const { crossings, area, length, first, median } = result;
    return `  ${title} ${time(median).padStart(8)} (first ${time(first)})  ${whole(crossings).padStart(9)} crossings  ${short(area).padStart(7)} megapixels  ${short(length).padStart(7)} k pixels of edges`;
  });
  return [`${kind}, ${whole(nodes)} nodes, ${whole(edges)} edges`, ...lines].join('\n');
}

/** @param {readonly Row[]} rows @param {readonly string[]} taking @param {string} node version */
export function markdown(rows, taking, node) {
  const cell = (/** @type {Result | undefined} */ result) => {
    if (result === undefined) return '';
    if ('failed' in result) return result.failed;
    return `${time(result.median)} (${time(result.first)}), ${whole(result.crossings)} ×, ${short(result.area)} Mpx, ${short(result.length)} kpx`;
  };
  return [
    `Node ${node}. Time (the median of 3 s; in brackets the first), crossings (×), area, total length of the edges.`,
    '',
    `| graph | ${taking.map(id => contestants[id].title).join(' | ')} |`,
    `|---|${taking.map(() => '---|').join('')}`,
    ...rows.map(({ kind, nodes, edges, results }) => `| ${kind}, ${whole(nodes)} nodes, ${whole(edges)} edges | ${taking.map(id => cell(results.get(id))).join(' | ')} |`),
    '',
  ].join('\n');
}
