// @ts-check
/** @file numpy-ts: NumPy's functions in TypeScript and WebAssembly, float64, without gradients. */
import { createRequire } from 'node:module';
import { expRange, million, sampled, spread, tanhRange } from '../inputs.mjs';

export async function start() {
  const np = await import('numpy-ts');
  const { version } = createRequire(import.meta.url)(new URL('../../node_modules/numpy-ts/package.json', import.meta.url).pathname);
  /** @param {Float64Array} values @param {...number} shape */
  const array = (values, ...shape) => /** @type {any} */ (np.array(/** @type {any} */ (values))).reshape(...shape);
  /** @param {() => any} forward */
  const prepared = forward => {
    /** @type {any} */
    let y;
    return {
      run: () => {
        y?.dispose?.(); // what its own memory needs to be used again
        y = forward();
      },
      values: () => sampled(y.reshape(y.size).toArray(), 10_000),
    };
  };
  /** @param {number} n */
  const product = n => () => {
    const [a, b] = [array(spread(n * n, -1, 1), n, n), array(spread(n * n, -1, 1, 7), n, n)];
    return prepared(() => np.matmul(a, b));
  };
  const prepare = {
    exp: () => { const x = array(spread(million, ...expRange), million); return prepared(() => np.exp(x)); },
    tanh: () => { const x = array(spread(million, ...tanhRange), million); return prepared(() => np.tanh(x)); },
    mul: () => {
      const [x, y] = [array(spread(million, -1, 1), million), array(spread(million, -1, 1, 3), million)];
      return prepared(() => np.multiply(x, y));
    },
    add: () => {
      const [x, row] = [array(spread(million, -1, 1), 1000, 1000), array(spread(1000, -1, 1, 5), 1000)];
      return prepared(() => np.add(x, row));
    },
    sum0: () => { const x = array(spread(million, -1, 1), 1000, 1000); return prepared(() => np.sum(x, 0)); },
    'matmul-64': product(64),
    'matmul-256': product(256),
    'matmul-1024': product(1024),
  };
  return { version, prepare };
}
