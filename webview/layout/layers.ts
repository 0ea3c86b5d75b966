/** @file The layered graph: nodes in their layers, and for each edge that spans layers a place in every layer it passes. */
import { leavesBesideTheirUse } from './leaves.js';
import { linksOf, type Links } from './links.js';
import type { LayoutRequest } from './request.js';

/** An item is a node of the request, or the place of an edge in a layer that it passes. All arrays are by item unless they say otherwise. */
export interface LayeredGraph {
  readonly count: number;
  readonly layerOf: Int32Array;
  /** Index in the request's nodes; -1 for the place of an edge. */
  readonly node: Int32Array;
  /** Extent across the flow. */
  readonly size: Float64Array;
  /** Neighbours in the layer before and the layer after. */
  readonly ins: Links;
  readonly outs: Links;
  /** Items by layer, in order across the flow. */
  readonly layers: number[][];
  /** Per edge of the request: the items from source to target; null for an edge too long to take part. */
  readonly paths: readonly (readonly number[] | null)[];
  /** Item of each node; -1 for one outside any graph. */
  readonly itemOf: Int32Array;
  /** Per edge of the request. */
  readonly ends: readonly Ends[];
}

/** An edge by the indices of its nodes; -1 for one that is not there. */
export interface Ends {
  readonly source: number;
  readonly target: number;
}

function endsOf({ nodes, edges }: LayoutRequest): Ends[] {
  const indexOf = new Map(nodes.map((node, index) => [node.id, index]));
  return edges.map(edge => ({ source: indexOf.get(edge.source) ?? -1, target: indexOf.get(edge.target) ?? -1 }));
}

/**
 * Layers as given, moved on where an edge would not go forward: that a report of a right engine never asks for, but a
 * picture of a wrong one must show something. Empty layers are closed.
 */
function settleLayers(request: LayoutRequest, ends: readonly Ends[]): (number | null)[] {
  const edges = ends.filter(({ source, target }) => source >= 0 && target >= 0);
  const layers = request.nodes.map(node => node.layer);
  // One pass suffices for a healthy graph; a cycle would go on for ever.
  for (let pass = 0; pass < 50; pass += 1) {
    let moved = false;
    for (const { source, target } of edges) {
      const from = layers[source] ?? 0;
      if (layers[source] === null) layers[source] = from;
      if ((layers[target] ?? -1) <= from) {
        layers[target] = from + 1;
        moved = true;
      }
    }
    if (!moved) break;
  }
  leavesBesideTheirUse(layers, edges);
  const used = [...new Set(layers.filter(layer => layer !== null))].sort((a, b) => a - b);
  const rank = new Map(used.map((layer, index) => [layer, index]));
  return layers.map(layer => layer === null ? null : rank.get(layer)!);
}

/**
 * Builds the layered graph. Long edges of one source share their places (a trunk that branches), shortest edges first until
 * the budget is spent: a chain of n steps that all go to the last would otherwise need n² of them.
 */
export function buildLayers(request: LayoutRequest): LayeredGraph {
  const ends = endsOf(request);
  const layers: number[][] = [];
  const layerOf: number[] = [];
  const node: number[] = [];
  const addItem = (layer: number, index: number): number => {
    while (layers.length <= layer) layers.push([]);
    layers[layer]!.push(layerOf.length);
    layerOf.push(layer);
    return node.push(index) - 1;
  };
  const settled = settleLayers(request, ends);
  const itemOf = Int32Array.from(settled, (layer, index) => layer === null ? -1 : addItem(layer, index));

  const from: number[] = [];
  const to: number[] = [];
  const linked = new Set<number>();
  const link = (source: number, target: number): void => {
    const key = source * 2 ** 26 + target;
    if (linked.has(key)) return;
    linked.add(key);
    from.push(source);
    to.push(target);
  };

  const spanOf = ({ source, target }: Ends): number => source < 0 || target < 0 ? 0 : (settled[target] ?? 0) - (settled[source] ?? 0);
  const spans = ends.map(spanOf);
  const shortestFirst = spans.map((_, edge) => edge).filter(edge => spans[edge]! > 0).sort((a, b) => spans[a]! - spans[b]! || a - b);
  const paths: (readonly number[] | null)[] = request.edges.map(() => null);
  const trunks: number[][] = [];
  let budget = 4000 + 3 * request.nodes.length;
  for (const edge of shortestFirst) {
    const { source, target } = ends[edge]!;
    const passes = spans[edge]! - 1;
    const [first, last] = [itemOf[source]!, itemOf[target]!];
    const trunk = (trunks[source] ??= []);
    if (passes - trunk.length > budget) continue;
    while (trunk.length < passes) {
      const before = trunk.at(-1) ?? first;
      const next = addItem(layerOf[before]! + 1, -1);
      link(before, next);
      trunk.push(next);
      budget -= 1;
    }
    link(passes > 0 ? trunk[passes - 1]! : first, last);
    paths[edge] = passes > 0 ? [first, ...trunk.slice(0, passes), last] : [first, last];
  }
  const across = request.direction === 'LR' ? 'height' : 'width';
  return {
    count: node.length,
    layerOf: Int32Array.from(layerOf),
    node: Int32Array.from(node),
    size: Float64Array.from(node, index => index < 0 ? 0 : request.nodes[index]![across]),
    ins: linksOf(node.length, to, from),
    outs: linksOf(node.length, from, to),
    layers, paths, itemOf, ends,
  };
}
