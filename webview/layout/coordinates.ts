/** @file Places across the flow: four alignments, each compacted, and for every item the mean of its two middle places. */
import { align, findConflicts } from './align.js';
import { EDGE_GAP, NODE_GAP } from './gaps.js';
import type { Item, LayeredGraph } from './layers.js';

function distance(a: Item, b: Item): number {
  const gap = a.node >= 0 && b.node >= 0 ? NODE_GAP : EDGE_GAP;
  return (a.size + b.size) / 2 + gap;
}

interface BlockEdge {
  readonly to: number;
  readonly least: number;
}

/** Blocks (by their root) and how far apart those that touch must be. */
function blockGraph(graph: LayeredGraph, layers: readonly (readonly number[])[], root: Int32Array): Map<number, Map<number, number>> {
  const blocks = new Map<number, Map<number, number>>();
  for (const layer of layers) {
    layer.forEach((item, at) => {
      const to = root[item]!;
      if (!blocks.has(to)) blocks.set(to, new Map());
      if (at === 0) return;
      const before = layer[at - 1]!;
      const from = root[before]!;
      const edges = blocks.get(from) ?? new Map<number, number>();
      blocks.set(from, edges);
      const least = distance(graph.items[before]!, graph.items[item]!);
      edges.set(to, Math.max(edges.get(to) ?? 0, least));
    });
  }
  return blocks;
}

/** Places by block: as far to the front as the distances allow, then drawn back towards what follows, to shorten edges. */
function compact(graph: LayeredGraph, layers: readonly (readonly number[])[], root: Int32Array): Float64Array {
  const blocks = blockGraph(graph, layers, root);
  const outs = new Map<number, BlockEdge[]>();
  const waiting = new Map<number, number>();
  for (const block of blocks.keys()) waiting.set(block, 0);
  for (const [from, edges] of blocks) {
    outs.set(from, [...edges].map(([to, least]) => ({ to, least })));
    for (const to of edges.keys()) waiting.set(to, waiting.get(to)! + 1);
  }
  const place = new Map<number, number>();
  const order: number[] = [];
  for (const [block, count] of waiting) {
    if (count > 0) continue;
    order.push(block);
    place.set(block, 0);
  }
  for (let at = 0; at < order.length; at += 1) {
    const block = order[at]!;
    for (const { to, least } of outs.get(block)!) {
      place.set(to, Math.max(place.get(to) ?? 0, place.get(block)! + least));
      waiting.set(to, waiting.get(to)! - 1);
      if (waiting.get(to) === 0) order.push(to);
    }
  }
  for (const block of order.reverse()) {
    let most = Infinity;
    for (const { to, least } of outs.get(block)!) most = Math.min(most, place.get(to)! - least);
    if (most < Infinity) place.set(block, Math.max(place.get(block)!, most));
  }
  const result = new Float64Array(graph.items.length);
  graph.items.forEach(({ index }) => { result[index] = place.get(root[index]!)!; });
  return result;
}

/** Moves the four results over one another: left ones by their least, right ones by their greatest place, on the narrowest. */
function superpose(results: readonly Float64Array[]): void {
  const ranges = results.map(result => {
    let [least, most] = [Infinity, -Infinity];
    for (const value of result) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return { least, most };
  });
  const narrowest = ranges.reduce((a, b) => b.most - b.least < a.most - a.least ? b : a);
  results.forEach((result, index) => {
    const range = ranges[index]!;
    const shift = index % 2 === 0 ? narrowest.least - range.least : narrowest.most - range.most;
    for (let item = 0; item < result.length; item += 1) result[item]! += shift;
  });
}

/** The place of every item across the flow (its centre). The order within layers stays, and no two come nearer than their gap. */
export function placeAcross(graph: LayeredGraph): Float64Array {
  const { items, layers } = graph;
  if (items.length === 0) return new Float64Array(0);
  const conflicts = findConflicts(graph);
  const results: Float64Array[] = [];
  for (const forward of [true, false]) {
    const downwards = forward ? layers : [...layers].reverse();
    for (const mirrored of [false, true]) {
      const swept = mirrored ? downwards.map(layer => [...layer].reverse()) : downwards;
      const { root } = align(swept, item => forward ? items[item]!.ins : items[item]!.outs, items.length, conflicts);
      const places = compact(graph, swept, root);
      if (mirrored) for (let item = 0; item < places.length; item += 1) places[item] = -places[item]!;
      results.push(places);
    }
  }
  superpose(results);
  const places = new Float64Array(items.length);
  for (let item = 0; item < places.length; item += 1) {
    const sorted = results.map(result => result[item]!).sort((a, b) => a - b);
    places[item] = (sorted[1]! + sorted[2]!) / 2;
  }
  return places;
}
