import type { CodeMapping } from '@volar/language-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toVirtualCode } from '../../src/language/virtual-code.js';

const TAIL = "\ndeclare const __dz: import('dezero/operators').Operators;\n\nexport {};\n";
const code = (source: string) => toVirtualCode('a.dz.ts', source);

/** Every generated offset that a mapping for hover leads to from a source offset. */
function hovers(mappings: CodeMapping[], offset: number): number[] {
  return mappings.flatMap(m => {
    const [from, to, length] = [m.sourceOffsets[0]!, m.generatedOffsets[0]!, m.lengths[0]!];
    return m.data.semantic && offset >= from && offset < from + length ? [to + Math.min(offset - from, (m.generatedLengths?.[0] ?? length) - 1)] : [];
  });
}

describe('virtual code', () => {
  it.each([
    ['a * b + c', ' __dz.add( __dz.mul(a , b) , c)'],
    ['-x ', ' __dz.neg(x) '],
    ['a ** b ** c', ' __dz.pow(a ,  __dz.pow(b , c))'],
    ['s += r', 's = __dz.add(s,  r)'],
    ['f().x -= r', 'f().x = __dz.sub(f().x,  r)'],
    ['return(a)*b', 'return __dz.mul((a),b)'],
  ])('%s is a call', (source, expected) => {
    expect(code(source).text).toBe(expected + TAIL);
  });

  it.each(['1 + 2 * -3', '"a" + b', 'a + `b`', 's += "x"', 'a % b', 'a | b', '~a', '+a', '!a', 'a++', 'a &&= b', 'let x: -1 = -1', 'enum E { A = 1 << B + 2 }', '-a ** 2'])('%s stays', source => {
    expect(code(source).text).toBe(`${source}\nexport {};\n`);
  });

  it('keeps the parser\'s error of a half-typed operator', () => {
    expect(code('const y = a * ').text).toBe(`const y =  __dz.half((a as any) * )${TAIL}`);
  });

  it('adds no export to a file that is a module', () => {
    expect(code("import 'dezero';").text).toBe("import 'dezero';");
    expect(code('export const a = 1;').text).toBe('export const a = 1;');
  });

  it('an empty file has a place to type at', () => {
    expect(code('').mappings).toMatchObject([{ sourceOffsets: [0], generatedOffsets: [0], lengths: [0] }]);
  });

  it('a hover on the operator finds the helper, on an operand the operand', () => {
    const { text, mappings } = code('y = a * b');
    const at = (offset: number) => hovers(mappings, offset).map(o => /^\w+/.exec(text.slice(o))?.[0]);
    expect(at(6)).toEqual(['mul']);
    expect(at(4)).toEqual(['a']);
    expect(at(8)).toEqual(['b']);
  });

  it('every kept character is the same on both sides', () => {
    const expression = fc.letrec<{ e: string }>(tie => ({
      e: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom('a', 'b.c', 'f(x)', '2', "'s'", '`t`', 'xs[0]'),
        fc.tuple(tie('e'), fc.constantFrom('+', ' - ', '*', ' /\n', '**', '<', '&&', '+= '), tie('e')).map(([l, o, r]) => `(${l})${o}(${r})`),
        tie('e').map(e => `-(${e})`),
        tie('e').map(e => `g(${e}, <const>${e})`),
      ),
    })).e;
    fc.assert(fc.property(expression, source => {
      const { text, mappings } = code(source);
      for (const m of mappings) {
        if (m.data.completion) expect(text.substr(m.generatedOffsets[0]!, m.lengths[0])).toBe(source.substr(m.sourceOffsets[0]!, m.lengths[0]));
      }
      const kept = mappings.filter(m => m.data.completion).reduce((sum, m) => sum + m.lengths[0]!, 0);
      expect(kept).toBeGreaterThanOrEqual(source.length - (source.match(/[-+*/=]/g)?.length ?? 0));
    }));
  });
});
