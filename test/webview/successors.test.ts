import { describe, expect, it } from 'vitest';
import { buildGraph, nodeName, type GraphModel } from '../../webview/model/graph.js';
import { heirOf, heirsOf, successorsOf } from '../../webview/model/successors.js';
import { runSnippet } from '../support/run-snippet.js';

const graphOf = async (text: string): Promise<GraphModel> => buildGraph(await runSnippet(text));

const TEXT = `import { Variable, tanh } from 'dezero';
const a = new Variable(2), b = new Variable(3);
let c = a * b;
for (let i = 0; i < 4; i++) c = tanh(c + a);
const y = c * 2;
y.backward();
`;

/** What each name, and each Function by the name of what it made, is in the run after an edit: the name there, null where it is gone. */
async function heirs(edited: string): Promise<Record<string, string | null>> {
  const [before, now] = [await graphOf(TEXT), await graphOf(edited)];
  const successors = successorsOf(before, now);
  return Object.fromEntries([...successors].map(([id, heir]) => [label(before, id), heir === null ? null : label(now, heir)]));
}

function label({ byId }: GraphModel, id: string): string {
  const node = byId.get(id)!;
  return node.kind === 'function' ? `${node.report.op} of ${node.report.outputs.map(output => label({ byId } as GraphModel, output)).join()}` : nodeName(node);
}

describe('the nodes of a run', () => {
  it('are themselves in another run of the same text', async () => {
    const successors = successorsOf(await graphOf(TEXT), await graphOf(TEXT));
    expect(successors.size).toBe(23);
    expect([...successors].every(([id, heir]) => id === heir)).toBe(true);
  });

  it('are the same after a line that moves all their ids', async () => {
    const edited = TEXT.replace('const a', 'const first = new Variable(1);\nconst a').replace('c * 2', 'c * 2 + first');
    const found = await heirs(edited);
    expect(found).toMatchObject({ a: 'a', b: 'b', 'Mul of c': 'Mul of c', c: 'c', 'Tanh of c': 'Tanh of c', y: 'y' });
    // y is now made by another Function than before.
    expect(found['Mul of y']).toBeNull();
  });

  it('keep their order where several have one name', async () => {
    const [before, now] = [await graphOf(TEXT), await graphOf(TEXT.replace('let c', 'const more = a + 1;\nlet c'))];
    const made = ({ nodes }: GraphModel): string[] => nodes.filter(node => node.kind === 'function' && node.report.op === 'Tanh').map(({ id }) => id);
    expect(heirsOf(made(before), successorsOf(before, now))).toEqual(made(now));
  });

  it('that are gone have no heir', async () => {
    expect(await heirs(TEXT.replace(', b = new Variable(3)', '').replace('a * b', 'a * a'))).toMatchObject({ a: 'a', b: null, 'Mul of y': 'Mul of y' });
  });

  it('of two programs with little in common are told by their names', async () => {
    const chain = (start: string): string => `import { Variable, sin, cos } from 'dezero';
const a = new Variable(1);
let y: Variable = a;
for (let i = 0; i < 3000; i++) y = ${start}(y);
const end = y + 1;
`;
    const [before, now] = [await graphOf(chain('sin')), await graphOf(chain('cos'))];
    const named = ({ nodes }: GraphModel, name: string): string => nodes.find(node => node.kind === 'variable' && node.report.name === name)!.id;
    const successors = successorsOf(before, now);
    expect([successors.get(named(before, 'a')), successors.get(named(before, 'end'))]).toEqual([named(now, 'a'), named(now, 'end')]);
  });
});

describe('the heir of an id', () => {
  const successors = new Map([['v1', 'v3'], ['f2', 'f5'], ['v4', null]]);

  it('of a group has the nodes in its name', () => {
    expect(['chain v1', 'part run f2 2', 'v1 value'].map(id => heirOf(id, successors))).toEqual(['chain v3', 'part run f5 2', 'v3 value']);
    expect(heirOf('leaves v4', successors)).toBeNull();
  });

  it('of a scope is itself, also where the function has a name like a node', () => {
    expect(heirOf('for i:0/12/f2:0', successors)).toBe('for i:0/12/f2:0');
  });
});
