/** @file Counts the crossings between ordered layers: inversions, in O(edges · log nodes). */
import type { Item, LayeredGraph } from './layers.js';

/** Positions of all items within their layers. */
export function positionsOf(graph: LayeredGraph): Int32Array {
  const positions = new Int32Array(graph.items.length);
  for (const layer of graph.layers) layer.forEach((item, index) => { positions[item] = index; });
  return positions;
}

function crossingsBelow(layer: readonly number[], size: number, items: readonly Item[], positions: Int32Array): number {
  // A Fenwick tree over the next layer's positions: how many ends so far lie beyond this one.
  const tree = new Int32Array(size + 1);
  let seen = 0;
  let crossings = 0;
  for (const item of layer) {
    const ends = items[item]!.outs.map(out => positions[out]!).sort((a, b) => a - b);
    for (const end of ends) {
      let before = 0;
      for (let i = end + 1; i > 0; i -= i & -i) before += tree[i]!;
      crossings += seen - before;
    }
    for (const end of ends) {
      for (let i = end + 1; i <= size; i += i & -i) tree[i]! += 1;
      seen += 1;
    }
  }
  return crossings;
}

/** How many pairs of edges cross, between all neighbouring layers. */
export function countCrossings(graph: LayeredGraph): number {
  const positions = positionsOf(graph);
  let total = 0;
  for (let layer = 0; layer + 1 < graph.layers.length; layer += 1) {
    total += crossingsBelow(graph.layers[layer]!, graph.layers[layer + 1]!.length, graph.items, positions);
  }
  return total;
}
