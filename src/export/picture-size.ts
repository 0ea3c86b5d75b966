/** @file How large a picture may become: past its limits a browser's canvas stays empty. */

/** In pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the browsers that VS Code runs in can all draw. */
const LONGEST_SIDE = 32_767;
const LARGEST_AREA = 16_384 ** 2;

/** Of a picture that `svg` made. */
export function sizeOf(svg: string): Size {
  const [, width, height] = /^<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg)!;
  return { width: Number(width), height: Number(height) };
}

export function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/** The largest scale that can be drawn, rounded down to a number that can be typed; at most `limit`. */
export function largestScale({ width, height }: Size, limit = 100): number {
  const scale = Math.min(limit, LONGEST_SIDE / width, LONGEST_SIDE / height, Math.sqrt(LARGEST_AREA / (width * height)));
  const parts = scale < 1 ? 10_000 : 100;
  return Math.floor(scale * parts) / parts;
}

/** A scale that somebody typed: `2`, `1.5`, `1,5`, `3×`. Null where it is none, or more than `largest`. */
export function readScale(text: string, largest: number): number | null {
  const [, digits] = /^\s*(\d*[.,]?\d+)\s*[x×]?\s*$/i.exec(text) ?? [];
  const scale = Number(digits?.replace(',', '.'));
  return scale > 0 && scale <= largest ? scale : null;
}
