// @ts-check
/** @file The pictures of before, in test/gallery/reference, and those of now, in test-results/gallery. */
import fs from 'node:fs';
import path from 'node:path';
import { inRoot, resultsDir, root } from '../tools/paths.mjs';
import { compare } from './compare.mjs';
import { packPng } from './pack-png.mjs';

const referenceDir = inRoot('test/gallery/reference');
export const actualDir = path.join(resultsDir, 'gallery');

/**
 * @param {string} file
 * @param {Buffer} content
 */
function write(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** Forgets the pictures of the last time. */
export function clearActual() {
  fs.rmSync(actualDir, { recursive: true, force: true });
}

/**
 * Keeps a picture in the results and compares it with its reference. What is wrong, in words; null where nothing is.
 * @param {string} name its path in both folders, without `.png`
 * @param {Buffer} png
 * @returns {string | null}
 */
export function differenceTo(name, png) {
  write(path.join(actualDir, `${name}.png`), png);
  const reference = path.join(referenceDir, `${name}.png`);
  if (!fs.existsSync(reference)) return `it has no reference ${path.relative(root, reference)}`;
  const { why, diff } = compare(png, fs.readFileSync(reference));
  const diffFile = path.join(actualDir, `${name}.diff.png`);
  if (diff) write(diffFile, diff);
  else fs.rmSync(diffFile, { force: true });
  return why;
}

/**
 * Makes a picture the reference, unless the one of before is the same for the eye.
 * @param {string} name
 * @param {Buffer} png
 * @returns {boolean} whether it is another
 */
export function updateReference(name, png) {
  if (differenceTo(name, png) === null) return false;
  write(path.join(referenceDir, `${name}.png`), packPng(png));
  return true;
}

/**
 * Removes the references of pictures that are no more.
 * @param {ReadonlySet<string>} names of those that are
 */
export function removeOtherReferences(names) {
  if (!fs.existsSync(referenceDir)) return;
  for (const file of fs.readdirSync(referenceDir, { recursive: true, encoding: 'utf8' })) {
    const name = file.replaceAll(path.sep, '/').replace(/\.png$/, '');
    if (file.endsWith('.png') && !names.has(name)) fs.rmSync(path.join(referenceDir, file));
  }
}
