// @ts-check
/** @file TensorFlow.js with its WebAssembly backend: float32. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { chain, net, netStart, sampled } from '../inputs.mjs';
import { arrayWorkloads } from './array-workloads.mjs';

export async function start() {
  const require = createRequire(import.meta.url);
  const tf = require('@tensorflow/tfjs');
  const wasm = require('@tensorflow/tfjs-backend-wasm');
  wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/wasm-out/`);
  wasm.setThreadsCount(1);
  tf.env().set('PROD', true);
  await tf.setBackend('wasm');
  await tf.ready();

  /** @param {Float64Array} values @param {...number} shape */
  const tensor = (values, ...shape) => tf.tensor(Float32Array.from(values), shape);
  /** @param {any[]} xs @param {(...xs: any[]) => any} forward */
  const prepared = (xs, forward) => {
    /** @type {any} */
    let y;
    return {
      run: () => {
        y?.dispose();
        y = tf.tidy(() => forward(...xs));
      },
      values: () => sampled(y.dataSync(), 10_000),
    };
  };
  /** @param {any} x @param {any} c @param {number} operations */
  const runChain = (x, c, operations) => {
    let y = x;
    for (let i = 0; i < operations; i += 2) y = tf.mul(tf.add(y, x), c);
    return y;
  };
  const prepare = {
    'chain-1k': () => {
      /** @type {number[]} */
      let values = [];
      return {
        run: () => {
          values = tf.tidy(() => {
            const { value, grads } = tf.valueAndGrads((/** @type {any} */ x, /** @type {any} */ c) => runChain(x, c, 1000))([tf.scalar(chain.x), tf.scalar(chain.c)]);
            return [value, ...grads].map(tensor => tensor.dataSync()[0]);
          });
        },
        values: () => values,
      };
    },
    'no-grad-100k': () => {
      let value = 0;
      return {
        run: () => { value = tf.tidy(() => runChain(tf.scalar(chain.x), tf.scalar(chain.c), 100_000).dataSync()[0]); },
        values: () => [value],
      };
    },
    step17: () => {
      let mean = 0;
      return {
        run: () => {
          /** @type {any} */
          let y;
          for (let i = 0; i < 2000; i++) {
            y?.dispose();
            y = tf.tidy(() => tf.square(tf.square(tf.square(tf.randomNormal([10_000])))));
          }
          mean = tf.tidy(() => tf.mean(tf.pow(y, 0.25)).dataSync()[0]);
        },
        values: () => [mean],
      };
    },
    ...arrayWorkloads({
      array: tensor, prepared, exp: tf.exp, tanh: tf.tanh, multiply: tf.mul, add: tf.add, sum0: x => tf.sum(x, 0), matmul: (x, y) => tf.matMul(x, y),
    }),
    training: () => {
      const first = netStart();
      const { inputs, hidden, outputs, batch, rate, steps } = net;
      const x = tensor(first.x, batch, inputs);
      const oneHot = tf.cast(tf.oneHot(tf.tensor1d(first.labels, 'int32'), outputs), 'float32');
      /** @type {number[]} */
      let losses = [];
      /** @param {any} W1 @param {any} b1 @param {any} W2 @param {any} b2 */
      const loss = (W1, b1, W2, b2) => {
        const logits = tf.add(tf.matMul(tf.relu(tf.add(tf.matMul(x, W1), b1)), W2), b2);
        return tf.losses.softmaxCrossEntropy(oneHot, logits);
      };
      return {
        run: () => {
          losses = [];
          let parameters = [tensor(first.W1, inputs, hidden), tensor(first.b1, hidden), tensor(first.W2, hidden, outputs), tensor(first.b2, outputs)];
          for (let step = 0; step < steps; step++) {
            const next = tf.tidy(() => {
              const { value, grads } = tf.valueAndGrads(loss)(parameters);
              losses.push(value.dataSync()[0]);
              return grads.map((/** @type {any} */ grad, /** @type {number} */ i) => tf.sub(parameters[i], tf.mul(grad, rate)));
            });
            tf.dispose(parameters);
            parameters = next;
          }
          tf.dispose(parameters);
        },
        values: () => losses,
      };
    },
  };
  return { version: tf.version_core, prepare };
}
