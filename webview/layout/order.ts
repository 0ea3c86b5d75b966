/** @file Orders the items within each layer so that few edges cross: barycentre sweeps both ways, then swaps of neighbours. */
import { countCrossings, positionsOf } from './crossings.js';
import type { LayeredGraph } from './layers.js';

const SWEEPS = 12;
/** Sweeps without a better order before it is given up. */
const PATIENCE = 3;
/** Swaps cost what a layer's size squared costs: larger layers go without. */
const SWAP_SIZE = 120;

/** Part of the graph that an item belongs to: parts are kept beside each other, not shuffled into one another. */
function componentsOf({ items }: LayeredGraph): Int32Array {
  const component = new Int32Array(items.length).fill(-1);
  let next = 0;
  for (const { index } of items) {
    if (component[index] !== -1) continue;
    const stack = [index];
    component[index] = next;
    while (stack.length > 0) {
      const item = items[stack.pop()!]!;
      for (const other of [...item.ins, ...item.outs]) {
        if (component[other] !== -1) continue;
        component[other] = next;
        stack.push(other);
      }
    }
    next += 1;
  }
  return component;
}

function mean(of: readonly number[], value: (item: number) => number): number {
  let sum = 0;
  for (const item of of) sum += value(item);
  return sum / of.length;
}

/** The order to begin with: where items were before, else beside what they come from. */
function startOrder(graph: LayeredGraph, before: (node: number) => number | null): void {
  const component = componentsOf(graph);
  const key = new Float64Array(graph.items.length);
  const oldPlaceOfAny = (items: readonly number[]): number | null => {
    for (const item of items) {
      const { node } = graph.items[item]!;
      const old = node < 0 ? null : before(node);
      if (old !== null) return old;
    }
    return null;
  };
  for (const layer of graph.layers) {
    layer.forEach((index, place) => {
      const { node, ins, outs } = graph.items[index]!;
      const old = node < 0 ? null : before(node);
      if (old !== null) key[index] = old;
      else if (ins.length > 0) key[index] = mean(ins, item => key[item]!);
      else key[index] = oldPlaceOfAny(outs) ?? component[index]! * 1000 + place;
    });
    const place = new Map(layer.map((index, at) => [index, at]));
    layer.sort((a, b) => key[a]! - key[b]! || component[a]! - component[b]! || place.get(a)! - place.get(b)!);
  }
}

/** Sorts a layer by the mean position of its neighbours on one side; an item without any stays where it is. */
function sortByNeighbours(graph: LayeredGraph, layer: number[], side: 'ins' | 'outs', positions: Int32Array): void {
  const movable = layer.filter(index => graph.items[index]![side].length > 0);
  const key = new Map(movable.map(index => [index, mean(graph.items[index]![side], item => positions[item]!)]));
  movable.sort((a, b) => key.get(a)! - key.get(b)! || positions[a]! - positions[b]!);
  let next = 0;
  for (let at = 0; at < layer.length; at += 1) {
    if (key.has(layer[at]!)) layer[at] = movable[next++]!;
  }
  layer.forEach((index, at) => { positions[index] = at; });
}

/** Crossings of the edges of `left` with those of `right`, were they in this order. */
function crossingsOfPair(left: readonly number[], right: readonly number[], positions: Int32Array): number {
  let crossings = 0;
  for (const a of left) for (const b of right) if (positions[a]! > positions[b]!) crossings += 1;
  return crossings;
}

function swapNeighbours(graph: LayeredGraph): void {
  const positions = positionsOf(graph);
  for (let pass = 0, better = true; better && pass < 4; pass += 1) {
    better = false;
    for (const layer of graph.layers) {
      if (layer.length > SWAP_SIZE) continue;
      for (let at = 0; at + 1 < layer.length; at += 1) {
        const [a, b] = [graph.items[layer[at]!]!, graph.items[layer[at + 1]!]!];
        if (a.ins.length * b.ins.length + a.outs.length * b.outs.length > 4000) continue;
        const now = crossingsOfPair(a.ins, b.ins, positions) + crossingsOfPair(a.outs, b.outs, positions);
        if (now === 0) continue;
        const swapped = crossingsOfPair(b.ins, a.ins, positions) + crossingsOfPair(b.outs, a.outs, positions);
        if (swapped >= now) continue;
        layer[at] = b.index;
        layer[at + 1] = a.index;
        positions[b.index] = at;
        positions[a.index] = at + 1;
        better = true;
      }
    }
  }
}

/**
 * Orders the layers in place. `before` gives a node's earlier place across the flow: it decides the order to begin with,
 * and only an order with fewer crossings replaces that one, so a graph that did not change keeps its picture.
 */
export function orderLayers(graph: LayeredGraph, before: (node: number) => number | null): void {
  startOrder(graph, before);
  const { layers } = graph;
  let best = layers.map(layer => [...layer]);
  let fewest = countCrossings(graph);
  const restore = (): void => { best.forEach((layer, index) => { layers[index] = [...layer]; }); };

  for (let sweep = 0, idle = 0; sweep < SWEEPS && idle < PATIENCE && fewest > 0; sweep += 1) {
    const positions = positionsOf(graph);
    if (sweep % 2 === 0) {
      for (let layer = layers.length - 2; layer >= 0; layer -= 1) sortByNeighbours(graph, layers[layer]!, 'outs', positions);
    } else {
      for (let layer = 1; layer < layers.length; layer += 1) sortByNeighbours(graph, layers[layer]!, 'ins', positions);
    }
    const crossings = countCrossings(graph);
    if (crossings < fewest) {
      fewest = crossings;
      best = layers.map(layer => [...layer]);
      idle = 0;
    } else {
      idle += 1;
    }
  }
  restore();
  if (fewest > 0) swapNeighbours(graph);
}
