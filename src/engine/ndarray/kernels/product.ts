/** @file Products of float matrices by WebAssembly's SIMD, where the host has it: packs blocks, and leaves the arithmetic to src/kernels. */
import { base64 } from './product.wasm.js';

type Floats = Float64Array | Float32Array;

/** What is used of WebAssembly: every host has it, but it is no part of the language, whose types are all that the engine sees. */
interface WebAssemblyHost {
  validate(bytes: Uint8Array): boolean;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

type Multiply = (a: number, b: number, c: number, rowPanels: number, columnPanels: number, steps: number, stride: number) => void;

/** What the module gives: its memory in bytes, which grows in pages. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly multiply: Multiply;
}

interface Kernel {
  readonly memory: Float64Array;
  readonly multiply: Multiply;
}

/** Rows of a panel of `a`, columns of a panel of `b`: as in src/kernels. */
const PANEL = 4;
/** A block of `a` (256 KB) and a panel of `b` (8 KB) stay in the caches; sums over blocks of the inner axis are also more exact than one long sum. */
const ROWS = 128;
const STEPS = 256;
const COLUMNS = 512;
const SIZE = 8;
/** Below this many products, packing costs more than it saves. */
const SMALL = 512;

/** null where the host has no SIMD. */
function load(): Kernel | null {
  const host = (globalThis as { readonly WebAssembly?: WebAssemblyHost }).WebAssembly;
  const bytes = decode(base64);
  if (host?.validate(bytes) !== true) return null;
  const { memory, multiply } = new host.Instance(new host.Module(bytes)).exports as Exports;
  memory.grow(Math.ceil(((C + ROWS * COLUMNS) * SIZE) / 65_536));
  return { memory: new Float64Array(memory.buffer), multiply };
}

/** Where the blocks begin in the kernel's memory: it has no data of its own. */
const FIRST = 1024;
const A = FIRST / SIZE;
const B = A + ROWS * STEPS;
const C = B + STEPS * COLUMNS;

let kernel: Kernel | null | undefined;

/**
 * `out[m, n] += a[m, k] @ b[k, n]`, from the given offsets; `out` begins as zeros, and rounds once at the end where it is float32.
 * Returns false where it did nothing, because the product is small or the host has no SIMD.
 */
export function multiplyFast(a: Floats, ao: number, b: Floats, bo: number, out: Floats, oo: number, m: number, k: number, n: number): boolean {
  if (m * n * k < SMALL || m < 2 || n < 2) return false;
  kernel ??= load();
  if (kernel === null) return false;
  const { memory, multiply } = kernel;
  const sums = k > STEPS && !(out instanceof Float64Array) ? new Float64Array(m * n) : null;
  for (let j = 0; j < n; j += COLUMNS) {
    const columns = Math.min(COLUMNS, n - j);
    const width = roundUp(columns);
    for (let l = 0; l < k; l += STEPS) {
      const steps = Math.min(STEPS, k - l);
      packColumns(memory, b, bo + l * n + j, columns, steps, n);
      for (let i = 0; i < m; i += ROWS) {
        const rows = Math.min(ROWS, m - i);
        packRows(memory, a, ao + i * k + l, rows, steps, k);
        memory.fill(0, C, C + roundUp(rows) * width);
        multiply(A * SIZE, B * SIZE, C * SIZE, roundUp(rows) / PANEL, width / PANEL, steps, width);
        addBlock(memory, width, sums ?? out, sums === null ? oo + i * n + j : i * n + j, rows, columns, n);
      }
    }
  }
  if (sums !== null) for (let i = 0; i < sums.length; i++) out[oo + i] = sums[i]!;
  return true;
}

const roundUp = (count: number): number => Math.ceil(count / PANEL) * PANEL;

/** Panels of four rows, each step by step; rows that are missing in the last are zeros. */
function packRows(memory: Float64Array, a: Floats, from: number, rows: number, steps: number, stride: number): void {
  for (let first = 0; first < rows; first += PANEL) {
    const at = A + first * steps;
    for (let r = 0; r < PANEL; r++) {
      const start = from + (first + r) * stride;
      const missing = first + r >= rows;
      for (let l = 0; l < steps; l++) memory[at + l * PANEL + r] = missing ? 0 : a[start + l]!;
    }
  }
}

/** Panels of four columns, each step by step; columns that are missing in the last are zeros. */
function packColumns(memory: Float64Array, b: Floats, from: number, columns: number, steps: number, stride: number): void {
  for (let first = 0; first < columns; first += PANEL) {
    const at = B + first * steps;
    const count = Math.min(PANEL, columns - first);
    for (let l = 0; l < steps; l++) {
      const start = from + l * stride + first;
      for (let c = 0; c < PANEL; c++) memory[at + l * PANEL + c] = c < count ? b[start + c]! : 0;
    }
  }
}

function addBlock(memory: Float64Array, width: number, out: Floats, from: number, rows: number, columns: number, stride: number): void {
  for (let r = 0; r < rows; r++) {
    const start = from + r * stride;
    const at = C + r * width;
    for (let c = 0; c < columns; c++) out[start + c]! += memory[at + c]!;
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** `atob` is no part of the language, and the engine knows neither Node nor a browser. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const digits = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | DIGITS.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}
