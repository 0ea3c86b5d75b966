// @ts-check
/** @file What bench/engine says of its figures: who is right, where an aim stands, and how the table reads. */
import { describe, expect, it } from 'vitest';
import { judge } from '../../bench/engine/aims.mjs';
import { accurate, agreeing, numbers } from '../../bench/engine/checks.mjs';
import { exact, largestError } from '../../bench/engine/exact.mjs';
import { inUnit, timeOf } from '../../bench/engine/row.mjs';
import { markdown, rowText, standing } from '../../bench/engine/table.mjs';

/** @typedef {import('../../bench/engine/row.mjs').Row} Row */
/** @typedef {import('../../bench/engine/row.mjs').Aim} Aim */
/** @typedef {import('../../bench/engine/row.mjs').Results} Results */

/** @param {readonly Aim[]} aims @param {Partial<Row>} [rest] @returns {Row} */
const rowWith = (aims, rest = {}) => ({ id: 'row', title: 'a row', unit: 'ms', per: 1, check: () => ({ wrong: null }), aims, ...rest });
/** @param {number[]} times @param {number} [peak] */
const measured = (times, peak = 50) => ({ version: '1', times, peak });
/** @param {Record<string, ReturnType<typeof measured> | { failed: string }>} entries @returns {Results} */
const results = entries => new Map(Object.entries(entries));
/** @param {Row} row @param {Results} given */
const all = (row, given) => new Map([[row.id, { row, results: given }]]);

describe('an aim', () => {
  const given = results({ ours: measured([2, 4, 3], 90), limit: measured([1]), 'jax-js': measured([5]), 'numpy-ts': measured([2]), dezero: measured([6]) });

  it.each(/** @type {[Aim, boolean, string][]} */ ([
    [{ than: 'dezero', atMost: 0.5 }, true, '1/2.0 of DeZero, Python, aim 1/2.0 of'],
    [{ than: 'limit', atMost: 2 }, false, '3.0 × by hand, aim 2.0 ×'],
    [{ than: 'best-javascript', atMost: 1 }, false, '1.5 × numpy-ts, aim 1.0 ×'],
    [{ megabytes: 90 }, true, '90 MB, aim under 90'],
    [{ megabytes: 89 }, false, '90 MB, aim under 89'],
    [{ perSecond: 300 }, true, '333 evaluations/s, aim over 300'],
    [{ microseconds: 2999 }, false, '3000 µs, aim under 2999'],
  ]))('%j is judged by the median', (aim, met, text) => {
    const row = rowWith([aim]);
    expect(judge(row, aim, all(row, given))).toEqual({ met, text });
  });

  it('by another row compares our own times', () => {
    const aim = { thanRow: 'other', atMost: 1 / 3 };
    const [row, other] = [rowWith([aim]), rowWith([], { id: 'other', per: 2 })];
    const both = new Map([...all(row, given), ...all(other, results({ ours: measured([24]) }))]);
    expect(judge(row, aim, both)).toEqual({ met: true, text: '1/4.0 of the time with gradients, aim 1/3.0 of' });
    expect(judge(row, aim, all(row, given)).met).toBeNull();
  });

  it('is open where the other was not measured, and missed where we gave no figure or no error', () => {
    const row = rowWith([{ than: 'numpy', atMost: 1 }]);
    expect(judge(row, { than: 'numpy', atMost: 1 }, all(row, given))).toEqual({ met: null, text: 'NumPy: not measured' });
    expect(judge(row, { than: 'numpy', atMost: 1 }, all(row, results({ ours: { failed: 'failed: x' } })))).toEqual({ met: false, text: 'this engine gave no figure' });
    expect(judge(row, { ulps: 2 }, all(row, given)).met).toBe(false);
  });
});

describe('an answer', () => {
  /** @type {ReadonlyMap<string, readonly number[]>} */
  const none = new Map();

  it('is right within the tolerance, relative to its size or to 1', () => {
    const check = numbers([1000, 0], 1e-3);
    expect(check([1000.9, 0.0009], none)).toEqual({ wrong: null });
    expect(check([1001.1, 0], none)).toEqual({ wrong: 'gave 1001.1 for 1000' });
    expect(check([1000, NaN], none)).toEqual({ wrong: 'gave NaN for 0' });
    expect(check([1000], none)).toEqual({ wrong: 'gave 1 numbers for 2' });
  });

  it('is compared to another contestant, where that one takes part', () => {
    const check = agreeing('dezero', 1e-12);
    expect(check([1, 2], new Map([['dezero', [1, 3]]]))).toEqual({ wrong: 'gave 2 for 3' });
    expect(check([1, 2], none)).toEqual({ wrong: null });
  });

  it('of exp and tanh is measured in units of the last place', () => {
    expect(exact('exp', 1)).toBe(Math.E);
    expect(exact('tanh', 0.5)).toBe(0.46211715726000974);
    // A unit above the nearest double, which is 1.4456468917e-16 below e.
    const off = Math.E + 2 ** -51;
    expect(largestError('exp', [1], [off]).ulps).toBeCloseTo((2 ** -51 - 1.4456468917e-16) / 2 ** -51, 9);
    expect(accurate('exp', [1], 1e-9)([off], none).wrong).toBeNull();
    expect(accurate('exp', [1], 1e-17)([off], none).wrong).toBe('is off by 1.1e-16');
  });
});

describe('a figure', () => {
  it('is the median or the best, for one operation, in the unit of its row', () => {
    const row = rowWith([], { unit: 'ns/op', per: { ours: 1000, limit: 10 } });
    const given = results({ ours: measured([5, 1, 3]), limit: measured([4]), dezero: { failed: 'failed: x' } });
    expect(timeOf(row, given, 'ours')).toBe(0.003);
    expect(timeOf(row, given, 'ours', 'best')).toBe(0.001);
    expect(timeOf(row, given, 'limit')).toBe(0.4);
    expect(timeOf(row, given, 'dezero')).toBeNaN();
    expect(/** @type {const} */ (['ns/op', 'µs', 'ms', 'evaluations/s']).map(unit => inUnit(unit, 0.5))).toEqual([500_000, 500, 0.5, 2000]);
  });

  it('stands in a table with who made it, and what became of the others', () => {
    const row = rowWith([{ than: 'limit', atMost: 1 }, { than: 'numpy', atMost: 1 }]);
    const given = results({ ours: measured([3, 2]), limit: measured([1]), tfjs: { failed: 'failed: a | b' } });
    const table = all(row, given);
    expect(rowText(row, given)).toMatch(/^a row, ms\n {2}this engine +3 \/ 2 +50 MB {2}1\.0 × ours +\n {2}by hand +1 +50 MB {2}1\/3\.0 of ours +\n {2}tfjs-wasm \(f32\) +failed: a \| b$/);
    expect(standing(table)).toBe('  a row: missed: 3.0 × by hand, aim 1.0 ×\n  a row: –: NumPy: not measured');
    expect(markdown(table, 'Node 20.')).toBe([
      'Median / best. Node 20.', '',
      '| workload | this engine | by hand | tfjs-wasm (f32) | aims |', '|---|---|---|---|---|',
      '| a row, ms | 3 / 2 | 1 | failed: a \\| b | **missed**: 3.0 × by hand, aim 1.0 ×; –: NumPy: not measured |', '',
    ].join('\n'));
  });
});
