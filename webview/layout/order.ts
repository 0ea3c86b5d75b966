/** @file Orders the items within each layer so that few edges cross: barycentre sweeps both ways, each followed by swaps of neighbours. */
import { countCrossings, positionsOf } from './crossings.js';
import type { Progress } from './layout.js';
import type { LayeredGraph } from './layers.js';
import { degree, type Links } from './links.js';
import { sift, swapNeighbours } from './swaps.js';

const SWEEPS = 12;
/** Sweeps without a better order before it is given up. */
const PATIENCE = 3;
const SWAP_PASSES = 4;
const SIFT_PASSES = 8;
/** What the sweeps take of the time, with the sifting after them. */
const SWEPT = 0.7;
/** Up to this many items there is time to begin from a second order too. */
const SECOND_START = 1500;

/** Part of the graph that an item belongs to: parts are kept beside each other, not shuffled into one another. */
function componentsOf({ count, ins, outs }: LayeredGraph): Int32Array {
  const component = new Int32Array(count).fill(-1);
  const sides = [ins, outs];
  let parts = 0;
  for (let first = 0; first < count; first += 1) {
    if (component[first] !== -1) continue;
    const stack = [first];
    component[first] = parts;
    while (stack.length > 0) {
      const item = stack.pop()!;
      for (const { start, to } of sides) {
        for (let at = start[item]!; at < start[item + 1]!; at += 1) {
          if (component[to[at]!] !== -1) continue;
          component[to[at]!] = parts;
          stack.push(to[at]!);
        }
      }
    }
    parts += 1;
  }
  return component;
}

/** The mean of the values of an item's neighbours; NaN where it has none. */
function mean({ start, to }: Links, item: number, values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = start[item]!; at < start[item + 1]!; at += 1) sum += values[to[at]!]!;
  return sum / (start[item + 1]! - start[item]!);
}

/** The order to begin with: where items were before, else beside what they come from. */
export function startOrder(graph: LayeredGraph, before: (node: number) => number | null): void {
  const { count, node, ins, outs, layers } = graph;
  const component = componentsOf(graph);
  const key = new Float64Array(count);
  const old = (item: number): number | null => node[item]! < 0 ? null : before(node[item]!);
  const oldOfAny = (item: number): number | null => {
    for (let at = outs.start[item]!; at < outs.start[item + 1]!; at += 1) {
      const place = old(outs.to[at]!);
      if (place !== null) return place;
    }
    return null;
  };
  for (const layer of layers) {
    layer.forEach((item, place) => {
      const from = mean(ins, item, key);
      key[item] = old(item) ?? (Number.isNaN(from) ? (oldOfAny(item) ?? component[item]! * 1000 + place) : from);
    });
    // The sort is stable: what ties stays in its order.
    layer.sort((a, b) => key[a]! - key[b]! || component[a]! - component[b]!);
  }
}

/** Sorts a layer by the mean position of its neighbours on one side; an item without any stays where it is. */
function sortByNeighbours(layer: number[], links: Links, positions: Int32Array, key: Float64Array): void {
  if (layer.length === 1) return;
  const movable: number[] = [];
  for (const item of layer) {
    key[item] = mean(links, item, positions);
    if (!Number.isNaN(key[item])) movable.push(item);
  }
  movable.sort((a, b) => key[a]! - key[b]!);
  let next = 0;
  for (let at = 0; at < layer.length; at += 1) {
    if (!Number.isNaN(key[layer[at]!])) layer[at] = movable[next++]!;
    positions[layer[at]!] = at;
  }
}

/** The order in which a walk back from the ends of the graph comes to the items: what belongs together lies together. */
function walkOrder({ count, layers, ins, outs }: LayeredGraph): void {
  const rank = new Int32Array(count).fill(-1);
  let next = 0;
  for (let end = count - 1; end >= 0; end -= 1) {
    if (rank[end] !== -1 || degree(outs, end) > 0) continue;
    const stack = [end];
    while (stack.length > 0) {
      const item = stack.pop()!;
      if (rank[item] !== -1) continue;
      rank[item] = next++;
      // The inputs come off the stack before what else takes them, the first before the second.
      for (const { start, to } of [outs, ins]) for (let at = start[item + 1]! - 1; at >= start[item]!; at -= 1) stack.push(to[at]!);
    }
  }
  for (const layer of layers) layer.sort((a, b) => rank[a]! - rank[b]!);
}

const copyOf = (layers: readonly (readonly number[])[]): number[][] => layers.map(layer => [...layer]);

/** Sweeps on from the order that the layers have. Leaves the best order that it met, and gives its crossings. */
function improve(graph: LayeredGraph, progress: Progress): number {
  const { layers, ins, outs, count } = graph;
  const key = new Float64Array(count);
  const positions = positionsOf(graph);
  const crossingsNow = (): number => {
    const crossings = countCrossings(graph, positions);
    return crossings - swapNeighbours(graph, positions, SWAP_PASSES);
  };
  let fewest = crossingsNow();
  if (fewest === 0) return 0;
  let best = copyOf(layers);
  for (let sweep = 0, idle = 0; sweep < SWEEPS && idle < PATIENCE && fewest > 0; sweep += 1) {
    if (sweep % 2 === 0) for (let at = layers.length - 2; at >= 0; at -= 1) sortByNeighbours(layers[at]!, outs, positions, key);
    else for (let at = 1; at < layers.length; at += 1) sortByNeighbours(layers[at]!, ins, positions, key);
    const crossings = crossingsNow();
    progress(((sweep + 1) / SWEEPS) * SWEPT);
    idle += 1;
    if (crossings >= fewest) continue;
    fewest = crossings;
    best = copyOf(layers);
    idle = 0;
  }
  best.forEach((layer, at) => { layers[at] = layer; });
  return fewest - sift(graph, positionsOf(graph), SIFT_PASSES, () => true, share => { progress(SWEPT + (1 - SWEPT) * share); });
}

/**
 * Orders the layers in place. `before` gives a node's earlier place across the flow. Where most nodes have one, they keep their order, and
 * only new ones and the ways of the edges look for their best place: a graph that did not change keeps its picture.
 */
export function orderLayers(graph: LayeredGraph, before: (node: number) => number | null, progress: Progress = () => undefined): void {
  const { node, count } = graph;
  startOrder(graph, before);
  const isNew = (item: number): boolean => node[item]! < 0 || before(node[item]!) === null;
  let [nodes, kept] = [0, 0];
  for (let item = 0; item < count; item += 1) {
    nodes += Number(node[item]! >= 0);
    kept += Number(!isNew(item));
  }
  if (kept > nodes / 2) {
    sift(graph, positionsOf(graph), SIFT_PASSES, isNew, progress);
    return;
  }
  const starts = count > SECOND_START ? 1 : 2;
  const fewest = improve(graph, share => { progress(share / starts); });
  if (fewest === 0 || starts === 1) return;
  const first = copyOf(graph.layers);
  walkOrder(graph);
  if (improve(graph, share => { progress((1 + share) / 2); }) >= fewest) first.forEach((layer, at) => { graph.layers[at] = layer; });
}
