/** @file Several nodes selected, some of them folded into a group. */
import { describe, expect, it } from 'vitest';
import { Folding } from '../../webview/fold/folding.js';
import { buildStructure } from '../../webview/fold/structure.js';
import { buildGraph, nodeName } from '../../webview/model/graph.js';
import { rowsOf } from '../../webview/model/several.js';
import { spokenToggle } from '../../webview/model/spoken.js';
import { nameOf, rangesOf, toggled } from '../../webview/selection.js';
import { runSnippet } from '../support/run-snippet.js';

const SOURCE = `import { Variable, noGrad, square } from 'dezero';
const f = (x: Variable) => square(x) + 1;
const a = new Variable(3);
const y = f(a) * a;
const n = noGrad(() => a * 2);
`;

const report = await runSnippet(SOURCE);
const full = buildGraph(report);
const folding = new Folding();
folding.show(full, buildStructure(full, report));
const id = (name: string): string => full.nodes.find(node => nodeName(node) === name)!.id;
const [group] = folding.structure.groups;

describe('a selection', () => {
  it('takes up one more node, which comes first, and gives it up again', () => {
    const standIn = (each: string): string => each;
    expect(toggled([], 'v1', standIn)).toEqual(['v1']);
    expect(toggled(['v1', 'v2'], 'v3', standIn)).toEqual(['v3', 'v1', 'v2']);
    expect(toggled(['v3', 'v1', 'v2'], 'v1', standIn)).toEqual(['v3', 'v2']);
  });

  it('gives up with a folded group all that is in it', () => {
    folding.set(group!, false);
    const { standIn } = folding.graph;
    expect(standIn(id('Square'))).toBe('f:0');
    expect(toggled([id('Square'), id('a')], 'f:0', standIn)).toEqual([id('a')]);
    expect(toggled([id('a')], 'f:0', standIn)).toEqual(['f:0', id('a')]);
    folding.set(group!, true);
  });

  it('has the places where its nodes and groups were made, each once, in their order; none for a number beside an operator', () => {
    const lines = (ids: readonly string[]): number[] => rangesOf(ids, { full, folding }).map(({ line }) => line);
    expect(lines([id('y'), id('a')])).toEqual([4, 3]);
    expect(lines([id('y'), id('Mul'), id('constant'), 'f:0', 'gone'])).toEqual([4, 2]);
    expect(rangesOf([id('y'), id('Mul')], { full, folding })).toEqual([{ file: 0, line: 4, column: 11, endLine: 4, endColumn: 19 }]);
  });

  it('is listed in the details: names, what made them, and values', () => {
    const rows = rowsOf([id('y'), id('Mul'), id('a'), id('n'), 'f:0', 'gone'], full, folding);
    expect(rows.map(({ name, op, value }) => [name, op, value])).toEqual([
      ['y', 'Mul', '30.0'], ['Mul', 'Function', ''], ['a', 'leaf', '3.0'], ['n', 'Variable', '6.0'], ['f()', 'call', ''],
    ]);
  });

  it('is said as it changes', () => {
    const shown = { shown: folding.graph, folding };
    expect(spokenToggle(nameOf(id('y'), shown), 'added', 2)).toBe('y added, 2 nodes selected.');
    expect(spokenToggle(nameOf('f:0', shown), 'taken away', 1)).toBe('f() taken away, 1 node selected.');
    expect(spokenToggle('a', 'taken away', 0)).toBe('a taken away, nothing selected.');
  });
});
