// @ts-check
/** @file The gallery's comparison sees what a reader sees, and no more; the references keep what a reader sees. */
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { compare } from '../../scripts/gallery/compare.mjs';
import { packPng } from '../../scripts/gallery/pack-png.mjs';

const [WIDTH, HEIGHT] = [60, 40];
const GROUND = 31;

/**
 * @param {(pixel: (x: number, y: number, grey: number) => void) => void} draw
 * @param {{ width?: number }} [size]
 */
function picture(draw, { width = WIDTH } = {}) {
  const png = new PNG({ width, height: HEIGHT });
  const pixel = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ grey) => {
    png.data.set([grey, grey, grey, 255], 4 * (y * width + x));
  };
  for (let y = 0; y < HEIGHT; y++) for (let x = 0; x < width; x++) pixel(x, y, GROUND);
  draw(pixel);
  return PNG.sync.write(png);
}

/** A node of 30 by 16 with the letter x in it, and a slanted line whose edge is smoothed. */
function graph({ left = 10, letter = 200, edge = 110 } = {}) {
  return picture(pixel => {
    for (let x = left; x < left + 30; x++) [10, 25].forEach(y => pixel(x, y, 150));
    for (let y = 10; y < 26; y++) [left, left + 29].forEach(x => pixel(x, y, 150));
    for (let i = 0; i < 5; i++) [left + 12 + i, left + 16 - i].forEach(x => pixel(x, 15 + i, letter));
    for (let x = 5; x < 55; x++) {
      const y = 30 + Math.floor(x / 10);
      pixel(x, y, 220);
      if (x % 10 === 9) pixel(x, y + 1, edge);
    }
  });
}

test('a picture is the same as itself, and as its reference with fewer colours', () => {
  expect(compare(graph(), graph())).toEqual({ why: null, diff: null });
  expect(compare(graph(), packPng(graph()))).toEqual({ why: null, diff: null });
});

test('another smoothing of an edge is no difference', () => {
  expect(compare(graph({ edge: 150 }), graph()).why).toBeNull();
});

test('a lost letter is one, also a faint one', () => {
  expect(compare(graph({ letter: GROUND }), graph()).why).toBe('9 pixels differ, where 8 may');
  expect(compare(graph({ letter: GROUND }), graph({ letter: GROUND + 30 })).why).toBe('9 pixels differ, where 8 may');
});

test('a node that moved by a pixel is one, and is red in the picture of the difference', () => {
  const { why, diff } = compare(graph({ left: 11 }), graph());
  expect(why).toMatch(/^\d\d pixels differ, where 8 may$/);
  const { data } = PNG.sync.read(/** @type {Buffer} */ (diff));
  const red = [...data.subarray(4 * (15 * WIDTH + 10), 4 * (15 * WIDTH + 10) + 3)];
  expect(red).toEqual([255, 0, 0]);
});

test('a picture of another size is one', () => {
  expect(compare(picture(() => {}, { width: 50 }), graph())).toEqual({ why: 'it is 50 × 40, and the reference 60 × 40', diff: null });
});

test('a reference is smaller and has fewer shades, from black to white; a picture of too many colours is kept whole', () => {
  const shades = picture(pixel => {
    for (let x = 0; x < WIDTH; x++) for (let y = 0; y < HEIGHT; y++) pixel(x, y, 4 * x);
  });
  const kept = PNG.sync.read(packPng(shades));
  expect(new Set(kept.data.filter((_, index) => index % 4 === 0)).size).toBe(15);
  expect([kept.data[4], kept.data[4 * 59]]).toEqual([0, 238]);
  expect(packPng(shades).length).toBeLessThan(shades.length);

  const many = PNG.sync.read(picture(() => {}));
  for (let index = 0; index < WIDTH * HEIGHT; index++) many.data.set([index % 256, (index * 7) % 256, Math.floor(index / 10)], 4 * index);
  expect(PNG.sync.read(packPng(PNG.sync.write(many))).data.equals(many.data)).toBe(true);
});
