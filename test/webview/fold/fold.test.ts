/** @file What folds of real runs, and what is then to be seen. */
import { describe, expect, it } from 'vitest';
import { Folding, noFolds } from '../../../webview/fold/folding.js';
import { groupsFrom, newGroup, type Group } from '../../../webview/fold/group.js';
import { buildStructure } from '../../../webview/fold/structure.js';
import { buildGraph, nodeName, type ShownModel } from '../../../webview/model/graph.js';
import { rowsOf } from '../../../webview/stage/rows.js';
import { groupTitle, timesOf } from '../../../webview/model/group-text.js';
import { runSnippet } from '../../support/run-snippet.js';

async function foldingOf(source: string, kept = noFolds): Promise<Folding> {
  const report = await runSnippet(`import { Linear, Variable, add, concat, meanSquaredError, np, square } from 'dezero';\n${source}\n`);
  expect(report.error).toBeNull();
  const full = buildGraph(report);
  const folding = new Folding();
  folding.restore(kept);
  folding.show(full, buildStructure(full, report));
  return folding;
}

const names = ({ model }: { model: ShownModel }): string[] => model.nodes.map(nodeName);
const outline = (groups: readonly Group[]): string[] => groups.map(({ id }) => id);

function edgesOf({ model }: { model: ShownModel }): string[] {
  return model.edges.map(({ source, target }) => `${nodeName(model.byId.get(source)!)} → ${nodeName(model.byId.get(target)!)}`);
}

function expectNoCycle({ model: { nodes, edges } }: { model: ShownModel }): void {
  const waits = new Map(nodes.map(({ id }) => [id, 0]));
  const outs = new Map<string, string[]>(nodes.map(({ id }) => [id, []]));
  for (const { source, target } of edges) {
    waits.set(target, waits.get(target)! + 1);
    outs.get(source)!.push(target);
  }
  const ready = nodes.map(({ id }) => id).filter(id => waits.get(id) === 0);
  for (const id of ready) {
    for (const target of outs.get(id)!) {
      waits.set(target, waits.get(target)! - 1);
      if (waits.get(target) === 0) ready.push(target);
    }
  }
  expect(ready).toHaveLength(nodes.length);
}

const TWICE = `const f = (x: Variable) => square(x) + 1;
const x = new Variable(2);
const y = f(f(x));`;

describe('groups', () => {
  it('are the calls of functions that record more than one Function', async () => {
    const folding = await foldingOf(TWICE);
    expect(outline(folding.structure.groups)).toEqual(['f:0', 'f:1']);
    const { structure } = await foldingOf('const g = (x: Variable) => square(x);\nconst y = g(new Variable(2));');
    expect(outline(structure.groups)).toEqual([]);
  });

  it('are not made twice for what a function only hands on', async () => {
    const { structure } = await foldingOf('const f = (x: Variable) => square(x) + 1, g = (x: Variable) => f(x);\nconst y = g(new Variable(2));');
    expect(outline(structure.groups)).toEqual(['g:0']);
  });

  it('are Layers, with their Parameters', async () => {
    const folding = await foldingOf('const y = new Linear(2, { inSize: 1 }).call(np.ones([1, 1]));');
    const [layer] = folding.structure.groups;
    expect(layer!.nodes.map(id => nodeName(folding.graph.model.byId.get(id)!)).sort()).toEqual(['Linear', 'W', 'b']);
  });

  it('are loops and their turns; one turn is none', async () => {
    const { structure } = await foldingOf('let y = new Variable(2);\nfor (let i = 0; i < 2; i++) y = square(y) + 1;\nfor (const k of [1]) y = square(y) + k;');
    expect(outline(structure.groups)).toEqual(['for i:0', 'for k:0', 'for i:0/0', 'for i:0/1']);
  });

  it('are chains, leaves and fans where a scope holds many nodes', async () => {
    const chain = await foldingOf(`let y = new Variable(2);\n${'y = square(y);\n'.repeat(25)}`);
    expect(chain.structure.groups.map(({ kind, nodes }) => [kind, nodes.length])).toEqual([['chain', 49]]);
    const fan = await foldingOf(`const x = new Variable([1]);\nconst ys = [${'square(x), '.repeat(25)}];\nconst y = concat(ys);`);
    expect(fan.structure.groups.map(({ kind, nodes }) => [kind, nodes.length])).toEqual([['fan', 50]]);
    const leaves = await foldingOf(`const y = concat([${'new Variable([1]), '.repeat(45)}]);`);
    expect(leaves.structure.groups.map(({ kind, nodes }) => [kind, nodes.length])).toEqual([['leaves', 45]]);
  });

  it('are the many leaves that a loop takes, of which each turn takes another', async () => {
    const folding = await foldingOf(`const xs = [${'new Variable(1), '.repeat(50)}];\nlet y = new Variable(0);\nfor (const x of xs) y = square(x) + y;`);
    const leaves = folding.structure.groups.find(({ kind }) => kind === 'leaves');
    expect(leaves && [groupTitle(leaves), leaves.nodes.length]).toEqual(['leaves into for x of xs', 50]);
    folding.setAll(false);
    expect(edgesOf(folding.graph)).toEqual(['leaves into for x of xs → for x of xs', 'y → for x of xs', 'for x of xs → y']);
    expectNoCycle(folding.graph);
  });

  it('are no leaves that something else takes too', async () => {
    const { structure } = await foldingOf(
      `const xs = [${'new Variable([1]), '.repeat(50)}];\nlet y = new Variable([0]);\nfor (const x of xs) y = square(x) + y;\nconst all = concat(xs);`);
    expect(structure.groups.filter(({ kind }) => kind === 'leaves')).toEqual([]);
  });
});

describe('folding', () => {
  it('leaves a small graph open', async () => {
    const { graph } = await foldingOf(TWICE);
    expect(names(graph)).toHaveLength(4 + 5 + 2);
    expect(graph.open.map(({ group }) => group.id)).toEqual(['f:0', 'f:1']);
  });

  it('shows what a call takes and gives, and not what is in it', async () => {
    const folding = await foldingOf(TWICE);
    expect(folding.set(folding.structure.byId.get('f:0')!, false)).toBe('f() is folded.');
    // What the first call gave is the second one's parameter, and has its name.
    expect(names(folding.graph)).toEqual(['x', 'constant', 'f()', 'x', 'Square', 'square(x)', 'Add', 'y']);
    expect(edgesOf(folding.graph)).toEqual(['x → f()', 'f() → x', 'x → Square', 'Square → square(x)', 'square(x) → Add', 'constant → Add', 'Add → y']);
    folding.setAll(false);
    expect(edgesOf(folding.graph)).toEqual(['x → f()', 'f() → x', 'x → f()', 'f() → y']);
  });

  it('shows one turn of a long loop between those before and after it, and remembers which', async () => {
    const folding = await foldingOf('let y = new Variable(1);\nconst w = new Variable(2);\nfor (let i = 0; i < 50; i++) y = y * w + i;');
    const loop = folding.structure.byId.get('for i:0')!;
    expect(names(folding.graph).filter(name => name.startsWith('turn'))).toEqual(['turns 1–49']);
    expect(folding.turnOf(loop)).toBe(49);
    folding.showTurn(loop, 20);
    expect(names(folding.graph).filter(name => name.startsWith('turn'))).toEqual(['turns 1–20', 'turns 22–50']);
    const [before] = folding.graph.model.nodes.filter(({ kind }) => kind === 'group');
    expect(before).toMatchObject({ functions: 40, turns: { first: 0, last: 19 } });
    const again = new Folding();
    again.restore(folding.kept);
    expect(again.kept).toEqual({ open: ['for i:0', 'for i:0/20'], closed: [], turns: { 'for i:0': 20 } });
    folding.showTurn(loop, 'all');
    expect(folding.graph.model.nodes.filter(({ kind }) => kind === 'group')).toHaveLength(48);
  });

  it('opens what a node is in, to show it', async () => {
    const folding = await foldingOf('let y = new Variable(1);\nfor (let i = 0; i < 50; i++) y = square(y) + i;');
    const { id } = folding.graph.model.byId.get([...folding.structure.groupOf].find(([, group]) => group.id === 'for i:0/7')![0])!;
    expect(folding.graph.standIn(id)).toBe('for i:0 before');
    folding.reveal(id);
    expect(folding.graph.standIn(id)).toBe(id);
    expect(folding.turnOf(folding.structure.byId.get('for i:0')!)).toBe(7);
  });

  it('may be more than a call may have arguments', () => {
    const root = newGroup({ id: '', kind: 'function', name: '' }, null);
    const loop = newGroup({ id: 'loop', kind: 'loop', name: 'loop' }, root);
    for (let turn = 0; turn < 200_000; turn += 1) newGroup({ id: `${turn}`, kind: 'turn', name: '', turn }, loop);
    expect(groupsFrom(root)).toHaveLength(200_002);
  });

  it('stay as they are where unfolding would show more than is drawn at once', async () => {
    const source = 'let y = new Variable(1);\nfor (let i = 0; i < 6000; i++) y = square(y);';
    const folding = await foldingOf(source);
    const loop = folding.structure.byId.get('for i:0')!;
    folding.showTurn(loop, 20);
    const { graph, kept } = folding;
    for (const unfold of [() => folding.setAll(true), () => folding.showTurn(loop, 'all')]) {
      expect(unfold).toThrow('That would show 12,001 nodes at once; the panel draws up to 12,000.');
      expect(folding.graph).toBe(graph);
      expect(folding.kept).toEqual(kept);
    }
    // Chosen when the loop had fewer turns.
    const grown = await foldingOf(source, { open: ['for i:0'], closed: [], turns: { 'for i:0': 'all' } });
    expect(grown.graph.model.nodes.length).toBeLessThan(80);
  });

  it('begins with no more than can be taken in, however large the run', async () => {
    const folding = await foldingOf(`const f = (x: Variable) => square(x) * 0.5 + 1;
let y = new Variable(1);
for (let i = 0; i < 200; i++) { for (let j = 0; j < 5; j++) y = f(y) + f(y); }
const loss = meanSquaredError(y, np.array(0));`);
    expect(folding.structure.groupOf.size).toBeGreaterThan(10_000);
    expect(folding.graph.model.nodes.length).toBeLessThan(80);
  });

  it('never makes a cycle of what has none', async () => {
    const folding = await foldingOf(`const f = (x: Variable, g: (x: Variable) => Variable) => { const a = square(x); return g(a) + a; };
let y = new Variable(1);
for (let i = 0; i < 6; i++) y = f(y, x => square(x) * f(x, z => z + i));`);
    const states = [() => folding.setAll(false), () => folding.setAll(true), ...folding.structure.groups.map(group => () => folding.set(group, false))];
    for (const change of states) {
      change();
      expectNoCycle(folding.graph);
    }
  });
});

describe('many calls of one scope', () => {
  const MANY = `const terms = Array.from({ length: 1000 }, (_, at) => square(new Variable(at)));
const y = terms.reduce((sum, term) => sum * 2 + term);`;

  it('are one node where they are the same and follow each other, and begin folded', async () => {
    const { graph } = await foldingOf(MANY);
    expect(graph.model.nodes.map(node => node.kind === 'group' && [nodeName(node), timesOf(node), node.functions, node.variables])).toEqual([
      ['Square', 1000, 1000, 2000], ['reduce =>', 999, 1998, 2997],
    ]);
    expectNoCycle(graph);
  });

  it('open to a few parts, and those to a few calls', async () => {
    const folding = await foldingOf(MANY);
    const run = folding.structure.groups.find(group => group.kind === 'run' && groupTitle(group) === 'reduce =>')!;
    folding.set(run, true);
    expectNoCycle(folding.graph);
    expect(names(folding.graph)).toEqual(['Square', ...Array.from({ length: 25 }, (_, at) => `part ${at * 40 + 1}–${Math.min(999, at * 40 + 40)}`)]);
    folding.set(run.groups[1]!, true);
    expectNoCycle(folding.graph);
    expect(names(folding.graph).filter(name => name === 'reduce =>')).toHaveLength(40);
  });

  it('of a loop give what they give from the one node that they are folded to', async () => {
    const { graph } = await foldingOf('const x = new Variable(1), ys: Variable[] = [];\nfor (let i = 0; i < 300; i++) ys.push(square(x * i));\nconst y = ys.reduce(add);');
    expect(names(graph)).toEqual(['x', 'for i', 'reduce()', 'y']);
    expect(edgesOf(graph)).toEqual(['x → for i', 'for i → reduce()', 'reduce() → y']);
    expectNoCycle(graph);
  });

  it('are not torn apart where they belong to what is divided', async () => {
    const folding = await foldingOf(`let y = new Variable(1);\n${'y = square(y) + new Variable(1) * y;\n'.repeat(200)}`);
    expect(folding.graph.model.nodes.length).toBeLessThan(80);
    for (const group of folding.structure.groups) {
      folding.set(group, true);
      expectNoCycle(folding.graph);
    }
  });
});

describe('the rows of the tree', () => {
  it('have open groups with their nodes below them, folded ones as one', async () => {
    const folding = await foldingOf(TWICE);
    folding.set(folding.structure.byId.get('f:1')!, false);
    expect(rowsOf(folding.graph, folding.structure).map(({ text, level, expanded }) => [text.split(',')[0], level, expanded])).toEqual([
      ['Variable x', 1, null],
      ['Open call: f()', 1, true],
      ['Variable constant', 2, null],
      ['Function Square', 2, null],
      ['Variable square(x)', 2, null],
      ['Function Add', 2, null],
      ['Variable x', 1, null],
      ['Folded call: f()', 1, false],
      ['Variable y', 1, null],
    ]);
  });
});
