// @ts-check
/** @file The workloads of arrays, forward alone, for libraries that differ in their operations and in how one is run. */
import { expRange, million, spread, tanhRange } from '../inputs.mjs';

/**
 * @typedef {object} Library
 * @property {(values: Float64Array, ...shape: number[]) => any} array
 * @property {(xs: any[], forward: (...xs: any[]) => any) => { run: () => unknown, values: () => number[] }} prepared
 * @property {(x: any) => any} exp
 * @property {(x: any) => any} tanh
 * @property {(x: any, y: any) => any} multiply
 * @property {(x: any, y: any) => any} add
 * @property {(x: any) => any} sum0 over axis 0
 * @property {(x: any, y: any) => any} matmul
 */

/** @param {Library} library */
export function arrayWorkloads({ array, prepared, exp, tanh, multiply, add, sum0, matmul }) {
  const square = () => array(spread(million, -1, 1), 1000, 1000);
  /** @param {number} n */
  const product = n => () => prepared([array(spread(n * n, -1, 1), n, n), array(spread(n * n, -1, 1, 7), n, n)], matmul);
  return {
    exp: () => prepared([array(spread(million, ...expRange), million)], exp),
    tanh: () => prepared([array(spread(million, ...tanhRange), million)], tanh),
    mul: () => prepared([array(spread(million, -1, 1), million), array(spread(million, -1, 1, 3), million)], multiply),
    add: () => prepared([square(), array(spread(1000, -1, 1, 5), 1000)], add),
    sum0: () => prepared([square()], sum0),
    'matmul-64': product(64),
    'matmul-256': product(256),
    'matmul-1024': product(1024),
  };
}
