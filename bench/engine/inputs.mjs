// @ts-check
/** @file The numbers that every contestant starts from, to the last bit the same in JavaScript and in Python (python/inputs.py). */

const golden = 0.6180339887498949;

/**
 * Spread evenly over [low, high), in no order: the multiples of the golden ratio.
 * @param {number} length @param {number} low @param {number} high
 */
export function spread(length, low, high, start = 0) {
  return Float64Array.from({ length }, (_, i) => low + (high - low) * (((i + start) * golden) % 1));
}

/** @param {number} length @param {number} count */
export function positions(length, count) {
  const step = Math.max(1, Math.floor(length / count));
  return Array.from({ length: Math.min(length, count) }, (_, i) => i * step + (i % step));
}

/** @param {ArrayLike<number>} values */
export function sampled(values, count = 200) {
  return positions(values.length, count).map(i => /** @type {number} */ (values[i]));
}

/** @param {() => void} run @param {number} times */
export function repeat(run, times) {
  for (let i = 0; i < times; i++) run();
}

/**
 * Neighbours are added until one is left, as a tree does it.
 * @param {any[]} row @param {(a: any, b: any) => any} add
 */
export function sumInPairs(row, add) {
  while (row.length > 1) {
    const next = [];
    for (let i = 0; i + 1 < row.length; i += 2) next.push(add(row[i], row[i + 1]));
    if (row.length % 2) next.push(row.at(-1));
    row = next;
  }
  return row[0];
}

export const million = 1_000_000;
export const expRange = /** @type {const} */ ([-10, 10]);
export const tanhRange = /** @type {const} */ ([-5, 5]);
/** y = (y + x) * c, again and again: x and c. */
export const chain = { x: 0.5, c: 0.75 };
export const net = { inputs: 784, hidden: 128, outputs: 10, batch: 64, rate: 0.1, steps: 3 };

/** Images, labels and first weights of the training step. */
export function netStart() {
  const { inputs, hidden, outputs, batch } = net;
  return {
    x: spread(batch * inputs, 0, 1),
    labels: Int32Array.from({ length: batch }, (_, i) => (i * 7) % outputs),
    W1: spread(inputs * hidden, -0.05, 0.05, 11),
    b1: new Float64Array(hidden),
    W2: spread(hidden * outputs, -0.1, 0.1, 23),
    b2: new Float64Array(outputs),
  };
}
