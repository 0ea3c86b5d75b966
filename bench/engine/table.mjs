// @ts-check
/** @file The results as a table: for a terminal as they come, and in Markdown for the README. */
import { judge, ratio, significant } from './aims.mjs';
import { contestants } from './contestants.mjs';
import { inUnit, timeOf } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./row.mjs').Results} Results */
/** @typedef {ReadonlyMap<string, { row: Row, results: Results }>} All */

/** One row, as it comes. @param {Row} row @param {Results} results */
export function rowText(row, results) {
  const lines = contestants.flatMap(({ id, name }) => {
    const measured = results.get(id);
    if (measured === undefined) return [];
    if ('failed' in measured) return [`  ${name.padEnd(18)} ${measured.failed}`];
    const ours = timeOf(row, results, id) / timeOf(row, results, 'ours');
    const error = measured.error === undefined ? '' : `  error ${measured.error.relative.toExponential(1)}${measured.error.ulps < 100 ? ` (${significant(measured.error.ulps)} ulp)` : ''}`;
    return [`  ${name.padEnd(18)} ${figures(row, results, id).padEnd(26)} ${measured.peak.toFixed(0).padStart(5)} MB  ${Number.isNaN(ours) ? '' : `${ratio(ours)} ours`.padEnd(16)}${error}`];
  });
  return [`${row.title}, ${row.unit}`, ...lines].join('\n');
}

/** Median / best. @param {Row} row @param {Results} results @param {string} id */
function figures(row, results, id) {
  const [median, best] = /** @type {const} */ (['median', 'best']).map(which => significant3(inUnit(row.unit, timeOf(row, results, id, which))));
  return median === best ? String(median) : `${median} / ${best}`;
}

/** @param {number} value */
function significant3(value) {
  return value >= 1000 ? Math.round(value).toLocaleString('en-US') : String(Number(value.toPrecision(value >= 100 ? 3 : 2)));
}

/** @param {Row} row @param {All} all */
function aimsText(row, all) {
  return row.aims.map(aim => {
    const { met, text } = judge(row, aim, all);
    return `${met === null ? '–' : met ? 'met' : '**missed**'}: ${text}`;
  });
}

/** @param {All} all */
export function standing(all) {
  return [...all.values()].flatMap(({ row }) => aimsText(row, all).map(text => `  ${row.title}: ${text.replaceAll('**', '')}`)).join('\n');
}

/** @param {All} all @param {string} versions */
export function markdown(all, versions) {
  const columns = contestants.filter(({ id }) => [...all.values()].some(({ results }) => results.has(id)));
  const lines = [
    `| workload | ${columns.map(({ name }) => name).join(' | ')} | aims |`,
    `|---|${columns.map(() => '---').join('|')}|---|`,
    ...[...all.values()].map(({ row, results }) => `| ${row.title}, ${row.unit} | ${columns.map(({ id }) => cell(row, results, id)).join(' | ')} | ${aimsText(row, all).join('; ')} |`),
  ];
  return `Median / best. ${versions}\n\n${lines.join('\n')}\n`;
}

/** @param {Row} row @param {Results} results @param {string} id */
function cell(row, results, id) {
  const measured = results.get(id);
  if (measured === undefined) return '';
  if ('failed' in measured) return measured.failed.replaceAll('|', '\\|').slice(0, 80);
  const memory = row.once ? `, ${measured.peak.toFixed(0)} MB` : '';
  const error = measured.error === undefined ? '' : `, error ${measured.error.relative.toExponential(0)}`;
  return `${figures(row, results, id)}${memory}${error}`;
}
