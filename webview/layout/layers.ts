/** @file The layered graph: nodes in their layers, and for each edge that spans layers a place in every layer it passes. */
import type { LayoutRequest } from './request.js';

/** A node of the request, or the place of an edge in a layer that it passes. */
export interface Item {
  readonly index: number;
  readonly layer: number;
  /** Index in the request's nodes; -1 for the place of an edge. */
  readonly node: number;
  /** Extent across the flow. */
  readonly size: number;
  /** Neighbours in the layer before and the layer after. */
  readonly ins: number[];
  readonly outs: number[];
}

export interface LayeredGraph {
  readonly items: readonly Item[];
  /** Item indices by layer, in order across the flow. */
  readonly layers: number[][];
  /** Per edge of the request: the items from source to target; null for an edge too long to take part. */
  readonly paths: readonly (readonly number[] | null)[];
  /** Item of each node; -1 for one outside any graph. */
  readonly itemOf: readonly number[];
}

interface Placed {
  readonly edge: number;
  readonly source: number;
  readonly target: number;
  readonly span: number;
}

/**
 * Layers as given, moved on where an edge would not go forward: that a report of a right engine never asks for, but a
 * picture of a wrong one must show something. Empty layers are closed.
 */
function settleLayers(request: LayoutRequest, edges: readonly { source: number; target: number }[]): (number | null)[] {
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
  const used = [...new Set(layers.filter(layer => layer !== null))].sort((a, b) => a - b);
  const rank = new Map(used.map((layer, index) => [layer, index]));
  return layers.map(layer => layer === null ? null : rank.get(layer)!);
}

function extentAcross(request: LayoutRequest, index: number): number {
  const node = request.nodes[index]!;
  return request.direction === 'LR' ? node.height : node.width;
}

/**
 * Builds the layered graph. Long edges of one source share their places (a trunk that branches), shortest edges first until
 * the budget is spent: a chain of n steps with a leaf each would otherwise need n² of them.
 */
export function buildLayers(request: LayoutRequest): LayeredGraph {
  const indexOf = new Map(request.nodes.map((node, index) => [node.id, index]));
  const ends = request.edges.map(edge => ({ source: indexOf.get(edge.source) ?? -1, target: indexOf.get(edge.target) ?? -1 }));
  const layerOf = settleLayers(request, ends.filter(({ source, target }) => source >= 0 && target >= 0));

  const items: Item[] = [];
  const layers: number[][] = [];
  const addItem = (layer: number, node: number): number => {
    const index = items.length;
    items.push({ index, layer, node, size: node < 0 ? 0 : extentAcross(request, node), ins: [], outs: [] });
    while (layers.length <= layer) layers.push([]);
    layers[layer]!.push(index);
    return index;
  };
  const itemOf = layerOf.map((layer, node) => layer === null ? -1 : addItem(layer, node));

  const linked = new Set<number>();
  const link = (from: number, to: number): void => {
    const key = from * 2 ** 26 + to;
    if (linked.has(key)) return;
    linked.add(key);
    items[from]!.outs.push(to);
    items[to]!.ins.push(from);
  };

  const paths: (readonly number[] | null)[] = request.edges.map(() => null);
  const placed: Placed[] = [];
  ends.forEach(({ source, target }, edge) => {
    const from = layerOf[source] ?? null;
    const to = layerOf[target] ?? null;
    if (from !== null && to !== null && to > from) placed.push({ edge, source, target, span: to - from });
  });
  placed.sort((a, b) => a.span - b.span || a.edge - b.edge);

  let budget = 4000 + 3 * request.nodes.length;
  const trunks = new Map<number, number[]>();
  for (const { edge, source, target, span } of placed) {
    const trunk = trunks.get(source) ?? [];
    trunks.set(source, trunk);
    if (span - 1 - trunk.length > budget) continue;
    while (trunk.length < span - 1) {
      const before = trunk.at(-1) ?? itemOf[source]!;
      const next = addItem(items[before]!.layer + 1, -1);
      link(before, next);
      trunk.push(next);
      budget -= 1;
    }
    const passed = trunk.slice(0, span - 1);
    link(passed.at(-1) ?? itemOf[source]!, itemOf[target]!);
    paths[edge] = [itemOf[source]!, ...passed, itemOf[target]!];
  }
  return { items, layers, paths, itemOf };
}
