/** @file Measures text with the browser's canvas. */
import type { Measure } from './measure.js';

/** A graph of thousands of nodes has few different texts; and run after run has new ones, which nobody asks for again. */
const MOST_KEPT = 1000;

/** A measure that remembers the texts of late: between {@link MOST_KEPT} and twice as many. */
export function canvasMeasure(): Measure {
  const context = document.createElement('canvas').getContext('2d')!;
  let font = '';
  let late = new Map<string, number>();
  let before = new Map<string, number>();
  return (text, wanted) => {
    const key = `${wanted}\n${text}`;
    const known = late.get(key);
    if (known !== undefined) return known;
    let width = before.get(key);
    if (width === undefined) {
      if (font !== wanted) context.font = font = wanted;
      width = context.measureText(text).width;
    }
    if (late.size >= MOST_KEPT) [before, late] = [late, new Map()];
    late.set(key, width);
    return width;
  };
}
