/** @file The colours of pictures of tensors: from the background at 0 outwards, so that how far lightness is from it says how large. */
import { mix, toCss, type Colour } from '../view/colour.js';

export interface Palette {
  readonly background: Colour;
  readonly text: Colour;
  readonly positive: Colour;
  readonly negative: Colour;
}

/** The colour of a finite value on a scale from -`most` to `most`. */
export function colourOf(value: number, most: number, { background, positive, negative }: Palette): string {
  if (value === 0 || most === 0) return toCss(background);
  // A little colour at once: what is not 0 should not look like it.
  const share = 0.06 + 0.94 * Math.min(1, Math.abs(value) / most);
  return toCss(mix(value > 0 ? positive : negative, background, share));
}

/** The size at the scale's ends: that of the largest finite value, 0 where there is none. */
export function mostOf(values: readonly number[]): number {
  let most = 0;
  for (const value of values) if (Number.isFinite(value)) most = Math.max(most, Math.abs(value));
  return most;
}
