import { describe, expect, it } from 'vitest';
import { run, SnippetFolder } from '../support/cli.js';

const HEAD = "import { Variable, np, noGrad, square } from 'dezero';\n";

describe('dezero run', () => {
  it('prints as Node\'s console does, with Variables and arrays as their text', async () => {
    const { stdout, stderr, code } = await run(`${HEAD}
const x = new Variable(np.array([1, 2, 3], 'int32'));
console.log('x is', x, 2, { x, list: [np.array(2.0)] }, [1, 'a'], null);
console.log('%s has %d', 'x', 3);
console.info(\`\${x}\`);
console.warn('careful');
console.error('wrong');
console.table([{ a: 1 }]);
`);
    expect(stdout).toBe(
      "x is variable([1 2 3]) 2 { x: variable([1 2 3]), list: [ 2.0 ] } [ 1, 'a' ] null\nx has 3\nvariable([1 2 3])\n" +
        '┌─────────┬───┐\n│ (index) │ a │\n├─────────┼───┤\n│ 0       │ 1 │\n└─────────┴───┘\n',
    );
    expect(stderr).toBe('careful\nwrong\n');
    expect(code).toBe(0);
  });

  it('waits for top-level await, promises and timers, as Node does', async () => {
    const { stdout } = await run(`
const late = await new Promise<string>(resolve => setTimeout(() => resolve('late'), 20));
console.log(late);
setTimeout(() => console.log('later'), 20);
`);
    expect(stdout).toBe('late\nlater\n');
  });

  it('follows relative imports of .dz.ts and .ts files', async () => {
    using folder = new SnippetFolder({
      'main.dz.ts': "import { twice } from './lib/twice.dz';\nimport { three } from './three.ts';\nimport { Variable } from 'dezero';\nconsole.log(twice(new Variable(three)));",
      'lib/twice.dz.ts': "import type { Variable } from 'dezero';\nexport const twice = (x: Variable) => 2 * x;",
      'three.ts': 'export const three: number = 3;',
    });
    expect(await folder.dezero('run', 'main.dz.ts')).toEqual({ code: 0, stdout: 'variable(6.0)\n', stderr: '' });
  });

  it('says what cannot be imported, and where', async () => {
    const { stderr, code } = await run("import { Variable } from 'dezero';\nimport fs from 'node:fs';\n");
    expect(stderr).toContain("x.dz.ts:2:16 - SyntaxError: Cannot import 'node:fs': a snippet may import from 'dezero' and from relative .dz.ts or .ts files only.");
    expect(code).toBe(1);
    const dynamic = await run("const name = 'node' + ':fs';\nawait import(name);\n");
    expect(dynamic.stderr).toContain("Cannot import 'node:fs'");
  });

  it('shows an error at the snippet\'s own line and column, with the calls that led there', async () => {
    const { stderr, code } = await run(`${HEAD}
function product(a: Variable, b: Variable): Variable {
  return 1 + (a * b);
}
product(new Variable(np.ones([2, 3])), new Variable(np.ones([2, 4])));
`);
    expect(stderr).toMatch(/^x\.dz\.ts:4:15 - Error: mul: shapes \(2, 3\) and \(2, 4\) do not broadcast/);
    expect(stderr).toContain('at top level (x.dz.ts:6:1)');
    expect(code).toBe(1);
  });

  it('shows what is thrown in a timer, and a rejection that nobody handles', async () => {
    expect((await run("setTimeout(() => {\n  throw new RangeError('late');\n}, 1);")).stderr).toMatch(/^x\.dz\.ts:2:9 - RangeError: late/);
    expect((await run("void Promise.reject(new Error('lost'));")).stderr).toMatch(/^x\.dz\.ts:1:21 - Error: lost/);
  });

  it('names the Variable in an error by its binding and line', async () => {
    const { stderr } = await run(`${HEAD}const x = new Variable(np.array(2.0));\nconst y = square(x);\nx.data.fill(5);\ny.backward();\n`);
    expect(stderr).toMatch(/^x\.dz\.ts:5:3 - Error: Square: the data of Variable 'x' \(line 2\) was changed in place/);
  });

  it('hides Node from the snippet', async () => {
    const { stdout } = await run("console.log([typeof process, typeof require, typeof Buffer, typeof fetch, typeof setTimeout, typeof Map].join(' '));");
    expect(stdout).toBe('undefined undefined undefined undefined function function\n');
  });

  it('takes the modes as options', async () => {
    const source = `${HEAD}const y = square(new Variable(3));\ny.backward();\nconsole.log(y.grad);\n`;
    expect((await run(source)).stdout).toBe('null\n');
    expect((await run(source, '--retain-grad')).stdout).toBe('1.0\n');
    const { stderr, code } = await run(source, '--no-grad');
    expect(stderr).toMatch(/^x\.dz\.ts:3:3 - Error: Variable 'y' \(line 2\) was made under no-grad/);
    expect(code).toBe(1);
  });

  it('lowers using where Node has none, and restores on a throw', async () => {
    const { stdout } = await run(`
import { Config, noGrad } from 'dezero';
{
  using _ = noGrad();
  console.log(Config.enableBackprop);
}
try {
  using _ = noGrad();
  throw new Error('x');
} catch {
  console.log(Config.enableBackprop);
}
using top = noGrad();
console.log(Config.enableBackprop);
`);
    expect(stdout).toBe('false\ntrue\nfalse\n');
  });

  it('stops an endless loop at the time limit, and prints what came before: exit 124', async () => {
    const { code, stdout, stderr } = await run("console.log('before');\nfor (;;) {}", '--timeout', '1500');
    expect({ code, stdout }).toEqual({ code: 124, stdout: 'before\n' });
    expect(stderr).toBe('TimeoutError: The run was stopped after 1500 ms, its time limit. Is there an endless loop? If it needs longer, raise the limit.\n');
  });

  it.each([
    ['typed arrays', `${HEAD}const all = [];\nfor (;;) all.push(np.ones(100_000));`],
    ['objects', 'const all: object[] = [];\nfor (;;) all.push({});'],
  ])('stops a run that uses too much memory: exit 137 (%s)', async (_, source) => {
    const { code, stderr } = await run(source, '--memory', '300');
    expect(stderr).toContain('OutOfMemoryError: The run was stopped because it used more than 300 MB, its memory limit.');
    expect(code).toBe(137);
  });

  it('says so when a top-level await waits for nothing', async () => {
    const { code, stderr } = await run('await new Promise(() => {});');
    expect(stderr).toContain('a top-level await never ends');
    expect(code).toBe(1);
  });

  it('says what is wrong with its usage: exit 2', async () => {
    using folder = new SnippetFolder({ 'x.dz.ts': '' });
    for (const [args, message] of [
      [['run'], 'Which file? Give the path of a .dz.ts file.'],
      [['run', 'none.dz.ts'], 'Cannot read none.dz.ts: there is no such file.'],
      [['run', '.'], 'Cannot read .: it is a folder.'],
      [['run', 'x.dz.ts', '--timeout', 'soon'], "--timeout takes a whole number of milliseconds above 0, not 'soon'."],
      [['run', 'x.dz.ts', '--fast'], "Unknown option '--fast'"],
      [['fly'], "There is no command 'fly'."],
      [[], 'Usage:'],
    ] as const) {
      const { code, stderr } = await folder.dezero(...args);
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }
  });
});
