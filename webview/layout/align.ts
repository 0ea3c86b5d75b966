/** @file Vertical alignment of Brandes and Köpf (2002): chains of items, one per layer, that are to lie on one straight line. */
import type { LayeredGraph } from './layers.js';
import { linksOf, sortLinks, type Links } from './links.js';

/** Where the long edges' own segments are crossed by others: those others give way, so that long edges stay straight. */
export function findConflicts({ node, ins, layers }: LayeredGraph, positions: Int32Array): Set<number> {
  const conflicts = new Set<number>();
  /** The place of the same edge in the layer before; -1 for a node, and for the first place of an edge. */
  const innerSource = (item: number): number => {
    const at = ins.start[item]!;
    return node[item]! >= 0 || at === ins.start[item + 1] || node[ins.to[at]!]! >= 0 ? -1 : ins.to[at]!;
  };
  for (const layer of layers.slice(1)) {
    let left = 0;
    let scanned = 0;
    for (let place = 0; place < layer.length; place += 1) {
      const inner = innerSource(layer[place]!);
      if (inner < 0 && place < layer.length - 1) continue;
      const right = inner < 0 ? Infinity : positions[inner]!;
      for (; scanned <= place; scanned += 1) {
        const item = layer[scanned]!;
        for (let at = ins.start[item]!; at < ins.start[item + 1]!; at += 1) {
          const source = ins.to[at]!;
          const isInner = node[source]! < 0 && node[item]! < 0;
          if (!isInner && (positions[source]! < left || positions[source]! > right)) conflicts.add(conflictKey(source, item));
        }
      }
      left = Math.max(left, inner < 0 ? 0 : right);
    }
  }
  return conflicts;
}

function conflictKey(a: number, b: number): number {
  return Math.min(a, b) * 2 ** 26 + Math.max(a, b);
}

/**
 * The neighbours to align with: nodes with nodes and the places of an edge with one another, where there are such. Else a chain that
 * takes the same leaf at every step would be drawn as a staircase. In the order of their positions.
 */
export function likeNeighbours({ count, node }: LayeredGraph, { start, to }: Links, positions: Int32Array): Links {
  const from: number[] = [];
  const like: number[] = [];
  for (let item = 0; item < count; item += 1) {
    const neighbours = to.subarray(start[item], start[item + 1]);
    const kept = like.length;
    for (const other of neighbours) if (node[other]! < 0 === node[item]! < 0) like.push(other);
    if (like.length === kept) for (const other of neighbours) like.push(other);
    while (from.length < like.length) from.push(item);
  }
  const links = linksOf(count, from, like);
  sortLinks(links, positions);
  return links;
}

export interface Sweep {
  /** In the order in which they are swept; each from its near side to its far side. */
  readonly layers: readonly (readonly number[])[];
  /** In the layer swept before. */
  readonly neighbours: Links;
  /** Whether the near side is the last position. */
  readonly mirrored: boolean;
}

/** Aligns each item with a median neighbour on one side, nearer ones of a layer first, so that no two chains cross. Gives each item's first of its chain. */
export function align({ layers, neighbours: { start, to }, mirrored }: Sweep, positions: Int32Array, conflicts: ReadonlySet<number>): Int32Array {
  const root = Int32Array.from(positions, (_, item) => item);
  const next = root.slice();
  const sign = mirrored ? -1 : 1;
  for (const layer of layers) {
    let last = -Infinity;
    for (const item of layer) {
      const first = start[item]!;
      const count = start[item + 1]! - first;
      if (count === 0) continue;
      const low = (count - 1) >> 1;
      const high = count >> 1;
      for (let at = low; at <= high; at += 1) {
        const other = to[first + (mirrored ? low + high - at : at)]!;
        const place = sign * positions[other]!;
        if (next[item] !== item || last >= place || (conflicts.size > 0 && conflicts.has(conflictKey(other, item)))) continue;
        next[other] = item;
        root[item] = root[other]!;
        next[item] = root[item]!;
        last = place;
      }
    }
  }
  return root;
}
