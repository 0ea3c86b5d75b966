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
  /** By layer: its number as the nodes were given it; in the picture there are no empty ones between. */
  readonly levels: readonly number[];
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

interface Settled {
  /** Per node: its rank among the layers that are used; null for one outside any graph. */
  readonly ranks: readonly (number | null)[];
  /** Per rank: the layer as it was given. */
  readonly levels: readonly number[];
}

/**
 * Layers as given, moved on where an edge would not go forward, as into a folded group that begins early and takes something late.
 * Empty layers are closed.
 */
function settleLayers(request: LayoutRequest, ends: readonly Ends[]): Settled {
  const edges = ends.filter(({ source, target }) => source >= 0 && target >= 0);
  const layers = request.nodes.map(node => node.layer);
  moveOn(layers, edges);
  leavesBesideTheirUse(layers, edges);
  const deepest = layers.reduce<number>((most, layer) => Math.max(most, layer ?? 0), 0);
  const rank = new Int32Array(deepest + 1).fill(-1);
  for (const layer of layers) if (layer !== null) rank[layer] = 0;
  const levels: number[] = [];
  rank.forEach((use, layer) => { if (use === 0) rank[layer] = levels.push(layer) - 1; });
  return { ranks: layers.map(layer => layer === null ? null : rank[layer]!), levels };
}

/** Each node after all that lead to it, in one pass by the order of the edges; what is in a cycle, which no right engine makes, stays. */
function moveOn(layers: (number | null)[], edges: readonly Ends[]): void {
  const waits = new Int32Array(layers.length);
  const outs = linksOf(layers.length, edges.map(({ source }) => source), edges.map(({ target }) => target));
  for (const { source, target } of edges) {
    waits[target]! += 1;
    layers[source] ??= 0;
    layers[target] ??= 0;
  }
  const ready = [...layers.keys()].filter(node => waits[node] === 0);
  for (const node of ready) {
    for (let at = outs.start[node]!; at < outs.start[node + 1]!; at += 1) {
      const target = outs.to[at]!;
      layers[target] = Math.max(layers[target]!, layers[node]! + 1);
      waits[target]! -= 1;
      if (waits[target] === 0) ready.push(target);
    }
  }
}

/** By node: the edges that have it as their source, or as their target. */
export function edgesBy(key: keyof Ends, ends: readonly Ends[], nodes: number): Links {
  const edges = [...ends.keys()].filter(edge => ends[edge]![key] >= 0);
  return linksOf(nodes, edges.map(edge => ends[edge]![key]), edges);
}

/** Per edge: 1 for one of the same ends as one before it, as both of `x * x`. Such lie on one another as far as the layers go. */
function repeats(nodes: number, ends: readonly Ends[]): Uint8Array {
  const isRepeat = new Uint8Array(ends.length);
  const { start, to } = edgesBy('source', ends, nodes);
  const lastSource = new Int32Array(nodes).fill(-1);
  for (let source = 0; source < nodes; source += 1) {
    for (let at = start[source]!; at < start[source + 1]!; at += 1) {
      const { target } = ends[to[at]!]!;
      if (target < 0) continue;
      if (lastSource[target] === source) isRepeat[to[at]!] = 1;
      lastSource[target] = source;
    }
  }
  return isRepeat;
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
  const { ranks: settled, levels } = settleLayers(request, ends);
  const itemOf = Int32Array.from(settled, (layer, index) => layer === null ? -1 : addItem(layer, index));

  const from: number[] = [];
  const to: number[] = [];
  const link = (source: number, target: number): void => {
    from.push(source);
    to.push(target);
  };

  const spanOf = ({ source, target }: Ends): number => source < 0 || target < 0 ? 0 : (settled[target] ?? 0) - (settled[source] ?? 0);
  const spans = ends.map(spanOf);
  const shortestFirst = spans.map((_, edge) => edge).filter(edge => spans[edge]! > 0).sort((a, b) => spans[a]! - spans[b]! || a - b);
  const paths: (readonly number[] | null)[] = request.edges.map(() => null);
  const trunks: (number[] | undefined)[] = [];
  const isAgain = repeats(request.nodes.length, ends);
  let budget = 4000 + 3 * request.nodes.length;
  for (const edge of shortestFirst) {
    const { source, target } = ends[edge]!;
    const passes = spans[edge]! - 1;
    const first = itemOf[source]!;
    const last = itemOf[target]!;
    const trunk = passes > 0 ? (trunks[source] ??= []) : [];
    if (passes - trunk.length > budget) continue;
    while (trunk.length < passes) {
      const before = trunk.at(-1) ?? first;
      const next = addItem(layerOf[before]! + 1, -1);
      link(before, next);
      trunk.push(next);
      budget -= 1;
    }
    if (!isAgain[edge]) link(passes > 0 ? trunk[passes - 1]! : first, last);
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
    layers, levels, paths, itemOf, ends,
  };
}
