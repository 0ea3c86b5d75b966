/** @file What a node is made from, and what it goes into: its ancestors and descendants; what lies between two nodes; the way of a gradient. */
import type { GraphEdge, GraphModel, ShownNode } from './graph.js';

export type Side = 'before' | 'after';

/** A node, and the side of it that the picture shows alone. */
export interface Relatives {
  readonly id: string;
  readonly side: Side;
}

interface Neighbours {
  readonly incoming: ReadonlyMap<string, readonly GraphEdge[]>;
  readonly outgoing: ReadonlyMap<string, readonly GraphEdge[]>;
}

type Edges = Pick<GraphModel<ShownNode>, 'edges'>;

/** Asked for with every move of the pointer: found once for a graph. */
const known = new WeakMap<Edges, Neighbours>();

function neighboursOf(model: Edges): Neighbours {
  let found = known.get(model);
  if (!found) {
    const [incoming, outgoing] = [new Map<string, GraphEdge[]>(), new Map<string, GraphEdge[]>()];
    const add = (map: Map<string, GraphEdge[]>, id: string, edge: GraphEdge): void => {
      const list = map.get(id);
      if (list) list.push(edge);
      else map.set(id, [edge]);
    };
    for (const edge of model.edges) {
      add(incoming, edge.target, edge);
      add(outgoing, edge.source, edge);
    }
    known.set(model, found = { incoming, outgoing });
  }
  return found;
}

/** Ids of the node and of all that it comes to on one side, along the edges that `follows` lets it take. */
function walk(model: Edges, id: string, side: Side, follows: (edge: GraphEdge) => boolean): Set<string> {
  const { incoming, outgoing } = neighboursOf(model);
  const found = new Set([id]);
  // A set is walked in the order in which it grows.
  for (const each of found) {
    for (const edge of (side === 'before' ? incoming : outgoing).get(each) ?? []) {
      if (follows(edge)) found.add(side === 'before' ? edge.source : edge.target);
    }
  }
  return found;
}

/** Ids of the node and of all that lies before or after it along the edges. */
export function relativesOf(model: Edges, id: string, side: Side): Set<string> {
  return walk(model, id, side, () => true);
}

/** Ids of the nodes on all ways from one node to the other, along the edges, whichever of them is first; empty where there is none. */
export function waysBetween(model: Edges, one: string, other: string): Set<string> {
  const way = (from: string, to: string): Set<string> => onBoth(relativesOf(model, from, 'after'), relativesOf(model, to, 'before'));
  const forward = way(one, other);
  return forward.size > 0 ? forward : way(other, one);
}

function onBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): Set<string> {
  return new Set([...one].filter(id => other.has(id)));
}

/** Ids of the edges that brought a node its gradient, and of those that took it on. */
export function gradientWay(model: Edges, id: string): Set<string> {
  const edges = new Set<string>();
  for (const side of ['after', 'before'] as const) {
    walk(model, id, side, edge => {
      if (edge.gradient) edges.add(edge.id);
      return edge.gradient;
    });
  }
  return edges;
}

/** Ids of the nodes that gave a node its gradient, each for every edge that brought a part of it. */
export function gradientGivers(model: Edges, id: string): string[] {
  return (neighboursOf(model).outgoing.get(id) ?? []).filter(({ gradient }) => gradient).map(({ target }) => target);
}
