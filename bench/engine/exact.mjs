// @ts-check
/** @file exp and tanh in double-double arithmetic, about 100 bits: what the contestants' last digits are measured by. */

/** @typedef {readonly [number, number]} Pair  The unevaluated sum of a number and its rounding error. */

/** @param {number} a @param {number} b @returns {Pair} */
function twoSum(a, b) {
  const s = a + b;
  const t = s - a;
  return [s, (a - (s - t)) + (b - t)];
}

/** Dekker's product: the halves of a split number multiply without rounding. @param {number} a @param {number} b @returns {Pair} */
function twoProduct(a, b) {
  const p = a * b;
  const [ah, al] = split(a);
  const [bh, bl] = split(b);
  return [p, ((ah * bh - p) + ah * bl + al * bh) + al * bl];
}

/** @param {number} a @returns {Pair} */
function split(a) {
  const t = 134217729 * a;
  const high = t - (t - a);
  return [high, a - high];
}

/** @param {Pair} a @param {Pair} b @returns {Pair} */
function add(a, b) {
  const [s, e] = twoSum(a[0], b[0]);
  const [t, f] = twoSum(a[1], b[1]);
  const [u, g] = twoSum(s, e + t);
  return twoSum(u, g + f);
}

/** @param {Pair} a @param {Pair} b @returns {Pair} */
function multiply(a, b) {
  const [p, e] = twoProduct(a[0], b[0]);
  return twoSum(p, e + (a[0] * b[1] + a[1] * b[0]));
}

/** @param {Pair} a @param {Pair} b @returns {Pair} */
function divide(a, b) {
  const q = a[0] / b[0];
  const r = add(a, multiply([-q, 0], b));
  const q2 = r[0] / b[0];
  const r2 = add(r, multiply([-q2, 0], b));
  return add(twoSum(q, q2), [r2[0] / b[0], 0]);
}

/** @type {Pair} */
const ln2 = [0.6931471805599453, 2.3190468138462996e-17];

/** @param {number} x @returns {Pair} */
function expPair(x) {
  const k = Math.round(x / ln2[0]);
  const reduced = add([x, 0], multiply([-k, 0], ln2));
  // A 512th of at most ln2 / 2: fifteen terms of the series are far below 100 bits; then nine squarings.
  const r = /** @type {Pair} */ ([reduced[0] / 512, reduced[1] / 512]);
  let sum = /** @type {Pair} */ ([1, 0]);
  for (let n = 15; n >= 1; n--) sum = add([1, 0], multiply(sum, divide(r, [n, 0])));
  for (let i = 0; i < 9; i++) sum = multiply(sum, sum);
  return [sum[0] * 2 ** k, sum[1] * 2 ** k];
}

/** @param {number} x @returns {Pair} */
function tanhPair(x) {
  const e = expPair(2 * x);
  return divide(add(e, [-1, 0]), add(e, [1, 0]));
}

const pairs = { exp: expPair, tanh: tanhPair };

/** The nearest float64. @param {'exp' | 'tanh'} name @param {number} x */
export const exact = (name, x) => pairs[name](x)[0];

/**
 * The largest error of approximations, relative and in units of the last place.
 * @param {'exp' | 'tanh'} name @param {ArrayLike<number>} xs @param {ArrayLike<number>} ys
 */
export function largestError(name, xs, ys) {
  let relative = 0;
  let ulps = 0;
  for (let i = 0; i < xs.length; i++) {
    const [high, low] = pairs[name](/** @type {number} */ (xs[i]));
    const error = Math.abs((/** @type {number} */ (ys[i]) - high) - low);
    if (high === 0 && error === 0) continue;
    relative = Math.max(relative, error / Math.abs(high));
    ulps = Math.max(ulps, error / 2 ** (Math.floor(Math.log2(Math.abs(high))) - 52));
  }
  return { relative, ulps };
}
