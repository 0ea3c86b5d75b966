import { describe, expect, it } from 'vitest';
import { compileProgram } from '../../src/language/compile.js';
import { ProgramError } from '../../src/language/program-error.js';
import { compile, HEAD, hostOf, lower, nativeHelpers, runLowered, type Trace } from './lowered.js';

function problems(files: Record<string, string>): string[] {
  try {
    compileProgram('/a.dz.ts', hostOf(files));
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    return error.problems.map(({ path, range, code, message }) => `${path}:${range.line}:${range.column}-${range.endLine}:${range.endColumn} ${code ?? '-'} ${message}`);
  }
  return [];
}

describe('imports', () => {
  it('compiles relative files once each, cycles too, in the order of finding them', () => {
    const program = compileProgram('/a.dz.ts', hostOf({
      '/a.dz.ts': "import { b } from './b'; import { c } from './lib/c.js'; export * from './b.dz'; export { d } from './d.ts'; b(c);",
      '/b.dz.ts': "import './a.dz.ts'; export const b = v => v * 2;",
      '/lib/c.ts': "import { b } from '../b'; export const c = b(1);",
      '/d.ts': 'export const d = import("./lib/c");',
      '/d.dz.ts': 'not this one',
    }));
    expect(program.files.map(file => [file.path, file.imports])).toEqual([
      ['/a.dz.ts', { './b': 1, './lib/c.js': 2, './b.dz': 1, './d.ts': 3 }],
      ['/b.dz.ts', { './a.dz.ts': 0 }],
      ['/lib/c.ts', { '../b': 1 }],
      ['/d.ts', { './lib/c': 2 }],
    ]);
    expect(program.sites.map(({ range }) => range.file)).toEqual([0, 1, 2]);
    expect(program.bindings.map(({ name, range }) => `${name} ${range.file}`)).toEqual(['v 1', 'c 2', 'd 3']);
  });

  it('prefers a snippet to a plain file of the same name', () => {
    expect(compileProgram('/a.dz.ts', hostOf({ '/a.dz.ts': "import './b'", '/b.ts': '', '/b.dz.ts': '' })).files[1]!.path).toBe('/b.dz.ts');
  });

  it('says of every other import what may be imported, and where it stands', () => {
    const rule = 'a snippet may import from \'dezero\' and from relative .dz.ts or .ts files only.';
    expect(problems({ '/a.dz.ts': "import fs from 'fs';\nexport * from 'node:path';\nawait import('https://x.y/z.js'); import 'dezero/lowered'; import '/b';" })).toEqual([
      `/a.dz.ts:1:16-1:20 - Cannot import 'fs': ${rule}`,
      `/a.dz.ts:2:15-2:26 - Cannot import 'node:path': ${rule}`,
      `/a.dz.ts:3:42-3:58 - Cannot import 'dezero/lowered': ${rule}`,
      `/a.dz.ts:3:67-3:71 - Cannot import '/b': ${rule}`,
      `/a.dz.ts:3:14-3:32 - Cannot import 'https://x.y/z.js': ${rule}`,
    ]);
  });

  it('says which files it looked for', () => {
    expect(problems({ '/a.dz.ts': "import './b'; import './c.ts';" })).toEqual([
      "/a.dz.ts:1:8-1:13 - Cannot import './b': there is no file /b.dz.ts or /b.ts.",
      "/a.dz.ts:1:22-1:30 - Cannot import './c.ts': there is no file /c.ts.",
    ]);
    expect(problems({})).toEqual(['/a.dz.ts:1:1-1:1 - Cannot read /a.dz.ts: there is no such file.']);
  });

  it('leaves out what is of types alone', () => {
    expect(problems({ '/a.dz.ts': "import type { A } from 'fs'; export type { B } from 'path'; type T = import('fs').Stats" })).toEqual([]);
    expect(lower("import { np, DType, type Data } from 'dezero';\nconst d: DType = np;")).toBe("import { np, } from 'dezero';\nconst d        = __dz.bind(0, np);");
    expect(lower("let x: T\nimport { T } from 'dezero'\n;[1].map(f)")).toBe('let x   \n;\n[1].map(__dz.at(1, f))');
    expect(lower("import D, { a, b } from 'dezero'; import * as ns from 'dezero'; b; ns.a")).toBe("import { b } from 'dezero'; import * as ns from 'dezero'; b; ns.a");
    expect(lower("import { T } from 'dezero'; x.T; ({ T: 1 }); class C implements T { T = 1 }")).toMatch(/^; x\.T/);
    expect(lower("import { a } from 'dezero'; export { a }; ({ a })")).toContain('{ a } from');
  });

  it('reports the problems of all files together', () => {
    expect(problems({ '/a.dz.ts': "import './b'; import 'fs'", '/b.ts': 'let x = ;\nlet y = (1;' })).toEqual([
      expect.stringContaining('/a.dz.ts:1:22'),
      '/b.ts:1:9-1:10 1109 Expression expected.',
      "/b.ts:2:11-2:12 1005 ')' expected.",
    ]);
  });
});

describe('syntax', () => {
  it.each([
    ['-a ** 2', /^\/a\.dz\.ts:1:1-.* 17006 /],
    ['const y = a * ', /1109 Expression expected/],
    ['import x = require("y")', /import … from/],
    ['export = 1', /export default/],
    ['switch (a) { case 1: using x = f() }', /1:22-.* put braces around/],
    ['let __dz = 1', /1:5-1:9 - '__dz': names that begin with '__dz' belong to lowered code/],
  ])('%s is an error', (source, message) => {
    expect(problems({ '/a.dz.ts': source })[0]).toMatch(message);
  });

  it('keeps every line where it was', () => {
    const source = '#!/usr/bin/env dezero\nimport {\n  A,\n  type B\n} from "dezero"\ntype T = {\n}\nconst x: T = f(\n)\n  .g\n  .h\nf()\n  .x\n  [1\n  ] *= 2\nx *\n 2';
    expect(compile(source).files[0]!.code.split('\n')).toHaveLength(source.split('\n').length);
  });

  it('names the message and the place in the text of the error', () => {
    expect(() => compile('let x = ;')).toThrow('/a.dz.ts:1:9 - Expression expected.');
  });

  it('lowers decorators and what else is not JavaScript', async () => {
    expect((await runLowered('const log2 = (v, c) => { log(c.name) }; class A { @log2 m() { return 2 * x } @log2 accessor y = 3 } const x = 4; var result = new A().m() + new A().y')).end).toBe('number 11');
  });

  it('a sum of a thousand terms is no trouble', () => {
    expect(lower(`const y = ${Array.from({ length: 1000 }, (_, i) => `x${i}`).join(' + ')}`)).toContain('x999, ');
  });

  it('begins with the helpers, in the first line', () => {
    expect(compile('const a = 1;').files[0]!.code).toBe(`${HEAD}const a = 1;`);
  });
});

describe('marks', () => {
  it('sites count the operators and calls that ran, in the order of running', async () => {
    const source = 'const f = v => v * 2; var result = f(f(1) + 1) - -f(2)';
    const trace: Trace = { sites: [], bindings: [], scopes: [] };
    await runLowered(source, trace);
    const texts = compile(source).sites.map(({ range, anchor }) => `${source.slice(range.column - 1, range.endColumn - 1)} by ${source.slice(anchor.column - 1, anchor.endColumn - 1)}`);
    expect(trace.sites.map(site => texts[site - 1])).toEqual([
      'f(1) by f', 'v * 2 by *', 'f(1) + 1 by +', 'f(f(1) + 1) by f', 'v * 2 by *', 'f(2) by f', 'v * 2 by *', '-f(2) by -', 'f(f(1) + 1) - -f(2) by -',
    ]);
  });

  it('bindings note every value that a name got', async () => {
    const source = 'const { a, b: [c] } = { a: 1, b: [2] }; let d = a; d += c; for (const e of [d]) { d = e } [d] = [5]; (g => g)(6); function h(i, { j }) {} h(7, { j: 8 }); d ||= 9';
    const trace: Trace = { sites: [], bindings: [], scopes: [] };
    await runLowered(source, trace);
    const { bindings } = compile(source);
    expect(trace.bindings.map(([id, value]) => `${bindings[id]!.kind} ${bindings[id]!.name} ${String(value)}`)).toEqual([
      'declaration a 1', 'declaration c 2', 'declaration d 1', 'assignment d 3', 'declaration e 3', 'assignment d 3', 'assignment d 5', 'parameter g 6', 'parameter i 7', 'parameter j 8',
    ]);
    for (const { name, range } of bindings) expect(source.slice(range.column - 1, range.endColumn - 1)).toBe(name);
  });

  it('anchors a call at the last name of its callee', () => {
    const source = 'x.sum(); new np.Foo(1); f(); o["k"](); (a.b)!(); new Bar; g()()';
    expect(compile(source).sites.map(({ anchor }) => source.slice(anchor.column - 1, anchor.endColumn - 1))).toEqual(['sum', 'Foo', 'f', '"k"', 'b', 'Bar', 'g()', 'g']);
  });

  it('the stub of the tests knows every helper', () => {
    expect(Object.keys(nativeHelpers()).sort()).toEqual(['add', 'at', 'bind', 'div', 'enter', 'here', 'leave', 'mul', 'neg', 'pow', 'ref', 'scope', 'set', 'sub', 'turn']);
  });
});
