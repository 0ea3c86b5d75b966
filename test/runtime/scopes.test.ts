/** @file Which scope of its snippet each Function of a run belongs to. */
import { describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/protocol/report.js';
import { runSnippet } from '../support/run-snippet.js';

const scopesOf = (report: RunReport): string[] => report.functions.map(({ op, scope }) => `${op} ${scope ?? '-'}`);

describe('scopes of a run', () => {
  it.each([
    ['top level', 'const y = x * 2;', ['Mul -']],
    ['calls of a function by its name', 'function f(x: Variable) { return x * 2; }\nconst y = f(f(x));', ['Mul f:0', 'Mul f:1']],
    ['an arrow function by its variable', 'const g = (x: Variable) => x * 2;\nconst y = g(x);', ['Mul g:0']],
    ['calls in calls', 'const f = (x: Variable) => x * 2, g = (x: Variable) => f(x) + 1;\nconst y = g(x);', ['Mul g:0/f:0', 'Add g:0']],
    ['recursion', 'const f = (x: Variable, n: number): Variable => n === 0 ? x : f(x * 2, n - 1);\nconst y = f(x, 2);', ['Mul f:0', 'Mul f:0/f:0']],
    ['turns of a loop', 'let y = x;\nfor (let i = 0; i < 2; i++) y = y * 2;', ['Mul for i:0/0', 'Mul for i:0/1']],
    ['nested loops begin anew', 'let y = x;\nfor (const i of [1, 2]) { for (const j of [1]) y = y * j; }', ['Mul for i:0/0/for j:0/0', 'Mul for i:0/1/for j:0/0']],
    ['a loop that is left, and what comes after it', 'let y = x;\nwhile (true) { y = y * 2; break; }\ny = y + 1;', ['Mul while:0/0', 'Add -']],
    ['a call that threw', 'const f = (x: Variable) => { throw new Error(String(x * 2)); };\ntry { f(x); } catch {}\nconst y = x + 1;', ['Add -']],
    ['a callback, by what it is given to', 'const [y] = [x].map(each => each * 2);', ['Mul map =>:0']],
    ['a callback in a turn', 'let y = x;\nfor (const i of [1, 2]) { [y] = [y].map(each => each * i); }', ['Mul for i:0/0/map =>:0', 'Mul for i:0/1/map =>:0']],
    ['a Layer by its class', 'const y = new Linear(1, { inSize: 1 }).call(x.reshape(1, 1));', ['Reshape -', 'Linear Linear:0']],
  ])('%s', async (_, source, expected) => {
    const report = await runSnippet(`import { Linear, Variable } from 'dezero';\nconst x = new Variable(2);\n${source}\n`);
    expect(scopesOf(report)).toEqual(expected);
  });

  it('puts a leaf where all that use it are, unless it is written further out', async () => {
    const report = await runSnippet(`import { Variable } from 'dezero';
const x = new Variable(2);
let y = x;
for (let i = 0; i < 2; i++) {
  const k = new Variable(3);
  y = y * k + 1;
}
`);
    const leaves = report.variables.filter(({ creator }) => creator === null).map(({ name, expression, scope }) => `${name ?? expression ?? 'constant'} ${scope ?? '-'}`);
    expect(leaves).toEqual(['x -', 'new Variable(3) for i:0/0', 'constant for i:0/0', 'k for i:0/1', 'constant for i:0/1']);
  });

  it('names the scopes, each after the one around it', async () => {
    const report = await runSnippet(`import { Variable } from 'dezero';
const f = (x: Variable) => x * 2;
let y = new Variable(2);
for (const i of [1, 2]) y = f(y);
`);
    expect(report.scopes.map(({ id, parent, kind, name, turn, range }) => [id, parent, kind, name, turn, range?.line])).toEqual([
      ['for i:0', null, 'loop', 'for i', null, 4],
      ['for i:0/0', 'for i:0', 'turn', 'for i', 0, 4],
      ['for i:0/0/f:0', 'for i:0/0', 'function', 'f', null, 2],
      ['for i:0/1', 'for i:0', 'turn', 'for i', 1, 4],
      ['for i:0/1/f:0', 'for i:0/1', 'function', 'f', null, 2],
    ]);
  });
});
