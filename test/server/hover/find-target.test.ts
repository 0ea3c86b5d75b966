/** @file Which Variable a place in the snippet stands for. */
import { describe, expect, it } from 'vitest';
import { createNameIndex } from '../../../src/language/names.js';
import type { RunReport } from '../../../src/protocol/report.js';
import { findTarget } from '../../../src/server/hover/find-target.js';
import { parseSnippet } from '../../../src/server/hover/pointed-expression.js';
import { bound, called, offsetOf, rangeOf, rangeWithin, report, scalar, step18, step18Report, variable } from '../sample-report.js';

/** The id of the Variable at the place, or what else the target is. */
function idAt(source: string, offset: number, run: RunReport): string | null {
  const target = findTarget(parseSnippet(source), offset, run, createNameIndex(source));
  return target?.kind === 'value' ? target.variable.id : target?.kind ?? null;
}

const at18 = (text: string, nth = 1) => idAt(step18, offsetOf(step18, text, nth), step18Report());

describe('a name', () => {
  it('means its Variable where it is declared, read, and the object of a property', () => {
    expect(at18('a = new')).toBe('v1');
    expect(at18('a * b')).toBe('v1');
    expect(at18('a.grad')).toBe('v1');
    expect(at18('y.backward')).toBe('v5');
  });

  it('is found from right behind its last character too', () => {
    expect(idAt(step18, offsetOf(step18, 'y.backward') + 1, step18Report())).toBe('v5');
  });

  it('means nothing where it is a property, a keyword or a value that is no Variable', () => {
    expect(at18('grad')).toBeNull();
    expect(at18('const')).toBeNull();
    expect(at18('console')).toBeNull();
  });

  const loop = `import { Variable } from 'dezero';
let x = new Variable(1);
console.log(x);
x = x * 2;
x = x * 3;
console.log(x);
`;
  const loopRun = report({
    variables: ['v1', 'v2', 'v3'].map(id => variable(id, {})),
    bindings: [
      bound('x', rangeWithin(loop, 'let x', 'x'), 'v1'),
      bound('x', rangeWithin(loop, 'x = x * 2', 'x'), 'v2'),
      bound('x', rangeWithin(loop, 'x = x * 3', 'x'), 'v3'),
    ],
  });

  it('means at a write what is written there', () => {
    expect(idAt(loop, offsetOf(loop, 'x = x * 2'), loopRun)).toBe('v2');
  });

  it('means at a read what the nearest write before it in the text wrote, which the assignment that it stands in is not yet', () => {
    expect(idAt(loop, offsetOf(loop, 'x);'), loopRun)).toBe('v1');
    expect(idAt(loop, offsetOf(loop, 'x * 2'), loopRun)).toBe('v1');
    expect(idAt(loop, offsetOf(loop, 'x * 3'), loopRun)).toBe('v2');
    expect(idAt(loop, offsetOf(loop, 'x);', 2), loopRun)).toBe('v3');
  });

  it('means the last write where none stands before it', () => {
    const source = 'function show() { return w; }\nlet w = make();\nw = make();\nshow();\n';
    const run = report({
      variables: [variable('v1', {}), variable('v2', {})],
      bindings: [bound('w', rangeWithin(source, 'let w', 'w'), 'v1'), bound('w', rangeWithin(source, 'w = make', 'w', 2), 'v2')],
    });
    expect(idAt(source, offsetOf(source, 'w;'), run)).toBe('v2');
  });

  it('passes over writes that got no Variable, but says nothing at such a write', () => {
    const source = 'let s = 0;\ns += x;\nconsole.log(s);\ns = 1;\nconsole.log(s);\n';
    const run = report({
      variables: [variable('v1', {})],
      bindings: [bound('s', rangeWithin(source, 'let s', 's'), null), bound('s', rangeWithin(source, 's +=', 's'), 'v1'), bound('s', rangeWithin(source, 's = 1', 's'), null)],
    });
    expect(idAt(source, offsetOf(source, 's = 0'), run)).toBeNull();
    expect(idAt(source, offsetOf(source, 's += x'), run)).toBe('v1');
    expect(idAt(source, offsetOf(source, 's);', 2), run)).toBe('v1');
  });

  it('means at a declaration without a value what is assigned later', () => {
    const source = 'let y;\ny = make();\n';
    const run = report({ variables: [variable('v1', {})], bindings: [bound('y', rangeOf(source, 'y', 2), 'v1')] });
    expect(idAt(source, offsetOf(source, 'y;'), run)).toBe('v1');
  });

  it('means nothing at a write that the run did not come to', () => {
    const source = 'let y = make();\nif (never) y = make();\n';
    const run = report({ variables: [variable('v1', {})], bindings: [bound('y', rangeOf(source, 'y', 1), 'v1')] });
    expect(idAt(source, source.lastIndexOf('y ='), run)).toBeNull();
  });

  it('means the one of its own scope, not another of the same name', () => {
    const source = 'const x = make();\n{\n  const x = make();\n  console.log(x);\n}\nconsole.log(x);\n';
    const run = report({
      variables: [variable('v1', {}), variable('v2', {})],
      bindings: [bound('x', rangeOf(source, 'x', 1), 'v1'), bound('x', rangeOf(source, 'x', 2), 'v2')],
    });
    expect(idAt(source, offsetOf(source, 'x);'), run)).toBe('v2');
    expect(idAt(source, offsetOf(source, 'x);', 2), run)).toBe('v1');
  });

  it('says that its Variable was left out of a report that had no room', () => {
    const run = step18Report({ variables: [], truncated: true });
    expect(idAt(step18, offsetOf(step18, 'y.backward'), run)).toBe('left-out');
  });

  it('carries how often its place was passed', () => {
    const source = 'for (const x of xs) { const y = square(x); }\n';
    const run = report({ variables: [variable('v9', {})], bindings: [bound('y', rangeOf(source, 'y'), 'v9', 40)] });
    expect(findTarget(parseSnippet(source), offsetOf(source, 'y'), run, createNameIndex(source))).toMatchObject({ name: 'y', passes: 40 });
  });
});

describe('an operator or a call', () => {
  it('means the value made there', () => {
    expect(at18('*')).toBe('v4');
    expect(at18('+')).toBe('v5');
  });

  it('means a leaf on the class name behind new', () => {
    expect(at18('Variable(np.array(2.0))')).toBe('v2');
  });

  it('means nothing where a call made no Variable', () => {
    expect(at18('backward')).toBeNull();
    expect(at18('log')).toBeNull();
  });

  it('means the newest value where it was passed many times, whatever its generation', () => {
    const source = 'const f = x => x * 2;\nf(f(a)); f(b);\n';
    const range = rangeOf(source, 'x * 2'), anchor = rangeOf(source, '*');
    // In the order of a report: by generation. The call on `b` came last.
    const run = report({
      variables: [
        variable('v3', { creator: 'f1', generation: 1, range, state: 'computed' }),
        variable('v5', { creator: 'f3', generation: 1, range, state: 'computed' }),
        variable('v4', { creator: 'f2', generation: 2, range, state: 'computed' }),
      ],
      functions: [
        called('f1', { range, anchor, outputs: ['v3'] }),
        called('f3', { range, anchor, outputs: ['v5'] }),
        called('f2', { range, anchor, generation: 1, outputs: ['v4'] }),
      ],
    });
    expect(findTarget(parseSnippet(source), offsetOf(source, '*'), run, createNameIndex(source))).toMatchObject({ variable: { id: 'v5' }, name: null, passes: 3 });
  });

  it('means the value made under no-grad too, though no Function was recorded', () => {
    const run = step18Report({
      functions: [],
      variables: step18Report().variables.map(each => each.creator ? { ...each, creator: null, state: 'unrecorded', gradState: 'unrecorded', generation: 0 } : each),
    });
    expect(idAt(step18, offsetOf(step18, '*'), run)).toBe('v4');
    expect(idAt(step18, offsetOf(step18, '+'), run)).toBe('v5');
  });

  it('tells the unary minus from the binary one', () => {
    const source = 'const z = x - -y;\n';
    const run = report({
      variables: [
        variable('v1', { creator: 'f1', value: scalar(-2), range: rangeOf(source, '-y') }),
        variable('v2', { creator: 'f2', value: scalar(5), range: rangeOf(source, 'x - -y') }),
      ],
      functions: [
        called('f1', { op: 'Neg', range: rangeOf(source, '-y'), anchor: rangeOf(source, '-', 2), outputs: ['v1'] }),
        called('f2', { op: 'Sub', range: rangeOf(source, 'x - -y'), anchor: rangeOf(source, '-', 1), outputs: ['v2'] }),
      ],
    });
    expect(idAt(source, offsetOf(source, '- -'), run)).toBe('v2');
    expect(idAt(source, offsetOf(source, '-y'), run)).toBe('v1');
  });

  it('counts only places in the snippet, not in a file that it imports', () => {
    const elsewhere = { ...rangeOf(step18, '*'), file: 1 };
    const run = step18Report({ functions: [called('f1', { anchor: elsewhere, range: elsewhere, outputs: ['v4'] })] });
    expect(idAt(step18, offsetOf(step18, '*'), run)).toBeNull();
  });
});
