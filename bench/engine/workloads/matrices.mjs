// @ts-check
/** @file Matrix products, and the training step of a small net. */
import { numbers } from '../checks.mjs';
import { positions, spread } from '../inputs.mjs';

/** The elements that are compared, each by itself. @param {number} n */
function productValues(n) {
  const [a, b] = [spread(n * n, -1, 1), spread(n * n, -1, 1, 7)];
  return positions(n * n, 10_000).map(position => {
    const [i, j] = [Math.floor(position / n), position % n];
    let sum = 0;
    for (let k = 0; k < n; k++) sum += /** @type {number} */ (a[i * n + k]) * /** @type {number} */ (b[k * n + j]);
    return sum;
  });
}

/** @param {number} n @returns {import('../row.mjs').Row} */
const product = n => ({
  id: `matmul-${n}`, title: `matmul ${n}`, unit: 'ms', per: 1, check: numbers(() => productValues(n), 2e-4),
  aims: [{ than: 'best-javascript', atMost: 1 / 2 }, { than: 'numpy', atMost: 8 }],
});

/** @type {import('../row.mjs').Row[]} */
export const matrices = [
  product(64), product(256), product(1024),
  {
    id: 'training', title: 'training step 784-128-10, batch 64', unit: 'ms', per: 3,
    // The losses of three steps, by NumPy 2.4.6.
    check: numbers([2.303263868227085, 2.293476637937334, 2.287697586919349], 1e-5),
    aims: [{ than: 'tfjs', atMost: 1 / 1.5 }],
  },
];
