import { describe, expect, it } from 'vitest';
import { report, run } from '../support/cli.js';

const HELLO = `import { Variable, np } from 'dezero';
const a = new Variable(np.array(3.0)), b = new Variable(np.array(2.0)), c = new Variable(np.array(1.0));
const y = a * b + c;
y.backward();
console.log(y, a.grad, b.grad);
`;

describe('the run report (dezero run --json)', () => {
  it('is one JSON object and nothing else', async () => {
    const { stdout, stderr, code } = await run(HELLO, '--json');
    expect(stdout.split('\n')).toHaveLength(2);
    expect(Object.keys(JSON.parse(stdout) as object).sort()).toEqual(
      ['bindings', 'console', 'durationMs', 'error', 'files', 'functions', 'mode', 'ok', 'output', 'scopes', 'totals', 'truncated', 'variables'],
    );
    expect([stderr, code]).toEqual(['', 0]);
  });

  it('has each Variable with its name, place, value and gradient', async () => {
    const { variables, functions, output, totals, console } = await report(HELLO);
    const shown = variables.map(({ name, expression, line, column, generation, value, grad, gradState, state }) =>
      [name ?? expression, `${line}:${column}`, generation, value?.text, grad?.text ?? null, gradState, state].join(' '));
    expect(shown).toEqual([
      'a 2:11 0 3.0 2.0 present leaf',
      'b 2:44 0 2.0 3.0 present leaf',
      'c 2:77 0 1.0 1.0 present leaf',
      'a * b 3:11 1 6.0  dropped computed',
      'y 3:11 2 7.0  dropped computed',
    ]);
    const ids = new Map(variables.map(({ id, name, expression }) => [id, name ?? expression]));
    expect(functions.map(({ op, generation, inputs, outputs }) => [op, generation, inputs.map(id => ids.get(id)), outputs.map(id => ids.get(id))])).toEqual([
      ['Mul', 0, ['a', 'b'], ['a * b']],
      ['Add', 1, ['a * b', 'c'], ['y']],
    ]);
    expect(ids.get(output!)).toBe('y');
    // Eight bytes a number: five values, three gradients.
    expect(totals).toEqual({ variables: 5, functions: 2, bytes: 64 });
    expect(console).toEqual([{ level: 'log', text: 'variable(7.0) 2.0 3.0', line: 5 }]);
  });

  it('tells why a gradient is null', async () => {
    const { variables } = await report(`import { Variable, noGrad, square } from 'dezero';
const x = new Variable(1), z = new Variable(2), w = new Variable(3), c = new Variable(4);
const t = square(x), y = square(t), u = square(z);
square(c).backward();
c.clearGrad();
y.backward();
const late = square(w);
const n = noGrad(() => square(x));
`);
    const states = Object.fromEntries(variables.filter(({ name }) => name !== null).map(({ name, gradState }) => [name, gradState]));
    expect(states).toEqual({
      x: 'present', t: 'dropped', y: 'dropped', z: 'unreached', u: 'unreached', w: 'unreached', c: 'cleared', late: 'not-run', n: 'unrecorded',
    });
  });

  it('keeps what a failed run has made', async () => {
    const { ok, error, variables } = await report("import { Variable } from 'dezero';\nconst x = new Variable(1);\nthrow new Error('stop');\n");
    expect([ok, error?.name, error?.message, error?.line, error?.column]).toEqual([false, 'Error', 'stop', 3, 7]);
    expect(variables.map(({ name }) => name)).toEqual(['x']);
  });

  it('gives the last value of a name in a loop, and how often it was passed', async () => {
    const { bindings, variables } = await report("import { Variable } from 'dezero';\nlet s = new Variable(0);\nfor (let i = 0; i < 5; i++) s = s + 1;\n");
    const last = bindings.find(({ name, range }) => name === 's' && range.line === 3);
    expect(last?.count).toBe(5);
    expect(variables.find(({ id }) => id === last?.variable)?.value?.text).toBe('5.0');
  });

  it('differentiates by name after the run', async () => {
    const source = "import { Variable, square } from 'dezero';\nconst x = new Variable(3);\nconst y = square(x);\n";
    const { variables } = await report(source, '--backward', 'y');
    expect(variables.find(({ name }) => name === 'x')?.grad?.text).toBe('6.0');
    const missing = await report(source, '--backward', 'q');
    expect(missing.error?.message).toBe("There is no Variable named 'q' in this run. Its Variables are x, y.");
  });

  it('shows values that JSON has not, and summarises large arrays', async () => {
    const { variables } = await report("import { Variable, np } from 'dezero';\nconst x = new Variable([1, NaN, Infinity, -Infinity]), big = new Variable(np.arange(10_000));\n");
    expect(variables[0]?.value).toMatchObject({ data: [1, 'nan', 'inf', '-inf'], min: 1, max: 1, nonFinite: 3 });
    expect(variables[1]?.value).toEqual({
      text: '[0.000e+00 1.000e+00 2.000e+00 ... 9.997e+03 9.998e+03 9.999e+03]', min: 0, max: 9999, mean: 4999.5, nonFinite: 0,
      distribution: { std: expect.closeTo(2886.751331514372, 9) as number, nan: 0, positiveInfinity: 0, negativeInfinity: 0, zeros: 1, bins: new Array(20).fill(500) },
    });
  });
});
