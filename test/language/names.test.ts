import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../../src/language/names.js';

/** Looks up the name at the mark `|`; gives the text with every write in brackets. */
function mark(text: string): string | null {
  const offset = text.indexOf('|');
  const source = text.replace('|', '');
  const found = createNameIndex(source).lookup(offset);
  if (!found) return null;
  return found.writes.toReversed().reduce((out, { start, end }) => `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`, source);
}

describe('name index', () => {
  it.each([
    ['const x = 1; |x * 2', 'const [x] = 1; x * 2'],
    ['let y = 1; y += 2; y = y| * 2; y++; --y', 'let [y] = 1; [y] += 2; [y] = y * 2; [y]++; --[y]'],
    ['const x = 1; { const x = 2; |x } x', 'const x = 1; { const [x] = 2; x } x'],
    ['const x = 1; { const x = 2; } |x', 'const [x] = 1; { const x = 2; } x'],
    ['const x = 1; const f = (x) => |x * x; f(x)', 'const x = 1; const f = ([x]) => x * x; f(x)'],
    ['function f({ a: { b }, c = b }, ...d) { return |b + c }', 'function f({ a: { [b] }, c = b }, ...d) { return b + c }'],
    ['const { a, b: c } = o; f(|c)', 'const { a, b: [c] } = o; f(c)'],
    ['let a, b; [a, b] = [b, a]; ({ a, x: [b = 1] } = o); |b', 'let a, [b]; [a, [b]] = [b, a]; ({ a, x: [[b] = 1] } = o); b'],
    ['let a; [a = 1, ...a] = xs; |a', 'let [a]; [[a] = 1, ...[a]] = xs; a'],
    ['let a; const o = { a: a = 1, b: [a = 2] }; |a', 'let [a]; const o = { a: [a] = 1, b: [[a] = 2] }; a'],
    ['let x; for (x of xs) {} for (const x of xs) {} |x', 'let [x]; for ([x] of xs) {} for (const x of xs) {} x'],
    ['const x = 1; export const o = { |x }', 'const [x] = 1; export const o = { x }'],
    ['export const x = 1; f(|x); export { x as y }', 'export const [x] = 1; f(x); export { x as y }'],
    ['const x = 1; export { |x as y }', 'const [x] = 1; export { x as y }'],
    ['if (a) { var v = 1 } else { var v = 2 } |v', 'if (a) { var [v] = 1 } else { var [v] = 2 } v'],
    ['try {} catch (e) { |e }', 'try {} catch ([e]) { e }'],
    ['const y = x * ; |y', 'const [y] = x * ; y'],
    ['y| = 1', null],
    ['import { x } from "dezero"; |x', null],
    ['const x = { y: 1 }; x.|y', null],
    ['const x = { |y: 1 }', null],
    ['const { |a: b } = o', null],
    ['function f() {} |f()', null],
    ['class C {} new |C()', null],
    ['type T = 1; let x: |T', null],
    ['const s = "x|"', null],
  ])('%s', (text, expected) => {
    expect(mark(text)).toBe(expected);
  });
});
