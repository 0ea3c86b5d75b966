/** @file Places for aligned chains: as near to the front as the distances allow, then drawn back, to shorten edges. */
import { leastDistance } from './gaps.js';
import type { LayeredGraph } from './layers.js';

/** Which chains touch: for each two neighbours in a layer, their chains and how far apart the two must be. */
interface Touches {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly least: Float64Array;
}

function touchesOf(graph: LayeredGraph, layers: readonly (readonly number[])[], root: Int32Array): Touches {
  const { count } = graph;
  const touches = { from: new Int32Array(count), to: new Int32Array(count), least: new Float64Array(count) };
  let next = 0;
  for (const layer of layers) {
    for (let at = 1; at < layer.length; at += 1) {
      const [a, b] = [layer[at - 1]!, layer[at]!];
      touches.from[next] = root[a]!;
      touches.to[next] = root[b]!;
      touches.least[next++] = leastDistance(graph, a, b);
    }
  }
  return { from: touches.from.subarray(0, next), to: touches.to.subarray(0, next), least: touches.least.subarray(0, next) };
}

/** The place of each item, its chain's. Chains are known by their first item. */
export function compact(graph: LayeredGraph, layers: readonly (readonly number[])[], root: Int32Array): Float64Array {
  const { count } = graph;
  const { from, to, least } = touchesOf(graph, layers, root);
  // The touches of each chain, as a linked list.
  const first = new Int32Array(count).fill(-1);
  const following = new Int32Array(from.length);
  const waiting = new Int32Array(count);
  for (let at = 0; at < from.length; at += 1) {
    following[at] = first[from[at]!]!;
    first[from[at]!] = at;
    waiting[to[at]!]! += 1;
  }
  const place = new Float64Array(count);
  const order = new Int32Array(count);
  let ready = 0;
  for (let item = 0; item < count; item += 1) if (root[item] === item && waiting[item] === 0) order[ready++] = item;
  for (let at = 0; at < ready; at += 1) {
    const chain = order[at]!;
    for (let touch = first[chain]!; touch >= 0; touch = following[touch]!) {
      const other = to[touch]!;
      place[other] = Math.max(place[other]!, place[chain]! + least[touch]!);
      if (--waiting[other]! === 0) order[ready++] = other;
    }
  }
  for (let at = ready - 1; at >= 0; at -= 1) {
    const chain = order[at]!;
    let most = Infinity;
    for (let touch = first[chain]!; touch >= 0; touch = following[touch]!) most = Math.min(most, place[to[touch]!]! - least[touch]!);
    if (most < Infinity) place[chain] = Math.max(place[chain]!, most);
  }
  return Float64Array.from(root, chain => place[chain]!);
}
