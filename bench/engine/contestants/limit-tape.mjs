// @ts-check
/** @file The flat tape: additions and products of scalars in typed arrays, differentiated by one loop backward. */
import { chain, repeat } from '../inputs.mjs';

/**
 * Typed arrays in a closure: the fields of a class took half as long again.
 * @param {number} most how many values it holds
 */
function makeTape(most) {
  const product = new Uint8Array(most);
  const left = new Int32Array(most);
  const right = new Int32Array(most);
  const value = new Float64Array(most);
  const grad = new Float64Array(most);
  let length = 0;
  /** @param {number} a @param {number} b */
  const record = (a, b) => {
    left[length] = a;
    right[length] = b;
    return length++;
  };
  return {
    value, grad,
    reset: () => { length = 0; },
    /** @param {number} x */
    leaf: x => {
      value[length] = x;
      return record(-1, -1);
    },
    /** @param {number} a @param {number} b */
    add: (a, b) => {
      product[length] = 0;
      value[length] = at(value, a) + at(value, b);
      return record(a, b);
    },
    /** @param {number} a @param {number} b */
    mul: (a, b) => {
      product[length] = 1;
      value[length] = at(value, a) * at(value, b);
      return record(a, b);
    },
    /** @param {number} y */
    backward: y => {
      grad.fill(0, 0, length);
      grad[y] = 1;
      for (let i = y; i >= 0; i--) {
        const [a, b] = [at(left, i), at(right, i)];
        if (a < 0) continue;
        const g = at(grad, i);
        grad[a] += product[i] ? g * at(value, b) : g;
        grad[b] += product[i] ? g * at(value, a) : g;
      }
    },
  };
}

/** @param {Float64Array | Int32Array} array @param {number} i */
const at = (array, i) => /** @type {number} */ (array[i]);

/** @param {number} operations */
const scalarChain = operations => () => {
  const tape = makeTape(operations + 2);
  let [y, x, c] = [0, 0, 0];
  const run = (length = operations) => {
    tape.reset();
    x = tape.leaf(chain.x);
    c = tape.leaf(chain.c);
    y = x;
    for (let i = 0; i < length; i += 2) y = tape.mul(tape.add(y, x), c);
    tape.backward(y);
  };
  return {
    run: () => run(),
    // To the end: its memory is taken once, and touched here.
    warm: () => repeat(() => run(), 3),
    values: () => [at(tape.value, y), at(tape.grad, x), at(tape.grad, c)],
  };
};

export const scalarWorkloads = {
  'chain-1k': scalarChain(1000),
  'chain-100k': scalarChain(100_000),
  'chain-1m': scalarChain(1_000_000),
  'no-grad-100k': () => {
    let y = 0;
    return {
      run: () => {
        y = chain.x;
        for (let i = 0; i < 100_000; i += 2) y = (y + chain.x) * chain.c;
      },
      values: () => [y],
    };
  },
  pairs: () => {
    const tape = makeTape(2000);
    let [x, y] = [0, 0];
    return {
      run: () => {
        tape.reset();
        x = tape.leaf(chain.x);
        const row = new Int32Array(1000);
        for (let i = 0; i < row.length; i++) row[i] = tape.mul(x, x);
        let width = row.length;
        while (width > 1) {
          let next = 0;
          for (let i = 0; i + 1 < width; i += 2) row[next++] = tape.add(at(row, i), at(row, i + 1));
          if (width % 2) row[next++] = at(row, width - 1);
          width = next;
        }
        y = at(row, 0);
        tape.backward(y);
      },
      values: () => [at(tape.value, y), at(tape.grad, x)],
    };
  },
  goldstein: () => {
    const tape = makeTape(80);
    /** @type {number[]} */
    let values = [];
    const { add, mul, leaf } = tape;
    /** @param {number} k @param {number} a */
    const times = (k, a) => mul(leaf(k), a);
    return {
      run: () => {
        for (let i = 0; i < 1000; i++) {
          tape.reset();
          const [x, y] = [leaf(1), leaf(1)];
          const [x2, y2, xy] = [mul(x, x), mul(y, y), mul(x, y)];
          const p = add(add(x, y), leaf(1));
          const q = add(add(add(add(add(leaf(19), times(-14, x)), times(3, x2)), times(-14, y)), times(6, xy)), times(3, y2));
          const r = add(times(2, x), times(-3, y));
          const s = add(add(add(add(add(leaf(18), times(-32, x)), times(12, x2)), times(48, y)), times(-36, xy)), times(27, y2));
          const z = mul(add(leaf(1), mul(mul(p, p), q)), add(leaf(30), mul(mul(r, r), s)));
          tape.backward(z);
          values = [at(tape.value, z), at(tape.grad, x), at(tape.grad, y)];
        }
      },
      values: () => values,
    };
  },
};
