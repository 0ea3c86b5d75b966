/** @file Places across the flow for a graph of many crossing long edges: each layer as near to its neighbours as its order allows. */
import { leastDistance } from './gaps.js';
import type { LayeredGraph } from './layers.js';
import type { Links } from './links.js';

/*
 * Straight long edges, as aligned chains give them, push one another apart: in a graph with thousands of them the picture gets ten times
 * as high as its fullest layer. Here a layer takes no more room than it needs, and edges bend a little instead.
 */

const SWEEPS = 10;

/** An edge that passes a layer is kept straighter than one that ends there. */
function pull({ node }: LayeredGraph, a: number, b: number): number {
  return node[a]! < 0 && node[b]! < 0 ? 8 : node[a]! < 0 || node[b]! < 0 ? 2 : 1;
}

/** Moves a layer's items towards the mean of their neighbours: the least squares solution that keeps order and distances. */
class LayerMover {
  private readonly wanted: Float64Array;
  private readonly weight: Float64Array;
  private readonly offset: Float64Array;
  private readonly blockStart: Int32Array;

  constructor(private readonly graph: LayeredGraph, private readonly across: Float64Array) {
    const widest = graph.layers.reduce((most, layer) => Math.max(most, layer.length), 0);
    this.wanted = new Float64Array(widest);
    this.weight = new Float64Array(widest);
    this.offset = new Float64Array(widest);
    this.blockStart = new Int32Array(widest + 1);
  }

  move(layer: readonly number[], sides: readonly Links[]): void {
    const { graph, across, wanted, weight, offset, blockStart } = this;
    let blocks = 0;
    for (let at = 0; at < layer.length; at += 1) {
      const item = layer[at]!;
      offset[at] = at === 0 ? 0 : offset[at - 1]! + leastDistance(graph, layer[at - 1]!, item);
      let [sum, pulls] = [0, 0];
      for (const { start, to } of sides) {
        for (let link = start[item]!; link < start[item + 1]!; link += 1) {
          const strength = pull(graph, item, to[link]!);
          sum += strength * across[to[link]!]!;
          pulls += strength;
        }
      }
      // One without neighbours stays where it is, if nothing pushes it.
      if (pulls === 0) [sum, pulls] = [0.1 * across[item]!, 0.1];
      // Pool adjacent violators (isotonic regression): blocks that would overlap become one, at their common mean.
      let [place, mass, first] = [sum / pulls - offset[at]!, pulls, at];
      while (blocks > 0 && wanted[blocks - 1]! >= place) {
        blocks -= 1;
        const total = weight[blocks]! + mass;
        place = (wanted[blocks]! * weight[blocks]! + place * mass) / total;
        mass = total;
        first = blockStart[blocks]!;
      }
      wanted[blocks] = place;
      weight[blocks] = mass;
      blockStart[blocks] = first;
      blocks += 1;
      blockStart[blocks] = at + 1;
    }
    for (let block = 0; block < blocks; block += 1) {
      for (let at = blockStart[block]!; at < blockStart[block + 1]!; at += 1) across[layer[at]!] = wanted[block]! + offset[at]!;
    }
  }
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
  const mover = new LayerMover(graph, across);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const sides = sweep < SWEEPS / 2 ? [sweep % 2 === 0 ? ins : outs] : [ins, outs];
    for (let at = 0; at < layers.length; at += 1) mover.move(layers[sweep % 2 === 0 ? at : layers.length - 1 - at]!, sides);
  }
  return across;
}
