/** @file Places across the flow for a graph of many crossing long edges: each layer as near to its neighbours as its order allows. */
import { leastDistance } from './gaps.js';
import type { LayeredGraph } from './layers.js';
import type { Links } from './links.js';
import { Packer } from './pack.js';

/*
 * Straight long edges, as aligned chains give them, push one another apart: in a graph with thousands of them the picture gets ten times
 * as high as its fullest layer. Here a layer takes no more room than it needs, and edges bend a little instead.
 */

const SWEEPS = 10;

/** An edge that passes a layer is kept straighter than one that ends there. */
function strengthOf({ node }: LayeredGraph, a: number, b: number): number {
  return node[a]! < 0 && node[b]! < 0 ? 8 : node[a]! < 0 || node[b]! < 0 ? 2 : 1;
}

/** Moves a layer's items towards the mean of their neighbours on these sides. */
function moveLayer(packer: Packer, graph: LayeredGraph, layer: readonly number[], sides: readonly Links[], across: Float64Array): void {
  const { place, pull } = packer.wishes;
  for (const item of layer) {
    let [sum, pulls] = [0, 0];
    for (const { start, to } of sides) {
      for (let link = start[item]!; link < start[item + 1]!; link += 1) {
        const strength = strengthOf(graph, item, to[link]!);
        sum += strength * across[to[link]!]!;
        pulls += strength;
      }
    }
    // One without neighbours stays where it is, if nothing pushes it.
    place[item] = pulls === 0 ? across[item]! : sum / pulls;
    pull[item] = pulls === 0 ? 0.1 : pulls;
  }
  packer.pack(layer, across);
}

/** The height of the fullest layer, were its items packed: no picture is lower. */
export function packedHeight(graph: LayeredGraph): number {
  let most = 0;
  for (const layer of graph.layers) {
    let height = 0;
    for (let at = 1; at < layer.length; at += 1) height += leastDistance(graph, layer[at - 1]!, layer[at]!);
    most = Math.max(most, height);
  }
  return most;
}

export function relax(graph: LayeredGraph): Float64Array {
  const { layers, ins, outs, count } = graph;
  const across = new Float64Array(count);
  for (const layer of layers) {
    let at = 0;
    layer.forEach((item, place) => { across[item] = at += place === 0 ? 0 : leastDistance(graph, layer[place - 1]!, item); });
    for (const item of layer) across[item]! -= at / 2;
  }
  const packer = new Packer(graph);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const sides = sweep < SWEEPS / 2 ? [sweep % 2 === 0 ? ins : outs] : [ins, outs];
    for (let at = 0; at < layers.length; at += 1) {
      moveLayer(packer, graph, layers[sweep % 2 === 0 ? at : layers.length - 1 - at]!, sides, across);
    }
  }
  return across;
}
