// @ts-check
/** @file js-pytorch: PyTorch's names over nested arrays of plain numbers. */
import { chain, repeat, sumInPairs } from '../inputs.mjs';
import { versionOf } from './version.mjs';

export async function start() {
  const { torch } = /** @type {any} */ (await import('js-pytorch'));
  const scalar = (/** @type {number} */ x) => torch.tensor([x], true);
  const { add, mul, pow } = torch;
  /** @param {number} operations */
  const scalarChain = operations => () => {
    /** @type {number[]} */
    let values = [];
    const run = (length = operations) => {
      const [x, c] = [scalar(chain.x), scalar(chain.c)];
      let y = x;
      for (let i = 0; i < length; i += 2) y = mul(add(y, x), c);
      y.backward();
      values = [y, x.grad, c.grad].map(first);
    };
    return { run: () => run(), warm: () => repeat(() => run(1000), 100), values: () => values };
  };
  const prepare = {
    'chain-1k': scalarChain(1000),
    'chain-1m': scalarChain(1_000_000),
    pairs: () => {
      /** @type {number[]} */
      let values = [];
      return {
        run: () => {
          const x = scalar(chain.x);
          const y = sumInPairs(Array.from({ length: 1000 }, () => mul(x, x)), add);
          y.backward();
          values = [y, x.grad].map(first);
        },
        values: () => values,
      };
    },
    goldstein: () => {
      /** @type {number[]} */
      let values = [];
      return {
        run: () => {
          for (let i = 0; i < 1000; i++) {
            const [x, y] = [scalar(1), scalar(1)];
            const z = goldstein(x, y);
            z.backward();
            values = [z, x.grad, y.grad].map(first);
          }
        },
        values: () => values,
      };
    },
  };
  /** There is no subtraction: the coefficients are negative. @param {any} x @param {any} y */
  function goldstein(x, y) {
    const [x2, y2, xy] = [pow(x, 2), pow(y, 2), mul(x, y)];
    const p = pow(add(add(x, y), 1), 2);
    const q = add(add(add(add(add(mul(x, -14), 19), mul(x2, 3)), mul(y, -14)), mul(xy, 6)), mul(y2, 3));
    const r = pow(add(mul(x, 2), mul(y, -3)), 2);
    const s = add(add(add(add(add(mul(x, -32), 18), mul(x2, 12)), mul(y, 48)), mul(xy, -36)), mul(y2, 27));
    return mul(add(mul(p, q), 1), add(mul(r, s), 30));
  }
  return { version: versionOf('js-pytorch'), prepare };
}

/** The number in a tensor, or in a gradient, which is nested arrays. @param {any} value @returns {number} */
function first(value) {
  const inner = value?.data ?? value?._data ?? value;
  return Array.isArray(inner) ? first(inner[0]) : Number(inner);
}
