import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/language/compile.js';

const SAMPLES = path.resolve(import.meta.dirname, '../fixtures/language');

describe('lowered samples', () => {
  it.each(readdirSync(SAMPLES))('%s', async name => {
    const read = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : file.endsWith('layers.dz.ts') ? 'export const layers = []' : undefined);
    const program = compileProgram(path.join(SAMPLES, name, 'input.dz.ts'), { hasUsing: false, read, resolve: (from, specifier) => path.resolve(path.dirname(from), specifier) });
    await expect(program.files[0]!.code).toMatchFileSnapshot(path.join(SAMPLES, name, 'expected.mjs'));
    // Marks, as `id text`: a site's anchor in its expression, a binding's name.
    const lines = program.files[0]!.source.split('\n');
    const marks = [
      ...program.sites.filter(({ range }) => range.file === 0).map(({ range, anchor }, i) => `site ${i + 1} at ${range.line}:${range.column}-${range.endLine}:${range.endColumn} by ${lines[anchor.line - 1]!.slice(anchor.column - 1, anchor.endColumn - 1)}`),
      ...program.bindings.filter(({ range }) => range.file === 0).map(({ range, kind }, i) => `${kind} ${i} at ${range.line}:${range.column} of ${lines[range.line - 1]!.slice(range.column - 1, range.endColumn - 1)}`),
    ];
    await expect(`${marks.join('\n')}\n`).toMatchFileSnapshot(path.join(SAMPLES, name, 'marks.txt'));
  });
});
