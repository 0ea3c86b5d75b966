/** @file Counts the crossings between ordered layers: inversions, in O(edges · log nodes). */
import type { LayeredGraph } from './layers.js';
import { degree, type Links } from './links.js';

/** Positions of all items within their layers. */
export function positionsOf({ count, layers }: LayeredGraph): Int32Array {
  const positions = new Int32Array(count);
  for (const layer of layers) for (let at = 0; at < layer.length; at += 1) positions[layer[at]!] = at;
  return positions;
}

/** `tree` is a Fenwick tree over the next layer's positions, all 0: how many ends so far lie up to each. */
function crossingsBelow(layer: readonly number[], { start, to }: Links, positions: Int32Array, tree: Int32Array): number {
  const size = tree.length - 1;
  let seen = 0;
  let crossings = 0;
  for (const item of layer) {
    const first = start[item]!;
    const end = start[item + 1]!;
    for (let at = first; at < end; at += 1) {
      let before = 0;
      for (let i = positions[to[at]!]! + 1; i > 0; i -= i & -i) before += tree[i]!;
      crossings += seen - before;
    }
    for (let at = first; at < end; at += 1) {
      for (let i = positions[to[at]!]! + 1; i <= size; i += i & -i) tree[i]! += 1;
    }
    seen += degree({ start, to }, item);
  }
  return crossings;
}

/** How many pairs of edges cross, between all neighbouring layers. */
export function countCrossings(graph: LayeredGraph, positions = positionsOf(graph)): number {
  const { layers, outs } = graph;
  let total = 0;
  for (let at = 0; at + 1 < layers.length; at += 1) {
    const layer = layers[at]!;
    const next = layers[at + 1]!;
    if (layer.length > 1 && next.length > 1) total += crossingsBelow(layer, outs, positions, new Int32Array(next.length + 1));
  }
  return total;
}
