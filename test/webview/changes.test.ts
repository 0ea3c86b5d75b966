import { describe, expect, it } from 'vitest';
import { emptyStructure, Folding } from '../../webview/fold/folding.js';
import { buildStructure } from '../../webview/fold/structure.js';
import { changeOf, changesBetween, noChanges } from '../../webview/model/changes.js';
import { bucketsOf, inBuckets } from '../../webview/model/colouring.js';
import { buildGraph, emptyModel, nodeName, type GraphModel } from '../../webview/model/graph.js';
import { successorsOf } from '../../webview/model/successors.js';
import { runSnippet } from '../support/run-snippet.js';

const TEXT = `import { Variable, tanh } from 'dezero';
const a = new Variable(2), b = new Variable(3);
function twice(x: Variable) { return tanh(x * 0.5) * 2; }
const c = a * b;
const d = twice(b);
const y = c + d;
y.backward();
`;

const reportBefore = await runSnippet(TEXT);

/** Names of the nodes by what has become of them, and how many are gone. */
async function changes(edited: string): Promise<Record<string, unknown>> {
  const before = buildGraph(reportBefore);
  const now = buildGraph(await runSnippet(edited));
  const found = changesBetween(before, now, successorsOf(before, now));
  const named = (classes: GraphModel['nodes'][number]['id'][]) => classes.map(id => nodeName(now.byId.get(id)!));
  const buckets = bucketsOf('change', now, found);
  return { ...Object.fromEntries(buckets.map(bucket => [bucket.key, named(inBuckets(now.nodes, [bucket]))])), gone: found.gone };
}

describe('what is other than in the run before', () => {
  it('is nothing after the same text', async () => {
    expect(await changes(TEXT)).toMatchObject({ new: [], other: [], gone: 0 });
  });

  it('is what a number goes into, and the gradients that it is in', async () => {
    // a is 5 in the place of 2: its own gradient, which is b, stays.
    expect(await changes(TEXT.replace('Variable(2)', 'Variable(5)'))).toMatchObject({ new: [], other: ['a', 'b', 'c', 'y'], gone: 0 });
  });

  it('is what is new, and what it changes', async () => {
    const found = await changes(TEXT.replace('const y', 'const e = a * a;\nconst y').replace('c + d', 'c + d + e'));
    expect(found.new).toEqual(expect.arrayContaining(['e', 'c + d']));
    expect(found.other).toEqual(expect.arrayContaining(['a', 'y']));
    expect(found.same).toEqual(expect.arrayContaining(['b', 'c', 'd']));
  });

  it('counts what is gone, with its Functions; y is c by then', async () => {
    expect(await changes(TEXT.replace('const d = twice(b);\n', '').replace('c + d', 'c'))).toMatchObject({ gone: 10 });
  });

  it('is not known where there was no run before', () => {
    const now = buildGraph(reportBefore);
    expect(changesBetween(emptyModel, now, successorsOf(emptyModel, now))).toEqual(noChanges);
    expect(now.nodes.map(node => changeOf(node, noChanges)).every(change => change === null)).toBe(true);
  });

  it('of a folded group is that of what is in it', async () => {
    const before = buildGraph(reportBefore);
    const report = await runSnippet(TEXT.replace('Variable(2)', 'Variable(5)').replace('0.5', '0.25'));
    const now = buildGraph(report);
    const folding = new Folding();
    folding.show(emptyModel, emptyStructure);
    folding.show(now, buildStructure(now, report));
    folding.setAll(false);
    const group = folding.graph.model.nodes.find(node => node.kind === 'group')!;
    expect(nodeName(group)).toBe('twice()');
    expect(changeOf(group, changesBetween(before, now, successorsOf(before, now)))).toBe('other');
    expect(changeOf(group, changesBetween(now, now, successorsOf(now, now)))).toBe('same');
  });
});
