// @ts-check
/** @file Whether two pictures are the same for the eye: a label that is lost or a node that moved is not, another anti-aliasing is. */
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How far a pixel's colour may go, of 1: twice as far as the fewer colours of a reference take it. */
const COLOUR_TOLERANCE = 0.05;
/** How many pixels may go further, besides those that only smooth an edge. The smallest letter has more. */
const PIXEL_TOLERANCE = 8;

/**
 * @param {Buffer} actual a PNG
 * @param {Buffer} reference a PNG
 * @returns {{ why: string | null, diff: Buffer | null }} what differs in words, null where nothing does; and in red, as a PNG
 */
export function compare(actual, reference) {
  const [a, b] = [PNG.sync.read(actual), PNG.sync.read(reference)];
  const { width, height } = a;
  if (width !== b.width || height !== b.height) {
    return { why: `it is ${width} × ${height}, and the reference ${b.width} × ${b.height}`, diff: null };
  }
  const diff = new PNG({ width, height });
  const pixels = pixelmatch(a.data, b.data, diff.data, width, height, { threshold: COLOUR_TOLERANCE });
  if (pixels <= PIXEL_TOLERANCE) return { why: null, diff: null };
  return { why: `${pixels} pixels differ, where ${PIXEL_TOLERANCE} may`, diff: PNG.sync.write(diff) };
}
