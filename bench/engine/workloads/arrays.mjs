// @ts-check
/** @file Element-wise functions, broadcasting and sums over 10^6 numbers; for the engines also with gradients. */
import { accurate, agreeing, numbers } from '../checks.mjs';
import { expRange, million, sampled, spread, tanhRange } from '../inputs.mjs';

const [x, y, row] = [spread(million, -1, 1), spread(million, -1, 1, 3), spread(1000, -1, 1, 5)];
const columnSums = new Float64Array(1000);
for (const [i, value] of x.entries()) columnSums[i % 1000] += value;

/** Float32 is let by where a contestant has no other; how far it is off stands beside exp and tanh. */
const single = 2e-5;

/** @type {import('../row.mjs').Row[]} */
export const arrays = [
  {
    id: 'step17', title: "step 17's loop, 2,000 × 10,000 normal numbers", unit: 'ms', per: 1, once: true, check: numbers([1], 0.1),
    aims: [{ than: 'dezero', atMost: 1.5 }, { megabytes: 110 }],
  },
  {
    id: 'exp', title: 'exp, 10^6', unit: 'ms', per: 1, check: accurate('exp', sampled(spread(million, ...expRange), 10_000), single),
    aims: [{ than: 'jax-js', atMost: 1 }, { than: 'numpy-ts', atMost: 1 }, { ulps: 2 }],
  },
  { id: 'exp-grad', title: 'exp, with gradients', unit: 'ms', per: 1, check: agreeing('dezero', 1e-13), aims: [] },
  {
    id: 'tanh', title: 'tanh, 10^6', unit: 'ms', per: 1, check: accurate('tanh', sampled(spread(million, ...tanhRange), 10_000), single),
    aims: [{ than: 'jax-js', atMost: 1 }],
  },
  { id: 'tanh-grad', title: 'tanh, with gradients', unit: 'ms', per: 1, check: agreeing('dezero', 1e-11), aims: [] },
  {
    id: 'mul', title: 'x * y, 10^6', unit: 'ms', per: 1, check: numbers(sampled(x.map((value, i) => value * /** @type {number} */ (y[i])), 10_000), single),
    aims: [{ than: 'dezero', atMost: 1 }],
  },
  { id: 'mul-grad', title: 'x * y, with gradients', unit: 'ms', per: 1, check: agreeing('dezero', 1e-13), aims: [{ than: 'dezero', atMost: 1 }] },
  {
    id: 'add', title: '(1000, 1000) + (1000,)', unit: 'ms', per: 1, check: numbers(sampled(x.map((value, i) => value + /** @type {number} */ (row[i % 1000])), 10_000), single),
    aims: [{ than: 'jax-js', atMost: 1 }],
  },
  { id: 'add-grad', title: '(1000, 1000) + (1000,), with gradients', unit: 'ms', per: 1, check: agreeing('dezero', 1e-12), aims: [] },
  {
    id: 'sum0', title: 'sum over axis 0, 1000 × 1000', unit: 'ms', per: 1, check: numbers(sampled(columnSums, 10_000), 1e-4),
    aims: [{ than: 'jax-js', atMost: 1 }],
  },
  { id: 'sum0-grad', title: 'sum over axis 0, with gradients', unit: 'ms', per: 1, check: agreeing('dezero', 1e-12), aims: [] },
];
