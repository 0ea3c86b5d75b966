// @ts-check
/**
 * @file Compiles src/kernels to WebAssembly, and writes it as a module that the engine imports: a kilobyte of base64 text, so that every
 * bundle has it and it loads without waiting.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from '../tools/paths.mjs';

const source = inRoot('src/kernels/product.ts');
const output = inRoot('src/engine/ndarray/kernels/product.wasm.ts');

/** @param {string} text @returns {Promise<string>} the module in base64 */
async function compile(text) {
  // Loaded where it is needed, for it is large: most builds find the module up to date.
  const { default: asc } = await import('assemblyscript/asc');
  const options = ['--outFile', 'product.wasm', '-O3', '--noAssert', '--runtime', 'stub', '--initialMemory', '1', '--enable', 'simd'];
  /** @type {string | undefined} */
  let module;
  const { error, stderr } = await asc.main(['product.ts', ...options], {
    readFile: name => (name === 'product.ts' ? text : null),
    writeFile: (name, contents) => { if (name === 'product.wasm') module = Buffer.from(contents).toString('base64'); },
    listFiles: () => [],
  });
  if (error || module === undefined) throw new Error(`src/kernels does not compile:\n${stderr.toString()}`);
  return module;
}

/** The text of the module, of the kernels as they stand. */
export async function kernelModule() {
  const text = readFileSync(source, 'utf8');
  return `/** @file src/kernels/product.ts as WebAssembly, in base64: written by the build. Source ${stamp(text)}. */\nexport const base64 = '${await compile(text)}';\n`;
}

/** Writes the module where the kernels have changed since. */
export async function buildKernels() {
  const written = existsSync(output) ? readFileSync(output, 'utf8') : '';
  if (!written.includes(stamp(readFileSync(source, 'utf8')))) writeFileSync(output, await kernelModule());
}

/** @param {string} text */
const stamp = text => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex').slice(0, 16);
