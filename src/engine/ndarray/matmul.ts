/** @file Matrix products on blocks: vectors, matrices and stacks of matrices, as NumPy's `@`. */
import { shapeErrors } from '../errors/shapes.js';
import type { Block } from './block.js';
import { allocate, promote, type TypedArray } from './dtype.js';
import { broadcasts, broadcastShapes, broadcastStrides, sizeOf, type Shape } from './shape.js';
import { walkRows } from './broadcast.js';
import { multiplyFast } from './kernels/product.js';

/** `out[m, n] += a[m, k] @ b[k, n]`, from the given offsets. */
type Product<T extends TypedArray> = (
  a: T, ao: number, b: T, bo: number, out: T, oo: number, m: number, k: number, n: number,
) => void;

/** The k loop is outside the n loop, so that rows of `b` and `out` are read in order; a vector on the right is a dot product a row. */
const productFloat64: Product<Float64Array> = (a, ao, b, bo, out, oo, m, k, n) => {
  for (let i = 0; i < m; i++) {
    const row = oo + i * n;
    if (n === 1) {
      out[row] = pairwiseDot(a, ao + i * k, b, bo, k);
      continue;
    }
    let l = 0;
    // Four rows of `b` at a time: a fourth of the reads and writes of `out`.
    for (; l + 4 <= k; l += 4) {
      const at = ao + i * k + l;
      const x0 = a[at]!, x1 = a[at + 1]!, x2 = a[at + 2]!, x3 = a[at + 3]!;
      const b0 = bo + l * n, b1 = b0 + n, b2 = b1 + n, b3 = b2 + n;
      for (let j = 0; j < n; j++) out[row + j]! += x0 * b[b0 + j]! + x1 * b[b1 + j]! + x2 * b[b2 + j]! + x3 * b[b3 + j]!;
    }
    for (; l < k; l++) {
      const x = a[ao + i * k + l]!;
      const from = bo + l * n;
      for (let j = 0; j < n; j++) out[row + j]! += x * b[from + j]!;
    }
  }
};

/**
 * As pairwiseSum, of products: four partial sums in blocks of 128, then halves, so that the error of a long product grows with log n.
 * Not by pairwiseSum of the products in an array: that took 2.3 times as long.
 */
function pairwiseDot(a: Float64Array, ao: number, b: Float64Array, bo: number, n: number): number {
  if (n > 128) {
    const half = (n >> 3) << 2;
    return pairwiseDot(a, ao, b, bo, half) + pairwiseDot(a, ao + half, b, bo + half, n - half);
  }
  let s0 = 0, s1 = 0, s2 = 0, s3 = 0;
  let l = 0;
  for (; l + 4 <= n; l += 4) {
    s0 += a[ao + l]! * b[bo + l]!;
    s1 += a[ao + l + 1]! * b[bo + l + 1]!;
    s2 += a[ao + l + 2]! * b[bo + l + 2]!;
    s3 += a[ao + l + 3]! * b[bo + l + 3]!;
  }
  let sum = (s0 + s1) + (s2 + s3);
  for (; l < n; l++) sum += a[ao + l]! * b[bo + l]!;
  return sum;
}

function productOf(step: (sum: number, x: number, y: number) => number): Product<TypedArray> {
  return (a, ao, b, bo, out, oo, m, k, n) => {
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        // A double between the steps: float32 rounds once, at the end.
        let sum = 0;
        for (let l = 0; l < k; l++) sum = step(sum, a[ao + i * k + l]!, b[bo + l * n + j]!);
        out[oo + i * n + j] = sum;
      }
    }
  };
}
const productOther = productOf((sum, x, y) => sum + x * y);
const productInt32 = productOf((sum, x, y) => (sum + Math.imul(x, y)) | 0);
const productBool = productOf((sum, x, y) => sum | (x & y));

/**
 * A vector on the left is a row, one on the right a column, and the axis it lent goes again; leading axes broadcast.
 * @throws Error for 0-d operands and for shapes that do not fit.
 */
export function matmul(a: Block, b: Block): Block {
  if (a.shape.length === 0 || b.shape.length === 0) throw shapeErrors.matmulOfScalar(a.shape, b.shape);
  const left: Shape = a.shape.length === 1 ? [1, ...a.shape] : a.shape;
  const right: Shape = b.shape.length === 1 ? [...b.shape, 1] : b.shape;
  const [m, k] = left.slice(-2) as [number, number];
  const [kRight, n] = right.slice(-2) as [number, number];
  if (k !== kRight) throw shapeErrors.matmulSizes(a.shape, b.shape, k, kRight);
  const stackLeft = left.slice(0, -2);
  const stackRight = right.slice(0, -2);
  if (!broadcasts(stackLeft, stackRight)) throw shapeErrors.matmulStacks(a.shape, b.shape);
  const stack = broadcastShapes(stackLeft, stackRight);
  const dtype = promote(a.dtype, b.dtype);
  const values = allocate(dtype, sizeOf(stack) * m * n);
  const aStrides = broadcastStrides(stackLeft, stack).map(stride => stride * m * k);
  const bStrides = broadcastStrides(stackRight, stack).map(stride => stride * k * n);
  walkRows(stack, aStrides, bStrides, (ao, bo, row) => {
    const oo = row * m * n;
    if (isFloats(a.values) && isFloats(b.values) && isFloats(values) && multiplyFast(a.values, ao, b.values, bo, values, oo, m, k, n)) return;
    if (a.values instanceof Float64Array && b.values instanceof Float64Array && values instanceof Float64Array) {
      productFloat64(a.values, ao, b.values, bo, values, oo, m, k, n);
    } else {
      const product = dtype === 'int32' ? productInt32 : dtype === 'bool' ? productBool : productOther;
      product(a.values, ao, b.values, bo, values, oo, m, k, n);
    }
  });
  const shape = [...stack, ...(a.shape.length === 1 ? [] : [m]), ...(b.shape.length === 1 ? [] : [n])];
  return { shape, dtype, values };
}

const isFloats = (values: TypedArray): values is Float64Array | Float32Array => values instanceof Float64Array || values instanceof Float32Array;
