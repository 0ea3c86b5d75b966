/** @file Vertical alignment of Brandes and Köpf (2002): chains of items, one per layer, that are to lie on one straight line. */
import { positionsOf } from './crossings.js';
import type { LayeredGraph } from './layers.js';

export interface Alignment {
  /** First item of the chain that an item is part of. */
  readonly root: Int32Array;
}

/** Where the long edges' own segments are crossed by others: those others give way, so that long edges stay straight. */
export function findConflicts(graph: LayeredGraph): Set<number> {
  const positions = positionsOf(graph);
  const conflicts = new Set<number>();
  const innerSource = (index: number): number => {
    const item = graph.items[index]!;
    if (item.node >= 0) return -1;
    const source = item.ins[0];
    return source !== undefined && graph.items[source]!.node < 0 ? source : -1;
  };
  for (let at = 1; at < graph.layers.length; at += 1) {
    const layer = graph.layers[at]!;
    let left = 0;
    let scanned = 0;
    layer.forEach((index, place) => {
      const inner = innerSource(index);
      if (inner < 0 && place < layer.length - 1) return;
      const right = inner < 0 ? Infinity : positions[inner]!;
      for (; scanned <= place; scanned += 1) {
        const item = layer[scanned]!;
        for (const source of graph.items[item]!.ins) {
          const position = positions[source]!;
          const isInner = graph.items[source]!.node < 0 && graph.items[item]!.node < 0;
          if (!isInner && (position < left || position > right)) conflicts.add(conflictKey(source, item));
        }
      }
      left = Math.max(left, inner < 0 ? 0 : right);
    });
  }
  return conflicts;
}

export function conflictKey(a: number, b: number): number {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
}

/** Aligns each item with a median neighbour on one side, nearer ones of a layer first, so that no two chains cross. */
export function align(
  layers: readonly (readonly number[])[],
  neighbours: (item: number) => readonly number[],
  size: number,
  conflicts: ReadonlySet<number>,
): Alignment {
  const root = new Int32Array(size);
  const next = new Int32Array(size);
  const position = new Int32Array(size);
  for (let item = 0; item < size; item += 1) root[item] = next[item] = item;
  for (const layer of layers) layer.forEach((item, at) => { position[item] = at; });
  for (const layer of layers) {
    let last = -1;
    for (const item of layer) {
      const sorted = [...neighbours(item)].sort((a, b) => position[a]! - position[b]!);
      if (sorted.length === 0) continue;
      const middle = (sorted.length - 1) / 2;
      for (let at = Math.floor(middle); at <= Math.ceil(middle); at += 1) {
        const other = sorted[at]!;
        if (next[item] !== item || last >= position[other]! || conflicts.has(conflictKey(other, item))) continue;
        next[other] = item;
        root[item] = root[other]!;
        next[item] = root[item]!;
        last = position[other]!;
      }
    }
  }
  return { root };
}
