/** @file Local search within a layer: swaps of neighbours, and moves of one item past several, where that takes crossings away. */
import type { Progress } from './layout.js';
import type { LayeredGraph } from './layers.js';
import { degree, type Links } from './links.js';

/** A pair of items with more pairs of edges than this is left as it is. */
const MOST_PAIRS = 4000;
/** How far an item is moved at most. */
const REACH = 64;

/** Crossings of the edges of `left` with those of `right` if they are in this order, less those if they are in the other. */
function excessOn({ start, to }: Links, left: number, right: number, positions: Int32Array): number {
  let more = 0;
  for (let i = start[left]!; i < start[left + 1]!; i += 1) {
    const a = positions[to[i]!]!;
    for (let j = start[right]!; j < start[right + 1]!; j += 1) {
      const b = positions[to[j]!]!;
      if (a > b) more += 1;
      else if (a < b) more -= 1;
    }
  }
  return more;
}

function excess({ ins, outs }: LayeredGraph, left: number, right: number, positions: Int32Array): number {
  if (degree(ins, left) * degree(ins, right) + degree(outs, left) * degree(outs, right) > MOST_PAIRS) return 0;
  return excessOn(ins, left, right, positions) + excessOn(outs, left, right, positions);
}

/** At most `passes` times over all layers, while it helps. Returns how many crossings it took away. */
export function swapNeighbours(graph: LayeredGraph, positions: Int32Array, passes: number): number {
  let taken = 0;
  for (let pass = 0, better = true; better && pass < passes; pass += 1) {
    better = false;
    for (const layer of graph.layers) {
      for (let at = 0; at + 1 < layer.length; at += 1) {
        const a = layer[at]!;
        const b = layer[at + 1]!;
        const more = excess(graph, a, b, positions);
        if (more <= 0) continue;
        layer[at] = b;
        layer[at + 1] = a;
        positions[b] = at;
        positions[a] = at + 1;
        taken += more;
        better = true;
      }
    }
  }
  return taken;
}

/**
 * Sifting (Rudell 1993): each item that `mayMove` goes to the place in its layer where it crosses least, in whole passes while that helps.
 * Finds what swaps of neighbours cannot, where a way to fewer crossings leads over more. Returns how many crossings it took away.
 */
export function sift(
  graph: LayeredGraph, positions: Int32Array, passes: number, mayMove: (item: number) => boolean, progress: Progress = () => undefined,
): number {
  let taken = 0;
  for (let pass = 0, better = true; better && pass < passes; pass += 1) {
    better = false;
    for (const layer of graph.layers) {
      if (layer.length === 1) continue;
      for (const item of [...layer]) {
        if (!mayMove(item)) continue;
        const gain = moveToBest(graph, layer, item, positions);
        taken += gain;
        better ||= gain > 0;
      }
    }
    progress((pass + 1) / passes);
  }
  return taken;
}

function moveToBest(graph: LayeredGraph, layer: number[], item: number, positions: Int32Array): number {
  const from = positions[item]!;
  let [best, place] = [0, from];
  for (const step of [-1, 1]) {
    let gain = 0;
    const end = Math.max(-1, Math.min(layer.length, from + step * REACH));
    for (let at = from + step; at !== end && at >= 0 && at < layer.length; at += step) {
      gain += step * excess(graph, item, layer[at]!, positions);
      if (gain <= best) continue;
      best = gain;
      place = at;
    }
  }
  const step = Math.sign(place - from);
  for (let at = from; at !== place; at += step) {
    layer[at] = layer[at + step]!;
    positions[layer[at]!] = at;
  }
  layer[place] = item;
  positions[item] = place;
  return best;
}
