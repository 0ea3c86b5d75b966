import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { dezero, root } from '../support/cli.js';

/** What the book's programs print at these steps; Python's None prints as null, except inside variable(None). */
const printed: Readonly<Record<string, string>> = {
  'hello.dz.ts': 'variable(7.0) 2.0 3.0\n',
  'step16-generations.dz.ts': '32.0 64.0\n',
  'step17-memory.dz.ts': '',
  'step18-save-memory.dz.ts': 'null null\n2.0 1.0\n',
  'step19-variable.dz.ts': 'variable([1 2 3])\nvariable(None)\nvariable([[1 2 3]\n          [4 5 6]])\n',
  'step20-operators.dz.ts': 'variable(7.0) 2.0 3.0\n',
};

describe('the examples', () => {
  it('are the ones below', () => {
    expect(readdirSync(path.join(root, 'examples'))).toEqual(Object.keys(printed));
  });

  it.each(Object.entries(printed))('%s prints what the book shows, to the character', async (file, expected) => {
    expect(await dezero(['run', `examples/${file}`])).toEqual({ code: 0, stdout: expected, stderr: '' });
  });

  it('have no type errors', async () => {
    const files = Object.keys(printed).map(file => `examples/${file}`);
    expect(await dezero(['check', ...files])).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});
