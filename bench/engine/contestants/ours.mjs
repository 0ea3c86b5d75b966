// @ts-check
/** @file This engine, as a snippet would write it. */
import { createRequire } from 'node:module';
import { chain, expRange, million, net, netStart, repeat, sampled, spread, sumInPairs, tanhRange } from '../inputs.mjs';

/** @param {string} bundle the built engine */
export async function start(bundle) {
  const dz = createRequire(import.meta.url)(bundle);
  const { Variable, np, add, sub, mul, pow, square, exp, tanh, sum, matmul, linear, relu, softmaxCrossEntropy, noGrad } = dz;

  /** @param {Float64Array} values @param {...number} shape */
  const variable = (values, ...shape) => new Variable(np.array(values).reshape(...shape));
  /** @param {any} x @param {any} c @param {number} operations */
  const runChain = (x, c, operations) => {
    let y = x;
    for (let i = 0; i < operations; i += 2) y = mul(add(y, x), c);
    return y;
  };
  /** @param {number} operations */
  const scalarChain = operations => () => {
    /** @type {number[]} */
    let values = [];
    const run = (length = operations) => {
      const [x, c] = [new Variable(chain.x), new Variable(chain.c)];
      const y = runChain(x, c, length);
      y.backward();
      values = [y.data.item(), x.grad.item(), c.grad.item()];
    };
    return { run: () => run(), warm: () => repeat(() => run(1000), 100), values: () => values };
  };

  /** Forward alone, recorded. @param {() => any} forward */
  const forwardOnly = forward => {
    /** @type {any} */
    let y;
    return { run: () => { y = forward(); }, values: () => sampled([...flat(y.data)], 10_000) };
  };
  /** @param {any[]} xs @param {() => any} forward */
  const withGradients = (xs, forward) => {
    /** @type {any} */
    let y;
    return {
      run: () => {
        for (const x of xs) x.clearGrad();
        y = forward();
        y.backward();
      },
      values: () => [...sampled([...flat(y.data)]), ...xs.flatMap(x => sampled([...flat(x.grad)]))],
    };
  };
  /** @param {any} array @returns {number[]} */
  const flat = array => array.reshape(-1).tolist();

  const million1 = (/** @type {number} */ low, /** @type {number} */ high, start = 0) => variable(spread(million, low, high, start), million);
  const square1000 = (start = 0) => variable(spread(million, -1, 1, start), 1000, 1000);
  const row1000 = () => variable(spread(1000, -1, 1, 5), 1000);
  /** @param {(xs: any[]) => any} forward @param {() => any[]} make */
  const both = (forward, make) => [
    () => { const xs = make(); return forwardOnly(() => forward(xs)); },
    () => { const xs = make(); return withGradients(xs, () => forward(xs)); },
  ];
  const [expForward, expBoth] = both(([x]) => exp(x), () => [million1(...expRange)]);
  const [tanhForward, tanhBoth] = both(([x]) => tanh(x), () => [million1(...tanhRange)]);
  const [mulForward, mulBoth] = both(([x, y]) => mul(x, y), () => [million1(-1, 1), million1(-1, 1, 3)]);
  const [addForward, addBoth] = both(([x, y]) => add(x, y), () => [square1000(), row1000()]);
  const [sumForward, sumBoth] = both(([x]) => sum(x, 0), () => [square1000()]);
  /** @param {number} n */
  const product = n => () => {
    const [a, b] = [variable(spread(n * n, -1, 1), n, n), variable(spread(n * n, -1, 1, 7), n, n)];
    return forwardOnly(() => matmul(a, b));
  };

  const prepare = {
    'chain-1k': scalarChain(1000),
    'chain-1m': scalarChain(1_000_000),
    'chain-100k': scalarChain(100_000),
    'no-grad-100k': () => {
      let value = 0;
      return {
        run: () => noGrad(() => { value = runChain(new Variable(chain.x), new Variable(chain.c), 100_000).data.item(); }),
        values: () => [value],
      };
    },
    goldstein: () => {
      /** @type {number[]} */
      let values = [];
      return {
        run: () => {
          for (let i = 0; i < 1000; i++) {
            const [x, y] = [new Variable(1), new Variable(1)];
            const z = goldstein(x, y);
            z.backward();
            values = [z.data.item(), x.grad.item(), y.grad.item()];
          }
        },
        values: () => values,
      };
    },
    pairs: () => {
      /** @type {number[]} */
      let values = [];
      return {
        run: () => {
          const x = new Variable(chain.x);
          const y = sumInPairs(Array.from({ length: 1000 }, () => mul(x, x)), add);
          y.backward();
          values = [y.data.item(), x.grad.item()];
        },
        values: () => values,
      };
    },
    step17: () => {
      let root = 0;
      return {
        run: () => {
          let y;
          np.random.seed(0);
          for (let i = 0; i < 2000; i++) {
            const x = new Variable(np.random.randn(10_000));
            y = square(square(square(x)));
          }
          root = pow(y, 0.25).data.mean().item();
        },
        values: () => [root],
      };
    },
    exp: expForward, 'exp-grad': expBoth, tanh: tanhForward, 'tanh-grad': tanhBoth, mul: mulForward, 'mul-grad': mulBoth,
    add: addForward, 'add-grad': addBoth, sum0: sumForward, 'sum0-grad': sumBoth,
    'matmul-64': product(64), 'matmul-256': product(256), 'matmul-1024': product(1024),
    training: () => {
      const first = netStart();
      const { inputs, hidden, outputs, batch, rate, steps } = net;
      const x = np.array(first.x).reshape(batch, inputs);
      const weights = () => [variable(first.W1, inputs, hidden), variable(first.b1, hidden), variable(first.W2, hidden, outputs), variable(first.b2, outputs)];
      /** @type {number[]} */
      let losses = [];
      return {
        run: () => {
          losses = [];
          const parameters = weights();
          const [W1, b1, W2, b2] = parameters;
          for (let step = 0; step < steps; step++) {
            const loss = softmaxCrossEntropy(linear(relu(linear(x, W1, b1)), W2, b2), first.labels);
            for (const p of parameters) p.clearGrad();
            loss.backward();
            for (const p of parameters) p.data = p.data.sub(p.grad.mul(rate));
            losses.push(loss.data.item());
          }
        },
        values: () => losses,
      };
    },
  };

  /** Book step 24. @param {any} x @param {any} y */
  function goldstein(x, y) {
    const a = add(1, mul(pow(add(add(x, y), 1), 2),
      add(add(sub(add(sub(19, mul(14, x)), mul(3, pow(x, 2))), mul(14, y)), mul(mul(6, x), y)), mul(3, pow(y, 2)))));
    const b = add(30, mul(pow(sub(mul(2, x), mul(3, y)), 2),
      add(sub(add(add(sub(18, mul(32, x)), mul(12, pow(x, 2))), mul(48, y)), mul(mul(36, x), y)), mul(27, pow(y, 2)))));
    return mul(a, b);
  }
  return { version: 'src/engine', prepare };
}
