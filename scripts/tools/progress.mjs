// @ts-check
/** @file Progress lines, each with the seconds since the script began. */

const begun = performance.now();

export const secondsSince = (/** @type {number} */ from) => (performance.now() - from) / 1000;

/** @param {...unknown} words */
export function say(...words) {
  console.log(`[${secondsSince(begun).toFixed(1).padStart(5)} s]`, ...words);
}

/** @param {number} bytes for example 1234567 → '1.2 MB' */
export function formatSize(bytes) {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
