// @ts-check
/** @file Makes a picture small enough to be kept: 16 shades of red, green and blue, and a palette of those that it has. */
import { PNG } from 'pngjs';
import zlib from 'node:zlib';

/** 255 / 15: black and white stay what they are, and nothing moves further than a reader sees. */
const STEP = 17;
const MOST_COLOURS = 256;

/**
 * The same picture as a PNG with a palette. One with too many colours for that keeps one for each pixel.
 * @param {Buffer} png
 */
export function packPng(png) {
  const picture = PNG.sync.read(png);
  const { width, height, data } = picture;
  /** @type {Map<number, number>} colours, and their places in the palette */
  const palette = new Map();
  // A row begins with its filter: none.
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = 4 * (y * width + x);
      const [red, green, blue] = data.subarray(at, at + 3).map(shade => Math.round(shade / STEP) * STEP);
      const colour = (Number(red) << 16) | (Number(green) << 8) | Number(blue);
      if (!palette.has(colour)) palette.set(colour, palette.size);
      rows[y * (width + 1) + 1 + x] = Number(palette.get(colour));
    }
  }
  if (palette.size > MOST_COLOURS) return PNG.sync.write(picture, { colorType: 2, deflateLevel: 9 });

  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8); // bits a pixel, and that they are places in the palette
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from([...palette.keys()].flatMap(colour => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, sum]);
}
