// @ts-check
/** @file jax-js with its WebAssembly backend, float64: arrays are given away with each use unless one takes a `ref`. */
import { chain, net, netStart, sampled } from '../inputs.mjs';
import { arrayWorkloads } from './array-workloads.mjs';
import { versionOf } from './version.mjs';

export async function start() {
  const globals = /** @type {any} */ (globalThis);
  // It asks a browser's globals, and those of a newer Node, when it loads.
  globals.navigator ??= { hardwareConcurrency: 1 };
  globals.Float16Array ??= function Float16Array() { /* nothing is an instance of it */ };
  const jax = /** @type {any} */ (await import('@jax-js/jax'));
  await jax.init('wasm');
  jax.defaultDevice('wasm');
  const { numpy: np } = jax;

  /** @param {Float64Array} values @param {...number} shape */
  const array = (values, ...shape) => np.array(values, { dtype: 'float64' }).reshape(shape);
  /** @param {any[]} xs @param {(...xs: any[]) => any} forward */
  const prepared = (xs, forward) => {
    /** @type {any} */
    let y;
    const compiled = jax.jit(forward);
    return {
      run: async () => {
        y?.dispose();
        y = compiled(...xs.map(x => x.ref));
        await y.blockUntilReady();
      },
      values: () => sampled(y.ref.dataSync(), 10_000),
    };
  };
  const prepare = {
    'chain-1k': () => {
      /** @type {number[]} */
      let values = [];
      const differentiated = jax.valueAndGrad((/** @type {any} */ x, /** @type {any} */ c) => {
        let y = x.ref;
        for (let i = 0; i < 1000; i += 2) y = y.add(x.ref).mul(c.ref);
        x.dispose();
        c.dispose();
        return y;
      }, { argnums: [0, 1] });
      return {
        run: () => {
          const [value, [gx, gc]] = differentiated(np.array(chain.x), np.array(chain.c));
          values = [value, gx, gc].map(scalar => scalar.item());
        },
        values: () => values,
      };
    },
    ...arrayWorkloads({
      array, prepared, exp: np.exp, tanh: np.tanh, multiply: (x, y) => x.mul(y), add: (x, row) => x.add(row), sum0: x => x.sum(0), matmul: np.matmul,
    }),
    training: () => {
      const first = netStart();
      const { inputs, hidden, outputs, batch, rate, steps } = net;
      const x = array(first.x, batch, inputs);
      const oneHot = jax.nn.oneHot(np.array(first.labels, { dtype: 'int32' }), outputs).astype('float64');
      /** @type {number[]} */
      let losses = [];
      const step = jax.jit(jax.valueAndGrad((/** @type {any} */ W1, /** @type {any} */ b1, /** @type {any} */ W2, /** @type {any} */ b2, /** @type {any} */ images, /** @type {any} */ wanted) => {
        const logits = np.matmul(jax.nn.relu(np.matmul(images, W1).add(b1)), W2).add(b2);
        return jax.nn.logSoftmax(logits).mul(wanted).sum().mul(-1 / batch);
      }, { argnums: [0, 1, 2, 3] }));
      return {
        run: async () => {
          losses = [];
          let parameters = [array(first.W1, inputs, hidden), array(first.b1, hidden), array(first.W2, hidden, outputs), array(first.b2, outputs)];
          for (let i = 0; i < steps; i++) {
            const [loss, grads] = step(...parameters.map(p => p.ref), x.ref, oneHot.ref);
            parameters = parameters.map((p, j) => p.sub(grads[j].mul(rate)));
            losses.push(loss.item());
          }
          for (const p of parameters) {
            await p.blockUntilReady();
            p.dispose();
          }
        },
        values: () => losses,
      };
    },
  };
  return { version: versionOf('@jax-js/jax'), prepare };
}
