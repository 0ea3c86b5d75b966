// @ts-check
/** @file Where we stand against each aim, in the words of the table. */
import { contestants } from './contestants.mjs';
import { timeOf } from './row.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./row.mjs').Results} Results */

/** @param {Row} row @param {import('./row.mjs').Aim} aim @param {ReadonlyMap<string, { row: Row, results: Results }>} all */
export function judge(row, aim, all) {
  const results = all.get(row.id)?.results ?? new Map();
  const ours = results.get('ours');
  const time = timeOf(row, results, 'ours');
  if (ours === undefined || 'failed' in ours) return { met: false, text: 'this engine gave no figure' };
  if ('megabytes' in aim) return verdict(ours.peak, aim.megabytes, `${ours.peak.toFixed(0)} MB, aim under ${aim.megabytes}`);
  if ('perSecond' in aim) return verdict(aim.perSecond * time, 1000, `${thousands(1000 / time)} evaluations/s, aim over ${thousands(aim.perSecond)}`);
  if ('microseconds' in aim) return verdict(time * 1000, aim.microseconds, `${(time * 1000).toFixed(0)} µs, aim under ${aim.microseconds}`);
  if ('ulps' in aim) return verdict(ours.error?.ulps ?? NaN, aim.ulps, `largest error ${(ours.error?.ulps ?? NaN).toFixed(2)} ulp, aim ${aim.ulps}`);
  const { other, name } = 'thanRow' in aim ? otherRow(aim.thanRow, all) : otherContestant(row, results, aim.than);
  if (Number.isNaN(other)) return { met: null, text: `${name}: not measured` };
  return verdict(time / other, aim.atMost, `${ratio(time / other)} ${name}, aim ${ratio(aim.atMost)}`);
}

/** @param {number} value @param {number} most @param {string} text @returns {{ met: boolean | null, text: string }} */
const verdict = (value, most, text) => ({ met: value <= most, text });

/** @param {string} id @param {ReadonlyMap<string, { row: Row, results: Results }>} all */
function otherRow(id, all) {
  const found = all.get(id);
  return { other: found === undefined ? NaN : timeOf(found.row, found.results, 'ours'), name: 'the time with gradients' };
}

/** @param {Row} row @param {Results} results @param {string} than */
function otherContestant(row, results, than) {
  const among = contestants.filter(({ id, kind }) => (than === 'best-javascript' ? kind === 'javascript' : id === than));
  const times = among.map(({ id, name }) => ({ other: timeOf(row, results, id), name })).filter(({ other }) => !Number.isNaN(other));
  return times.toSorted((a, b) => a.other - b.other)[0] ?? { other: NaN, name: among[0]?.name ?? than };
}

/** @param {number} value */
export const ratio = value => (value < 1 ? `1/${significant(1 / value)} of` : `${significant(value)} ×`);
/** @param {number} value */
export const significant = value => (value >= 100 ? thousands(value) : value.toPrecision(2));
/** @param {number} value */
const thousands = value => Math.round(value).toLocaleString('en-US');
