/** @file Places across the flow: four alignments, each compacted, and for every item the mean of its middle places. */
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

/**
 * The neighbours to align with: nodes with nodes and the places of an edge with one another, where there are such. Else a chain that
 * takes the same leaf at every step would be drawn as a staircase.
 */
function likeNeighbours(items: readonly Item[], item: Item, side: 'ins' | 'outs'): readonly number[] {
  const like = item[side].filter(index => items[index]!.node < 0 === item.node < 0);
  return like.length > 0 ? like : item[side];
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

/** A result this much wider than the narrowest has gone astray, and would pull the mean with it. */
const ASTRAY = 1.2;

/**
 * Moves the results over one another: left ones by their least, right ones by their greatest place, on the narrowest. Those that are
 * much wider than that one are left out.
 */
function superpose(results: readonly Float64Array[]): Float64Array[] {
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
  const most = (narrowest.most - narrowest.least) * ASTRAY + NODE_GAP;
  return results.filter((_, index) => ranges[index]!.most - ranges[index]!.least <= most);
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
      const { root } = align(swept, item => likeNeighbours(items, items[item]!, forward ? 'ins' : 'outs'), items.length, conflicts);
      const places = compact(graph, swept, root);
      if (mirrored) for (let item = 0; item < places.length; item += 1) places[item] = -places[item]!;
      results.push(places);
    }
  }
  const good = superpose(results);
  const places = new Float64Array(items.length);
  for (let item = 0; item < places.length; item += 1) {
    const sorted = good.map(result => result[item]!).sort((a, b) => a - b);
    places[item] = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  }
  return places;
}
