// @ts-check
/** @file The training step of a 784-128-10 net in plain loops, forward, backward and update. */
import { net, netStart } from '../inputs.mjs';

const { inputs, hidden, outputs, batch, rate, steps } = net;

export function trainingByHand() {
  const { x, labels, ...start } = netStart();
  /** @type {number[]} */
  let losses = [];
  return {
    run: () => {
      const [W1, b1, W2, b2] = [start.W1.slice(), start.b1.slice(), start.W2.slice(), start.b2.slice()];
      losses = [];
      for (let step = 0; step < steps; step++) {
        const h = layer(x, W1, b1, inputs, hidden);
        for (let i = 0; i < h.length; i++) if (at(h, i) < 0) h[i] = 0;
        const logits = layer(h, W2, b2, hidden, outputs);
        losses.push(lossAndGradient(logits, labels));
        const gh = backInto(logits, W2, hidden, outputs);
        for (let i = 0; i < gh.length; i++) if (at(h, i) <= 0) gh[i] = 0;
        update(h, logits, W2, b2, hidden, outputs);
        update(x, gh, W1, b1, inputs, hidden);
      }
    },
    values: () => losses,
  };
}

/** @param {Float64Array | Int32Array} array @param {number} i */
const at = (array, i) => /** @type {number} */ (array[i]);

/** x · W + b. @param {Float64Array} x @param {Float64Array} W @param {Float64Array} b @param {number} from @param {number} to */
function layer(x, W, b, from, to) {
  const y = new Float64Array(batch * to);
  for (let i = 0; i < batch; i++) {
    for (let j = 0; j < to; j++) y[i * to + j] = at(b, j);
    for (let k = 0; k < from; k++) {
      const f = at(x, i * from + k);
      for (let j = 0; j < to; j++) y[i * to + j] += f * at(W, k * to + j);
    }
  }
  return y;
}

/** The mean cross entropy; the logits become its gradient. @param {Float64Array} logits @param {Int32Array} labels */
function lossAndGradient(logits, labels) {
  let loss = 0;
  for (let i = 0; i < batch; i++) {
    const row = logits.subarray(i * outputs, (i + 1) * outputs);
    const largest = Math.max(...row);
    const label = at(labels, i);
    let sum = 0;
    for (const z of row) sum += Math.exp(z - largest);
    loss += Math.log(sum) + largest - at(row, label);
    for (let j = 0; j < outputs; j++) row[j] = (Math.exp(at(row, j) - largest) / sum - Number(j === label)) / batch;
  }
  return loss / batch;
}

/** g · Wᵀ. @param {Float64Array} g @param {Float64Array} W @param {number} from @param {number} to */
function backInto(g, W, from, to) {
  const gx = new Float64Array(batch * from);
  for (let i = 0; i < batch; i++) {
    for (let k = 0; k < from; k++) {
      let sum = 0;
      for (let j = 0; j < to; j++) sum += at(g, i * to + j) * at(W, k * to + j);
      gx[i * from + k] = sum;
    }
  }
  return gx;
}

/** W -= rate · xᵀ · g, b -= rate · Σ g. @param {Float64Array} x @param {Float64Array} g @param {Float64Array} W @param {Float64Array} b @param {number} from @param {number} to */
function update(x, g, W, b, from, to) {
  for (let i = 0; i < batch; i++) {
    for (let k = 0; k < from; k++) {
      const f = rate * at(x, i * from + k);
      for (let j = 0; j < to; j++) W[k * to + j] -= f * at(g, i * to + j);
    }
    for (let j = 0; j < to; j++) b[j] -= rate * at(g, i * to + j);
  }
}
