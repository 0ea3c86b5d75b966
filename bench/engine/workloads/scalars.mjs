// @ts-check
/** @file Scalar graphs: long chains, many paths from one Variable, the book's step 24, and no-grad. */
import { chain } from '../inputs.mjs';
import { numbers } from '../checks.mjs';

/** Value and derivatives of the chain, by their recurrences. @param {number} operations */
function chainValues(operations) {
  let [y, dx, dc] = [chain.x, 1, 0];
  for (let i = 0; i < operations; i += 2) {
    dc = dc * chain.c + (y + chain.x);
    dx = (dx + 1) * chain.c;
    y = (y + chain.x) * chain.c;
  }
  return [y, dx, dc];
}

/** @type {import('../row.mjs').Row[]} */
export const scalars = [
  {
    id: 'chain-1k', title: 'scalar chain, 1,000 operations', unit: 'ns/op', per: 1000, check: numbers(chainValues(1000), 1e-5),
    aims: [{ than: 'limit', atMost: 20 }, { than: 'dezero', atMost: 1 / 25 }],
  },
  {
    id: 'chain-1m', title: 'scalar chain, 1,000,000', unit: 'ns/op', per: 1_000_000, once: true, check: numbers(chainValues(1_000_000), 1e-10),
    aims: [{ than: 'limit', atMost: 30 }, { megabytes: 500 }],
  },
  {
    id: 'goldstein', title: 'Goldstein-Price (step 24)', unit: 'evaluations/s', per: { 'js-pytorch': 1000, ours: 1000, limit: 1000, dezero: 100 }, check: numbers([1876, -5376, 8064], 1e-12),
    aims: [{ perSecond: 230_000 }, { than: 'dezero', atMost: 1 / 40 }],
  },
  {
    id: 'pairs', title: '1,000 intermediates from one x, summed in pairs', unit: 'µs', per: 1, check: numbers([1000 * chain.x ** 2, 2000 * chain.x], 1e-12),
    aims: [{ microseconds: 400 }],
  },
  {
    id: 'chain-100k', title: 'chain of 100,000, forward and backward', unit: 'ns/op', per: 100_000, check: numbers(chainValues(100_000), 1e-10), aims: [],
  },
  {
    id: 'no-grad-100k', title: 'chain of 100,000 under no-grad', unit: 'ns/op', per: 100_000, check: numbers(chainValues(100_000).slice(0, 1), 1e-5),
    aims: [{ than: 'dezero', atMost: 1 / 50 }, { thanRow: 'chain-100k', atMost: 1 / 3 }],
  },
];
