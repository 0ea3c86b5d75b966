// @ts-check
/** @file What could be written by hand for each workload and nothing else: a flat tape for scalars, plain loops for arrays. */
import { expRange, million, positions, sampled, spread, tanhRange } from '../inputs.mjs';
import { scalarWorkloads } from './limit-tape.mjs';
import { trainingByHand } from './limit-training.mjs';

/** @param {() => Float64Array} loop  What it computes into fresh memory, as an array library must. */
const forward = loop => {
  /** @type {Float64Array} */
  let y = new Float64Array();
  return { run: () => { y = loop(); }, values: () => sampled(y, 10_000) };
};

/** @param {readonly [number, number]} range @param {(x: number) => number} fn */
const unary = (range, fn) => () => {
  const x = spread(million, ...range);
  return forward(() => {
    const y = new Float64Array(million);
    for (let i = 0; i < million; i++) y[i] = fn(/** @type {number} */ (x[i]));
    return y;
  });
};

/** @param {number} n */
const product = n => () => {
  const [a, b] = [spread(n * n, -1, 1), spread(n * n, -1, 1, 7)];
  return forward(() => {
    const c = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) {
        const f = /** @type {number} */ (a[i * n + k]);
        for (let j = 0; j < n; j++) c[i * n + j] += f * /** @type {number} */ (b[k * n + j]);
      }
    }
    return c;
  });
};

const arrayWorkloads = {
  exp: unary(expRange, Math.exp),
  tanh: unary(tanhRange, Math.tanh),
  mul: () => {
    const [x, y] = [spread(million, -1, 1), spread(million, -1, 1, 3)];
    return forward(() => {
      const z = new Float64Array(million);
      for (let i = 0; i < million; i++) z[i] = /** @type {number} */ (x[i]) * /** @type {number} */ (y[i]);
      return z;
    });
  },
  add: () => {
    const [x, row] = [spread(million, -1, 1), spread(1000, -1, 1, 5)];
    return forward(() => {
      const z = new Float64Array(million);
      for (let i = 0; i < 1000; i++) for (let j = 0; j < 1000; j++) z[i * 1000 + j] = /** @type {number} */ (x[i * 1000 + j]) + /** @type {number} */ (row[j]);
      return z;
    });
  },
  sum0: () => {
    const x = spread(million, -1, 1);
    return forward(() => {
      const z = new Float64Array(1000);
      for (let i = 0; i < 1000; i++) for (let j = 0; j < 1000; j++) z[j] += /** @type {number} */ (x[i * 1000 + j]);
      return z;
    });
  },
  'matmul-64': product(64),
  'matmul-256': product(256),
  'matmul-1024': product(1024),
  training: trainingByHand,
  /** Of uniform numbers: normal ones cost most of the time where they are made one at a time. */
  step17: () => {
    let mean = 0;
    return {
      run: () => {
        let y = new Float64Array();
        for (let n = 0; n < 2000; n++) {
          y = new Float64Array(10_000);
          for (let i = 0; i < y.length; i++) {
            const x = Math.random();
            const x2 = x * x;
            const x4 = x2 * x2;
            y[i] = x4 * x4;
          }
        }
        mean = positions(y.length, y.length).reduce((sum, i) => sum + /** @type {number} */ (y[i]) ** 0.25, 0) / y.length;
      },
      values: () => [mean * 3], // the mean square of uniform numbers is a third, of normal ones 1
    };
  },
};

export async function start() {
  return { version: 'plain loops and a flat tape', prepare: { ...scalarWorkloads, ...arrayWorkloads } };
}
