/** @file Where a reader can be in a tensor, and how its numbers are written and counted. */
import { describe, expect, it } from 'vitest';
import { cellSize } from '../../../webview/inspector/cells.js';
import { barsOf } from '../../../webview/inspector/intervals.js';
import { elementText, shareText, shortNumber } from '../../../webview/inspector/number-text.js';
import { colourOf, mostOf, type Palette } from '../../../webview/inspector/scale.js';
import { offsetOf, pageExtent, pictureBlock, placeIn, tableOf } from '../../../webview/inspector/table.js';

describe('a tensor as tables', () => {
  it('has its last two axes for rows and columns', () => {
    expect(tableOf([5, 6, 7, 8])).toEqual({ leading: [5, 6], rows: 7, columns: 8 });
    expect(tableOf([784])).toEqual({ leading: [], rows: 784, columns: 1 });
    expect(tableOf([])).toEqual({ leading: [], rows: 1, columns: 1 });
    expect(offsetOf(tableOf([5, 6, 7, 8]), [2, 3])).toBe((2 * 6 + 3) * 7 * 8);
  });

  it('shows at most 400 numbers a page', () => {
    expect(pageExtent({ rows: 1000, columns: 784 })).toEqual({ rows: 20, columns: 20 });
    expect(pageExtent({ rows: 1000, columns: 3 })).toEqual({ rows: 133, columns: 3 });
    expect(pageExtent({ rows: 1000, columns: 1 })).toEqual({ rows: 400, columns: 1 });
    expect(pageExtent({ rows: 2, columns: 9 })).toEqual({ rows: 2, columns: 9 });
  });

  it('takes a reader to the nearest place that there is', () => {
    const table = tableOf([3, 1000, 784]);
    expect(placeIn(table, { leading: [], row: 0, column: 0 })).toEqual({ leading: [0], row: 0, column: 0 });
    expect(placeIn(table, { leading: [7, 7], row: 999, column: 783 })).toEqual({ leading: [2], row: 980, column: 764 });
  });

  it('is drawn with at most 64 by 64 cells', () => {
    expect(pictureBlock({ rows: 1000, columns: 784 })).toEqual({ rows: 16, columns: 13 });
    expect(pictureBlock({ rows: 64, columns: 1 })).toEqual({ rows: 1, columns: 1 });
    expect(cellSize({ rows: 63, columns: 61 })).toEqual({ width: 3, height: 3 });
    expect(cellSize({ rows: 2, columns: 3 })).toEqual({ width: 20, height: 20 });
  });
});

describe('the text of a number', () => {
  it.each([
    [0, '0'], [-0, '-0'], [1, '1'], [-500, '-500'], [1 / 3, '0.333333'], [0.1 + 0.2, '0.3'], [Math.fround(0.1), '0.1'],
    [1e20, '1e+20'], [-1.23456789e-7, '-1.2346e-07'], [9_999_999, '10000000'], [1e7, '1e+07'], [5e-324, '4.9407e-324'], [NaN, 'nan'], [-Infinity, '-inf'],
  ])('%d is %s', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });

  it('follows the dtype', () => {
    expect([elementText(1, 'bool'), elementText(0, 'bool'), elementText(2_000_000_000, 'int32'), elementText('-inf', 'float64')]).toEqual(['True', 'False', '2000000000', '-inf']);
  });

  it('says a share as a count and in percent, and never all or nothing of what is neither', () => {
    expect([shareText(12, 100), shareText(0, 9), shareText(9, 9), shareText(1, 784_000), shareText(783_999, 784_000)])
      .toEqual(['12 (12 %)', '0 (0 %)', '9 (100 %)', '1 (< 0.1 %)', '783,999 (> 99.9 %)']);
  });
});

describe('a histogram', () => {
  const summary = { text: '', min: -1, max: 3, mean: 0, nonFinite: 0 };
  const distribution = { std: 1, nan: 0, positiveInfinity: 0, negativeInfinity: 0, zeros: 0 };

  it('has a bar for each interval from min to max', () => {
    expect(barsOf({ ...summary, distribution: { ...distribution, bins: [3, 0, 1, 4] } }))
      .toEqual([{ from: -1, to: 0, count: 3 }, { from: 0, to: 1, count: 0 }, { from: 1, to: 2, count: 1 }, { from: 2, to: 3, count: 4 }]);
  });

  it('has none where all is the same, or nothing was counted', () => {
    expect(barsOf({ ...summary, min: 3, distribution: { ...distribution, bins: [8] } })).toEqual([]);
    expect(barsOf(summary)).toEqual([]);
  });
});

describe('the colours of a picture', () => {
  const grey = (level: number) => ({ r: level, g: level, b: level, a: 1 });
  const palette: Palette = { background: grey(0), text: grey(255), positive: grey(200), negative: { ...grey(0), r: 100 } };

  it('go from the background at 0 to a colour for each sign, and show what is not 0', () => {
    expect([colourOf(0, 4, palette), colourOf(4, 4, palette), colourOf(-4, 4, palette)]).toEqual(['rgb(0, 0, 0)', 'rgb(200, 200, 200)', 'rgb(100, 0, 0)']);
    expect(colourOf(2, 4, palette)).toBe('rgb(106, 106, 106)');
    expect(colourOf(1e-9, 4, palette)).toBe('rgb(12, 12, 12)');
  });

  it('have their ends at the largest finite size', () => {
    expect([mostOf([1, -3, NaN, Infinity]), mostOf([NaN])]).toEqual([3, 0]);
  });
});
