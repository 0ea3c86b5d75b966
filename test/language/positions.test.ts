import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { originalPosition } from '../../src/language/positions.js';
import { compile, HEAD, nativeHelpers } from './lowered.js';

function fail(): never {
  throw new Error('in the engine');
}

/** Runs the source with helpers that throw; gives the source behind the place where its own code was. */
function placeOfError(source: string, names: Record<string, unknown> = {}): string | null {
  const file = compile(source).files[0]!;
  const code = file.code.replace(HEAD, ' '.repeat(HEAD.length)).replaceAll('export ', '       ');
  try {
    vm.runInNewContext(code, { __dz: { ...nativeHelpers(), mul: fail, neg: fail, set: fail }, fail, ...names }, { filename: 'lowered.mjs' });
  } catch (error) {
    const frame = /lowered\.mjs:(\d+):(\d+)/.exec(String((error as Error).stack).replace(/^lowered\.mjs:\d+\n/, ''));
    const place = frame && originalPosition(file, Number(frame[1]), Number(frame[2]));
    return place && source.split('\n')[place.line - 1]!.slice(place.column - 1);
  }
  return null;
}

describe('a stack frame\'s place', () => {
  it('in an operator is the beginning of its expression', () => {
    expect(placeOfError('const a = 1, b = 2;\nconst y = 1 + a * b;')).toBe('a * b;');
    expect(placeOfError('const a = 1, y = a * 2 * 3;')).toBe('a * 2 * 3;');
    expect(placeOfError('const a = { b: 1 };\n  const y = -a.b + 1;')).toBe('-a.b + 1;');
    expect(placeOfError('let a = 1; a *= 2;')).toBe('*= 2;');
    expect(placeOfError('const a = { b: 1 }, c = 2;\na.b*=c')).toBe('*=c');
    expect(placeOfError('const a = 1, b = 2, c = 3, y = a+b*c;')).toBe('b*c;');
    expect(placeOfError('let a = { b: 1 }; (() => a)().b *= 2;')).toBe('(() => a)().b *= 2;');
  });

  it('in a call is the callee', () => {
    expect(placeOfError('const f = () => fail(); const a = 1;\nf(a + 1);')).toBe('fail(); const a = 1;');
    expect(placeOfError('const o = {};\nconst z = 1 + o.nope(2);')).toBe('nope(2);');
    expect(placeOfError('const o = {}, z: number = o.nope.deep;')).toBe('deep;');
  });

  it('behind types, bindings and parameters', () => {
    expect(placeOfError('function f(x: number, { y }: { y: number }): number { return (x as number) * y }\nconst r: number = f(1, { y: 2 });')).toMatch(/^\(x as number\) \* y/);
    expect(placeOfError('const f = (x: number) => x * 2; for (const v of [1]) { f(v) }')).toBe('x * 2; for (const v of [1]) { f(v) }');
  });

  it('through TypeScript\'s transform', () => {
    expect(placeOfError('enum E { A }\nconst x: number = 1,\n y = x * E.A;')).toBe('x * E.A;');
    expect(placeOfError('class P { constructor(private q: number) {} }\nnew P(1);\nfail();')).toBe('fail();');
  });

  it('is null outside of the code', () => {
    expect(originalPosition(compile('1').files[0]!, 99, 1)).toBeNull();
    expect(originalPosition(compile('f()').files[0]!, 1, 3)).toBeNull();
  });
});
