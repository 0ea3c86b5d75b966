/** @file Ranges of nodes, of which some lie in others, as the editor can show them. */
import { expect, test } from 'vitest';
import { liesIn, outermost } from '../../src/extension/source-ranges.js';
import { at } from './sample-report.js';

test('a range lies in another of the same file that begins no later and ends no earlier', () => {
  expect(liesIn(at(3, 11, 16), at(3, 11, 20))).toBe(true);
  expect(liesIn(at(3, 11, 20), at(3, 11, 20))).toBe(true);
  expect(liesIn(at(3, 11, 21), at(3, 11, 20))).toBe(false);
  expect(liesIn(at(3, 11, 16, 1), at(3, 11, 20))).toBe(false);
  expect(liesIn(at(3, 1, 90), { file: 0, line: 2, column: 30, endLine: 4, endColumn: 2 })).toBe(true);
});

test('of ranges that lie in each other the outermost are left, in their order, each once', () => {
  const [product, sum, other] = [at(3, 11, 16), at(3, 11, 20), at(1, 11, 20)];
  expect(outermost([product, other, sum])).toEqual([other, sum]);
  expect(outermost([sum, product, sum, other, other])).toEqual([sum, other]);
  expect(outermost([product, at(3, 19, 20)])).toEqual([product, at(3, 19, 20)]);
});
