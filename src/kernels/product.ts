/**
 * @file The inner part of a matrix product, in AssemblyScript: `c += a · b` of packed panels.
 *
 * A panel of `a` is four rows, one of `b` four columns, each stored step by step of the inner axis: so every load is the next one, and the
 * sixteen sums of a tile stay in registers. Measured, float64, 1024 × 1024: 683 ms in TypeScript, 164 ms with this.
 */

const ROWS: usize = 4;
const COLUMNS: usize = 4;
const SIZE: usize = 8;

// A fused multiply-add (relaxed SIMD) measured no faster, and rounds as the host likes.
// @ts-ignore: decorator
@inline
function madd(x: v128, y: v128, sum: v128): v128 {
  return f64x2.add(sum, f64x2.mul(x, y));
}

/** `c[rows, columns] += a[rows, steps] · b[steps, columns]`: addresses in bytes, counts of whole panels; `c` in rows of `stride` numbers. */
export function multiply(a: usize, b: usize, c: usize, rowPanels: i32, columnPanels: i32, steps: i32, stride: i32): void {
  const aPanel = <usize>steps * ROWS * SIZE;
  const bPanel = <usize>steps * COLUMNS * SIZE;
  const row = <usize>stride * SIZE;
  for (let j = 0; j < columnPanels; j++) {
    for (let i = 0; i < rowPanels; i++) {
      tile(a + <usize>i * aPanel, b + <usize>j * bPanel, c + <usize>i * ROWS * row + <usize>j * COLUMNS * SIZE, steps, row);
    }
  }
}

// @ts-ignore: decorator
@inline
function tile(a: usize, b: usize, c: usize, steps: i32, row: usize): void {
  let s00 = f64x2.splat(0), s01 = f64x2.splat(0);
  let s10 = f64x2.splat(0), s11 = f64x2.splat(0);
  let s20 = f64x2.splat(0), s21 = f64x2.splat(0);
  let s30 = f64x2.splat(0), s31 = f64x2.splat(0);
  for (let l = 0; l < steps; l++) {
    const b0 = v128.load(b), b1 = v128.load(b, 16);
    let x = v128.load64_splat(a);
    s00 = madd(x, b0, s00);
    s01 = madd(x, b1, s01);
    x = v128.load64_splat(a, 8);
    s10 = madd(x, b0, s10);
    s11 = madd(x, b1, s11);
    x = v128.load64_splat(a, 16);
    s20 = madd(x, b0, s20);
    s21 = madd(x, b1, s21);
    x = v128.load64_splat(a, 24);
    s30 = madd(x, b0, s30);
    s31 = madd(x, b1, s31);
    a += ROWS * SIZE;
    b += COLUMNS * SIZE;
  }
  addTo(c, s00, s01);
  addTo(c + row, s10, s11);
  addTo(c + 2 * row, s20, s21);
  addTo(c + 3 * row, s30, s31);
}

// @ts-ignore: decorator
@inline
function addTo(c: usize, left: v128, right: v128): void {
  v128.store(c, f64x2.add(v128.load(c), left));
  v128.store(c, f64x2.add(v128.load(c, 16), right), 16);
}
