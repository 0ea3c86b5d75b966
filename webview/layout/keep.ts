/** @file What was there before and would move by less than its own row stays in its very place; what is new goes along with it. */
import { NODE_GAP } from './gaps.js';
import type { LayeredGraph } from './layers.js';
import type { Links } from './links.js';
import { Packer } from './pack.js';

/** Where less of the picture than this is still there, it is another picture, which is better drawn as such: straight. */
const MOST = 0.6;
/** How much harder what stays holds to its place than what is new to its own: only where there is no room for both does it move. */
const FIRM = 1e6;
/** Times that the places of edges, and what is new, take the mean of their neighbours' moves: enough for edges over a few layers. */
const SWEEPS = 6;

/** Moves items of a layout back to where they were. `before` is by node, null for one that is new. */
export function keepPlaces(graph: LayeredGraph, across: Float64Array, before: (node: number) => number | null): void {
  const { count, node, size, layers, ins, outs } = graph;
  const moves = new Float64Array(count);
  const stays = new Uint8Array(count);
  let [nodes, kept] = [0, 0];
  for (let item = 0; item < count; item += 1) {
    if (node[item]! < 0) continue;
    nodes += 1;
    const old = before(node[item]!);
    if (old === null || Math.abs(old - across[item]!) > size[item]! + NODE_GAP) continue;
    moves[item] = old - across[item]!;
    stays[item] = 1;
    kept += 1;
  }
  if (kept < MOST * nodes || !moves.some(move => move !== 0)) return;
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const sides = sweep === 0 ? [ins] : [ins, outs];
    for (let at = 0; at < layers.length; at += 1) {
      for (const item of layers[sweep % 2 === 0 ? at : layers.length - 1 - at]!) if (stays[item] === 0) moves[item] = meanOf(moves, item, sides);
    }
  }
  const packer = new Packer(graph);
  const { place, pull } = packer.wishes;
  for (let item = 0; item < count; item += 1) {
    place[item] = across[item]! + moves[item]!;
    pull[item] = stays[item] === 1 ? FIRM : 1;
  }
  for (const layer of layers) packer.pack(layer, across);
  // Its very place: what is new has pushed it by next to nothing.
  for (let item = 0; item < count; item += 1) {
    if (stays[item] === 1 && Math.abs(across[item]! - place[item]!) < 0.01) across[item] = before(node[item]!)!;
  }
}

function meanOf(values: Float64Array, item: number, sides: readonly Links[]): number {
  let [sum, neighbours] = [0, 0];
  for (const { start, to } of sides) {
    for (let link = start[item]!; link < start[item + 1]!; link += 1) sum += values[to[link]!]!;
    neighbours += start[item + 1]! - start[item]!;
  }
  return neighbours === 0 ? 0 : sum / neighbours;
}
