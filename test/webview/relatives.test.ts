import { describe, expect, it } from 'vitest';
import { buildGraph, nodeName, type GraphModel } from '../../webview/model/graph.js';
import { gradientWay, relativesOf, waysBetween } from '../../webview/model/relatives.js';
import { runSnippet } from '../support/run-snippet.js';

const SOURCE = `import { Variable, np, noGrad } from 'dezero';
const a = new Variable(np.array(3.0)), b = new Variable(np.array(2.0)), c = new Variable(np.array(5.0));
const p = a * b;
const q = p + a;
const side = p - c;
q.backward();
const n = noGrad(() => a * 2);
`;

const model: GraphModel = buildGraph(await runSnippet(SOURCE));
const id = (name: string): string => model.nodes.find(node => nodeName(node) === name)!.id;
const names = (ids: Iterable<string>): string[] => Array.from(ids, each => nodeName(model.byId.get(each)!)).sort();
const ends = (ids: ReadonlySet<string>): string[] => (
  model.edges.filter(edge => ids.has(edge.id)).map(({ source, target }) => `${nodeName(model.byId.get(source)!)}>${nodeName(model.byId.get(target)!)}`).sort()
);

describe('relatives of a node', () => {
  it('are all that it is made from, and all that it goes into', () => {
    expect(names(relativesOf(model, id('p'), 'before'))).toEqual(['Mul', 'a', 'b', 'p']);
    expect(names(relativesOf(model, id('c'), 'after'))).toEqual(['Sub', 'c', 'side']);
    expect(names(relativesOf(model, id('n'), 'before'))).toEqual(['n']);
  });

  it('between two nodes are those on all ways from one to the other, in whichever order they are named', () => {
    expect(names(waysBetween(model, id('a'), id('q')))).toEqual(['Add', 'Mul', 'a', 'p', 'q']);
    expect(names(waysBetween(model, id('q'), id('b')))).toEqual(['Add', 'Mul', 'b', 'p', 'q']);
    expect(names(waysBetween(model, id('c'), id('q')))).toEqual([]);
  });
});

describe('the way of a gradient', () => {
  it('is the edges between what backward reached, and no others', () => {
    expect(ends(new Set(model.edges.filter(edge => edge.gradient).map(edge => edge.id)))).toEqual(['Add>q', 'Mul>p', 'a>Add', 'a>Mul', 'b>Mul', 'p>Add']);
  });

  it('comes to a node from what it goes into, and goes on to what it is made from', () => {
    expect(ends(gradientWay(model, id('p')))).toEqual(['Add>q', 'Mul>p', 'a>Mul', 'b>Mul', 'p>Add']);
    expect(ends(gradientWay(model, id('b')))).toEqual(['Add>q', 'Mul>p', 'b>Mul', 'p>Add']);
    expect(ends(gradientWay(model, id('side')))).toEqual([]);
  });
});
