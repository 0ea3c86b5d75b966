// @ts-check
/** @file numpy-ts: NumPy's functions in TypeScript and WebAssembly, float64, without gradients. */
import { sampled } from '../inputs.mjs';
import { arrayWorkloads } from './array-workloads.mjs';
import { versionOf } from './version.mjs';

export async function start() {
  const np = await import('numpy-ts');
  /** @param {Float64Array} values @param {...number} shape */
  const array = (values, ...shape) => /** @type {any} */ (np.array(/** @type {any} */ (values))).reshape(...shape);
  /** @param {any[]} xs @param {(...xs: any[]) => any} forward */
  const prepared = (xs, forward) => {
    /** @type {any} */
    let y;
    return {
      run: () => {
        y?.dispose?.(); // what its own memory needs to be used again
        y = forward(...xs);
      },
      values: () => sampled(y.reshape(y.size).toArray(), 10_000),
    };
  };
  const prepare = arrayWorkloads({
    array, prepared, exp: np.exp, tanh: np.tanh, multiply: np.multiply, add: np.add, sum0: x => np.sum(x, 0), matmul: np.matmul,
  });
  return { version: versionOf('numpy-ts'), prepare };
}
