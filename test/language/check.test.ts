import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles, formatProblem, type CheckHost } from '../../src/language/check.js';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Snippets from memory, `dezero` and TypeScript's library from the disk. */
const files: Record<string, string> = {};
const host: CheckHost = {
  dezeroTypes: path.join(ROOT, 'src/engine'),
  typescriptLib: path.join(ROOT, 'node_modules/typescript/lib'),
  read(file) {
    if (file in files) return files[file];
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  resolve: (from, specifier) => path.resolve(path.dirname(from), specifier),
};

function check(source: string, others: Record<string, string> = {}): string[] {
  for (const file of Object.keys(files)) Reflect.deleteProperty(files, file);
  Object.assign(files, { '/s/a.dz.ts': source, ...others });
  return checkFiles(['/s/a.dz.ts'], host).map(formatProblem);
}

const HEAD = "import { Variable, np } from 'dezero'; const x = new Variable(2);\n";

describe('check', () => {
  it('finds nothing in a snippet that is right', () => {
    expect(check(`${HEAD}
      let y = x * 2 + 1 - -x ** 1;
      y += 1; y /= x;
      const text = 'y: ' + y + 1, big = 2n ** 3n, n: number = 2 * 3 / 1.5, a = np.array([1]) * 2;
      console.log(text, big, n, a, y.data, y.shape);
      setTimeout(() => console.table([y]), 1);
      export const z: Variable = y * a;
      await Promise.resolve();
      using _ = { [Symbol.dispose]() {} };`.replace('-x ** 1', '(-x) ** 1'))).toEqual([]);
  });

  it('tells errors of operators as errors of operators, at the whole expression', () => {
    expect(check(`${HEAD}const z = 's' * x;`)).toEqual(["/s/a.dz.ts:2:11 - error TS2365: Operator '*' cannot be applied to types 'string' and 'Variable'."]);
    expect(check(`${HEAD}const z = 1 + x - true;`)).toEqual(["/s/a.dz.ts:2:11 - error TS2365: Operator '-' cannot be applied to types 'Variable' and 'boolean'."]);
    expect(check(`${HEAD}const o = { p: {} }; const z = -o.p;`)).toEqual(["/s/a.dz.ts:2:32 - error TS2356: Operator '-' cannot be applied to type '{}'."]);
    expect(check(`${HEAD}let s = true; s **= x;`)).toContain("/s/a.dz.ts:2:15 - error TS2365: Operator '**' cannot be applied to types 'boolean' and 'Variable'.");
  });

  it('an operand that may be null is named', () => {
    expect(check(`${HEAD}declare const a: Variable | null, b: number | undefined, c: Variable | null | undefined, d: unknown; x * a; b * x; -c; d + x;`)).toEqual([
      "/s/a.dz.ts:2:106 - error TS18047: 'a' is possibly 'null'.",
      "/s/a.dz.ts:2:109 - error TS18048: 'b' is possibly 'undefined'.",
      "/s/a.dz.ts:2:117 - error TS18049: 'c' is possibly 'null' or 'undefined'.",
      "/s/a.dz.ts:2:120 - error TS18046: 'd' is of type 'unknown'.",
    ]);
    expect(check(`${HEAD}declare let a: Variable | null; a += 1; x * a * 2;`)).toContain("/s/a.dz.ts:2:33 - error TS18047: 'a' is possibly 'null'.");
  });

  it('says how to declare a sum that becomes a Variable', () => {
    expect(check(`${HEAD}let s = 0; for (const v of [x]) s += v;\nconsole.log(s);`)).toEqual([
      "/s/a.dz.ts:2:33 - error TS2322: Type 'Variable' is not assignable to type 'number'. To let 's' become a Variable, declare it as let s: Variable | number = 0",
    ]);
    expect(check(`${HEAD}let s: Variable | number = 0; for (const v of [x]) s += v;`)).toEqual([]);
  });

  it('reports what has nothing to do with operators at its own place', () => {
    expect(check(`${HEAD}const n: string = x * 2; x.nope * 2; missing + 1;\nfunction f(a) { return a }`)).toEqual([
      "/s/a.dz.ts:2:7 - error TS2322: Type 'Variable' is not assignable to type 'string'.",
      "/s/a.dz.ts:2:28 - error TS2339: Property 'nope' does not exist on type 'Variable'.",
      "/s/a.dz.ts:2:38 - error TS2304: Cannot find name 'missing'.",
      "/s/a.dz.ts:3:12 - error TS7006: Parameter 'a' implicitly has an 'any' type.",
    ]);
  });

  it('an unset variable in a compound assignment is reported once', () => {
    expect(check('let a: number; a += 1;')).toEqual(["/s/a.dz.ts:1:16 - error TS2454: Variable 'a' is used before being assigned."]);
  });

  it('syntax errors come alone', () => {
    expect(check(`${HEAD}const y = x * ;\nconst z: string = 1;`)).toEqual(['/s/a.dz.ts:2:15 - error TS1109: Expression expected.']);
    expect(check(`${HEAD}const y = -x ** 2`)[0]).toMatch(/^\/s\/a\.dz\.ts:2:11 - error TS17006: /);
  });

  it('snippets see neither a page nor Node', () => {
    expect(check('document; process;')).toEqual(["/s/a.dz.ts:1:1 - error TS2304: Cannot find name 'document'.", "/s/a.dz.ts:1:11 - error TS2304: Cannot find name 'process'."]);
    expect(check("import fs from 'fs'; fs;")).toEqual(["/s/a.dz.ts:1:16 - error TS2307: Cannot import 'fs': a snippet may import from 'dezero' and from relative .dz.ts or .ts files only."]);
  });

  it('follows relative imports, with operators in them', () => {
    const b = `${HEAD}export const twice = (v: Variable) => v * 2;\nexport const wrong: number = twice(x);`;
    expect(check("import { twice } from './b'; import { one } from './c.js'; export const y = -twice(one);", { '/s/b.dz.ts': b, '/s/c.ts': `${HEAD}export const one = x ** 2` })).toEqual([
      "/s/b.dz.ts:3:14 - error TS2322: Type 'Variable' is not assignable to type 'number'.",
    ]);
  });
});
