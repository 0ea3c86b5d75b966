/** @file From a model to a request for its layout: sizes of the nodes, and where those came from that are new on the screen. */
import type { GraphDirection } from '../src/protocol/panel.js';
import type { RunReport } from '../src/protocol/report.js';
import type { FoldedGraph } from './fold/fold.js';
import type { LayoutRequest, Point } from './layout/request.js';
import type { GraphModel, ShownModel } from './model/graph.js';
import type { Successors } from './model/successors.js';
import { measureCard, type Card, type Fonts, type Measure } from './view/measure.js';

type Positions = Readonly<Record<string, Point>>;

export function measureCards(model: ShownModel, fonts: Fonts, measure: Measure): Map<string, Card> {
  const incoming = new Map<string, number>();
  const outgoing = new Map<string, number>();
  for (const { source, target } of model.edges) {
    outgoing.set(source, (outgoing.get(source) ?? 0) + 1);
    incoming.set(target, (incoming.get(target) ?? 0) + 1);
  }
  return new Map(model.nodes.map(node => {
    const edges = Math.max(incoming.get(node.id) ?? 0, outgoing.get(node.id) ?? 0);
    return [node.id, measureCard(node, edges, fonts, measure)];
  }));
}

export function layoutRequest(
  model: ShownModel, cards: ReadonlyMap<string, Card>, direction: GraphDirection, previous: LayoutRequest['previous'],
): LayoutRequest {
  return {
    direction,
    nodes: model.nodes.map(node => {
      const { width, height } = cards.get(node.id)!;
      const last = node.kind === 'group' ? node.lastLayer : null;
      return { id: node.id, layer: node.layer, ...(last === null ? {} : { lastLayer: last }), width, height, ports: node.kind !== 'variable' };
    }),
    edges: model.edges.map(({ id, source, target }) => ({ id, source, target })),
    previous,
  };
}

/** Whether two requests are for the same picture: where the nodes were before is not part of it. */
export function isSamePicture(a: LayoutRequest, b: LayoutRequest): boolean {
  if (a.direction !== b.direction || a.nodes.length !== b.nodes.length || a.edges.length !== b.edges.length) return false;
  return a.nodes.every((node, at) => {
    const { id, layer, lastLayer, width, height, ports } = b.nodes[at]!;
    return node.id === id && node.layer === layer && node.lastLayer === lastLayer && node.width === width && node.height === height && node.ports === ports;
  }) && a.edges.every((edge, at) => {
    const { id, source, target } = b.edges[at]!;
    return edge.id === id && edge.source === source && edge.target === target;
  });
}

/** What is known of the picture that another takes the place of. */
export interface Before {
  /** Where its nodes are, or go to. */
  readonly positions: Positions;
  readonly standIn: FoldedGraph['standIn'];
  /** Which of its nodes is which of the full graph now; null where the graph is the same. */
  readonly successors: Successors | null;
}

export interface Carried {
  /** Places of what stays on the screen. */
  readonly kept: Positions;
  /** Places that what is new on the screen comes from: the group that opens, or the middle of what folds into one. */
  readonly entering: ReadonlyMap<string, Point>;
}

/** The places of a picture, by what is to be seen in the next. */
export function carry(full: GraphModel, standIn: FoldedGraph['standIn'], before: Before): Carried {
  const { positions, successors } = before;
  const kept: Record<string, Point> = successors ? {} : { ...positions };
  const was = new Map<string, string>();
  successors?.forEach((now, old) => {
    if (now === null) return;
    was.set(now, old);
    if (positions[old]) kept[now] = positions[old];
  });
  const sums = new Map<string, { x: number; y: number; count: number }>();
  for (const { id } of full.nodes) {
    const shown = standIn(id);
    const old = successors ? was.get(id) : id;
    const place = old === undefined || kept[shown] ? undefined : positions[before.standIn(old)];
    if (!place) continue;
    const sum = sums.get(shown) ?? { x: 0, y: 0, count: 0 };
    sums.set(shown, { x: sum.x + place.x, y: sum.y + place.y, count: sum.count + 1 });
  }
  return { kept, entering: new Map([...sums].map(([id, { x, y, count }]) => [id, { x: x / count, y: y / count }])) };
}

/** What a layout is to keep in its order and its place: what stays, and what was folded; what comes out of a group finds its own. */
export function previousOf(model: ShownModel, { kept, entering }: Carried, turned: boolean): Positions {
  const folded = [...entering].filter(([id]) => model.byId.get(id)?.kind === 'group');
  const positions = { ...kept, ...Object.fromEntries(folded) };
  return turned ? Object.fromEntries(Object.entries(positions).map(([id, { x, y }]) => [id, { x: y, y: x }])) : positions;
}

/** The node to look at first: where the output is to be seen. */
export function outputOf(report: RunReport | null, { standIn }: FoldedGraph): string | null {
  return report === null || report.output === null ? null : standIn(report.output);
}
