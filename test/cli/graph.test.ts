import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PageData } from '../../src/protocol/page.js';
import { SnippetFolder } from '../support/cli.js';

const SOURCE = `import { Variable } from 'dezero';
const a = new Variable(3, 'a "quoted"'), b = new Variable(2);
const t = a * b;
const y = t + 1;
const other = b ** 2;
y.backward();
console.log('printed');
`;

describe('dezero graph', () => {
  it('draws the Variable differentiated last as dot, with the output on stdout alone', async () => {
    using folder = new SnippetFolder({ 'x.dz.ts': SOURCE });
    const { code, stdout, stderr } = await folder.dezero('graph', 'x.dz.ts');
    expect([code, stderr]).toEqual([0, 'printed\n']);
    expect(stdout).toContain('[label="a \\"quoted\\"\\nvalue 3.0\\ngrad 2.0", shape=ellipse');
    expect(stdout).toContain('[label="Mul ×", shape=box');
    expect(stdout).not.toContain('Pow');
  });

  it('draws the Variable that --of names', async () => {
    using folder = new SnippetFolder({ 'x.dz.ts': SOURCE });
    const { stdout } = await folder.dezero('graph', 'x.dz.ts', '--of', 'other', '--format', 'json');
    const { variables, functions } = JSON.parse(stdout) as { variables: { name: string }[]; functions: { op: string }[] };
    expect(variables.map(({ name }) => name)).toEqual(['b', 'other']);
    expect(functions.map(({ op }) => op)).toEqual(['Pow']);
    const missing = await folder.dezero('graph', 'x.dz.ts', '--of', 'nobody');
    expect([missing.code, missing.stderr]).toEqual([1, "printed\nThere is no Variable named 'nobody' in this run. Its Variables are a \"quoted\", b, t, other, y.\n"]);
  });

  it('writes SVG and Mermaid, to a file too', async () => {
    using folder = new SnippetFolder({ 'x.dz.ts': SOURCE });
    expect((await folder.dezero('graph', 'x.dz.ts', '--format', 'svg', '-o', 'out.svg')).code).toBe(0);
    const svg = readFileSync(path.join(folder.path, 'out.svg'), 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox=/);
    expect(svg.match(/<ellipse/g)).toHaveLength(5);
    expect(svg.match(/<rect/g)).toHaveLength(2);
    const { stdout } = await folder.dezero('graph', 'x.dz.ts', '--format', 'mermaid');
    expect(stdout).toMatch(/^flowchart LR\n/);
    expect(stdout).toContain('a #34;quoted#34;<br/>value 3.0');
    expect((await folder.dezero('graph', 'x.dz.ts', '--format', 'png')).stderr).toContain("There is no format 'png'. The formats are dot, svg, mermaid, json, html.");
  });
});

describe('dezero graph --format html', () => {
  it('writes the Variable\'s own graph with the text of every file, and no path of this machine', async () => {
    using folder = new SnippetFolder({
      'x.dz.ts': "import { Variable } from 'dezero';\nimport { half } from './lib/half.dz.ts';\nconst a = new Variable(3);\nconst y = half(a);\nconst other = a ** 2;\ny.backward();\n",
      'lib/half.dz.ts': "import { Variable } from 'dezero';\nexport const half = (x: Variable) => x / 2;\n",
    });
    expect(await folder.dezero('graph', 'x.dz.ts', '--format', 'html', '-o', 'x.html')).toEqual({ code: 0, stdout: '', stderr: '' });
    const html = readFileSync(path.join(folder.path, 'x.html'), 'utf8');
    expect(html).not.toContain(folder.path);
    const { state, sources } = JSON.parse(/<script type="application\/json" id="page-data">(.*)<\/script>/.exec(html)![1]!) as PageData;
    expect(state.report?.files).toEqual(['x.dz.ts', 'lib/half.dz.ts']);
    expect(sources).toEqual([readFileSync(path.join(folder.path, 'x.dz.ts'), 'utf8'), readFileSync(path.join(folder.path, 'lib/half.dz.ts'), 'utf8')]);
    expect(state.report?.functions.map(({ op }) => op)).toEqual(['Div']);
    expect(state.report?.totals).toEqual({ variables: 3, functions: 1, bytes: 40 });
  });
});

describe('dezero lower and dezero check', () => {
  it('print the code that runs, and the type errors', async () => {
    using folder = new SnippetFolder({ 'x.dz.ts': SOURCE, 'bad.dz.ts': "import { Variable } from 'dezero';\nconst s: string = new Variable(1) * 2;\n", 'broken.dz.ts': 'const = 1;' });
    expect((await folder.dezero('lower', 'x.dz.ts')).stdout).toContain('__dz.mul(a, b,');
    expect((await folder.dezero('lower', 'broken.dz.ts')).code).toBe(1);
    expect(await folder.dezero('check', 'x.dz.ts', 'bad.dz.ts')).toEqual({
      code: 1, stderr: '', stdout: "bad.dz.ts:2:7 - error TS2322: Type 'Variable' is not assignable to type 'string'.\n",
    });
    expect((await folder.dezero('run', 'broken.dz.ts')).stderr).toMatch(/^broken\.dz\.ts:1:7 - SyntaxError: /);
  });
});
