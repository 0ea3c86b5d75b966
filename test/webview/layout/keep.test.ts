import { describe, expect, it } from 'vitest';
import { carry, layoutRequest, measureCards, previousOf } from '../../../webview/arrange.js';
import { layOut } from '../../../webview/layout/layout.js';
import type { LayoutResult, Point } from '../../../webview/layout/request.js';
import { buildGraph, nodeName, type GraphModel } from '../../../webview/model/graph.js';
import { successorsOf } from '../../../webview/model/successors.js';
import { runSnippet } from '../../support/run-snippet.js';

const TEXT = `import { Variable, tanh, square } from 'dezero';
const a = new Variable(2), b = new Variable(3);
const c = a * b;
const d = square(c) + a;
const e = tanh(d) * b;
const y = e + c;
y.backward();
`;

type Places = Readonly<Record<string, Point>>;

interface Laid {
  readonly model: GraphModel;
  readonly places: Places;
  readonly result: LayoutResult;
}

const measure = (text: string): number => 7 * text.length;
const fonts = { ui: '12px sans-serif', code: '12px monospace' };
const itself = (id: string): string => id;

/** The graph of a text, laid out after the one of another. */
async function lay(text: string, direction: 'LR' | 'TB', before: Laid | null): Promise<Laid> {
  const model = buildGraph(await runSnippet(text));
  const carried = before === null ? { kept: {}, entering: new Map<string, Point>() }
    : carry(model, itself, { positions: before.places, standIn: itself, successors: successorsOf(before.model, model) });
  const result = layOut(layoutRequest(model, measureCards(model, fonts, measure), direction, previousOf(model, carried, before !== null && before.result.direction !== direction)));
  return { model, result, places: Object.fromEntries(model.nodes.map(({ id }, at) => [id, result.positions[at]!])) };
}

/** How far each node of the first has moved across the flow, by its name. */
function moves(before: Laid, now: Laid): Record<string, number> {
  return Object.fromEntries([...successorsOf(before.model, now.model)].flatMap(([id, heir]) => (
    heir === null ? [] : [[`${id} ${nodeName(before.model.byId.get(id)!)}`, now.places[heir]!.y - before.places[id]!.y]]
  )));
}

const edits: Readonly<Record<string, (text: string) => string>> = {
  'a line at the end': text => text.replace('const y', 'const z = e * 2;\nconst y'),
  'a Variable at the beginning, which renumbers all': text => text.replace('const a', 'const first = new Variable(1);\nconst a').replace('y.backward', 'const z = first * c;\ny.backward'),
  'one Function more in the middle': text => text.replace('tanh(d) * b', 'tanh(square(d)) * b'),
  'a longer name': text => text.replace(/\be\b/g, 'activation'),
};

describe('after an edit', () => {
  for (const [name, edit] of Object.entries(edits)) it(`with ${name}, what stays keeps its very place across the flow`, async () => {
    const before = await lay(TEXT, 'LR', null);
    const now = await lay(edit(TEXT), 'LR', before);
    const moved = moves(before, now);
    expect(Object.keys(moved).length).toBeGreaterThan(8);
    expect(Object.entries(moved).filter(([, by]) => by !== 0)).toEqual([]);
  });

  it('no two nodes of a layer overlap, and each generation begins after the one before', async () => {
    let laid = await lay(TEXT, 'LR', null);
    for (const edit of Object.values(edits)) {
      laid = await lay(edit(TEXT), 'LR', laid);
      const cards = measureCards(laid.model, fonts, measure);
      for (const a of laid.model.nodes) for (const b of laid.model.nodes) {
        const [one, other] = [laid.places[a.id]!, laid.places[b.id]!];
        const [size, otherSize] = [cards.get(a.id)!, cards.get(b.id)!];
        const apart = Math.abs(one.y - other.y) >= (size.height + otherSize.height) / 2 || Math.abs(one.x - other.x) >= (size.width + otherSize.width) / 2;
        expect(a === b || apart, `${nodeName(a)} and ${nodeName(b)}`).toBe(true);
      }
    }
  });

  it('the same text has the same picture, however often it is run', async () => {
    const first = await lay(TEXT, 'LR', null);
    expect((await lay(TEXT, 'LR', first)).result).toEqual(first.result);
  });

  it('a change of direction turns the picture: the order across the flow stays', async () => {
    const before = await lay(TEXT, 'LR', null);
    const turned = await lay(TEXT, 'TB', before);
    const [a, b] = before.model.nodes.filter(node => ['a', 'b'].includes(nodeName(node))).map(({ id }) => id) as [string, string];
    expect(Math.sign(turned.places[a]!.x - turned.places[b]!.x)).toBe(Math.sign(before.places[a]!.y - before.places[b]!.y));
  });
});
