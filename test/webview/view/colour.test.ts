import { describe, expect, it } from 'vitest';
import { contrast, mix, parseColour, readable, toCss } from '../../../webview/view/colour.js';

const black = parseColour('#000')!;
const white = parseColour('#ffffff')!;

describe('colours of the theme', () => {
  it('are read in every form that VS Code gives them', () => {
    expect(parseColour('#1f6')).toEqual({ r: 0x11, g: 0xff, b: 0x66, a: 1 });
    expect(parseColour(' #2489DB82 ')).toEqual({ r: 0x24, g: 0x89, b: 0xdb, a: 0x82 / 255 });
    expect(parseColour('rgba(204, 204, 204, 0.5)')).toEqual({ r: 204, g: 204, b: 204, a: 0.5 });
    expect(parseColour('rgb(1 2 3 / 50%)')).toEqual({ r: 1, g: 2, b: 3, a: 0.5 });
  });

  it('are none where the text is none', () => {
    expect(['', 'red', '#12345', 'rgb(1, 2)'].map(parseColour)).toEqual([null, null, null, null]);
  });

  it('lie opaque on their background', () => {
    expect(toCss(mix(parseColour('#ffffff80')!, black))).toBe('rgb(128, 128, 128)');
    expect(toCss(mix(white, black, 0.1))).toBe('rgb(26, 26, 26)');
  });

  it('have the contrast that WCAG defines', () => {
    expect(contrast(black, white)).toBeCloseTo(21, 6);
    // The orange of charts on white: too pale for text.
    expect(contrast(parseColour('#d18616')!, white)).toBeCloseTo(2.98, 1);
  });

  it('are moved towards the text colour until they can be read, and no further than needed', () => {
    const orange = parseColour('#d18616')!;
    expect(contrast(readable(orange, white, black, 4.5), white)).toBeGreaterThanOrEqual(4.5);
    expect(readable(orange, black, white, 4.5)).toMatchObject({ r: orange.r, g: orange.g, b: orange.b });
  });
});
