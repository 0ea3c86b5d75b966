// @ts-check
/** @file What a row of the table is: a workload, its unit, its check and its aims. */

/**
 * @typedef {{ than: string, atMost: number } | { thanRow: string, atMost: number } | { megabytes: number } | { perSecond: number } | { microseconds: number } | { ulps: number }} Aim
 *   Ours against a contestant (or the best in JavaScript), against ours in another row, or against a number.
 */
/**
 * @typedef {{
 *   id: string, title: string, unit: 'ns/op' | 'evaluations/s' | 'µs' | 'ms',
 *   per: number | Record<string, number>, once?: boolean, check: import('./checks.mjs').Check, aims: readonly Aim[],
 * }} Row
 *   `per`: how many operations one run has, by contestant where they differ. `once`: each run in a process of its own, whose peak memory counts.
 */
/** @typedef {{ version: string, times: number[], peak: number, error?: { relative: number, ulps: number } }} Measured */
/** @typedef {Map<string, Measured | { failed: string }>} Results  By contestant. */

/** @param {Row} row @param {string} contestant */
const operations = (row, contestant) => (typeof row.per === 'number' ? row.per : row.per[contestant] ?? 1);

/** Milliseconds for one operation. @param {Row} row @param {Results} results @param {string} contestant @param {'median' | 'best'} [which] */
export function timeOf(row, results, contestant, which = 'median') {
  const measured = results.get(contestant);
  if (measured === undefined || 'failed' in measured) return NaN;
  const sorted = measured.times.toSorted((a, b) => a - b);
  const time = which === 'best' ? sorted[0] : sorted[Math.floor(sorted.length / 2)];
  return /** @type {number} */ (time) / operations(row, contestant);
}

/** In the row's unit. @param {Row['unit']} unit @param {number} milliseconds */
export function inUnit(unit, milliseconds) {
  if (unit === 'ns/op') return milliseconds * 1e6;
  if (unit === 'µs') return milliseconds * 1e3;
  return unit === 'ms' ? milliseconds : 1000 / milliseconds;
}
