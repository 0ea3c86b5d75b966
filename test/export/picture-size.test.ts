import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formats } from '../../src/export/formats.js';
import { largestScale, readScale, scaled, sizeOf } from '../../src/export/picture-size.js';
import { sampleReport } from '../extension/sample-report.js';

test('the size of a picture is read from its SVG', () => {
  const svg = formats.svg(sampleReport, { direction: 'LR', dark: false });
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
  expect(sizeOf(svg)).toEqual({ width: Number(width), height: Number(height) });
});

describe('the largest scale', () => {
  it('keeps the longest side and the area within what browsers draw', () => {
    expect(largestScale({ width: 10_000, height: 100 })).toBe(3.27);
    expect(largestScale({ width: 100, height: 80_000 })).toBe(0.4095);
    expect(largestScale({ width: 8000, height: 8000 })).toBe(2.04);
    expect(largestScale({ width: 600, height: 200 })).toBe(47.29);
    expect(largestScale({ width: 10, height: 10 })).toBe(100);
  });

  it('is one that can be drawn, whatever the picture', () => {
    const side = fc.integer({ min: 1, max: 10_000_000 });
    fc.assert(fc.property(side, side, (width, height) => {
      const { width: w, height: h } = scaled({ width, height }, largestScale({ width, height }));
      return largestScale({ width, height }) > 0 && w <= 32_767 && h <= 32_767 && w * h <= 16_384 ** 2 * 1.001;
    }));
    expect(scaled({ width: 200_000, height: 1 }, 0.16)).toEqual({ width: 32_000, height: 1 });
  });
});

test.each([
  ['2', 2], ['1.5', 1.5], ['1,5', 1.5], ['3×', 3], ['3 x', 3], ['.5', 0.5], [' 10 ', 10],
  ['0', null], ['-1', null], ['10.1', null], ['', null], ['two', null], ['1e1', null], ['2 3', null],
])('a scale typed as %o is %o', (text, scale) => {
  expect(readScale(text, 10)).toBe(scale);
});
