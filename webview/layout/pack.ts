/** @file The items of a layer as near to where they want to be as their order and their distances allow. */
import { leastDistance } from './gaps.js';
import type { LayeredGraph } from './layers.js';

/** What every item wants: a place across the flow, and how hard it pulls towards it; above 0. */
export interface Wishes {
  readonly place: Float64Array;
  readonly pull: Float64Array;
}

/** Least squares by pooling adjacent violators (isotonic regression): blocks that would overlap become one, at their common mean. */
export class Packer {
  readonly wishes: Wishes;
  private readonly mean: Float64Array;
  private readonly mass: Float64Array;
  private readonly offset: Float64Array;
  private readonly blockStart: Int32Array;

  constructor(private readonly graph: LayeredGraph) {
    const widest = graph.layers.reduce((most, layer) => Math.max(most, layer.length), 0);
    this.wishes = { place: new Float64Array(graph.count), pull: new Float64Array(graph.count) };
    this.mean = new Float64Array(widest);
    this.mass = new Float64Array(widest);
    this.offset = new Float64Array(widest);
    this.blockStart = new Int32Array(widest + 1);
  }

  /** Places a layer's items in `across`, by the wishes of these items. */
  pack(layer: readonly number[], across: Float64Array): void {
    const { graph, wishes, mean, mass, offset, blockStart } = this;
    let blocks = 0;
    for (let at = 0; at < layer.length; at += 1) {
      const item = layer[at]!;
      offset[at] = at === 0 ? 0 : offset[at - 1]! + leastDistance(graph, layer[at - 1]!, item);
      let [place, pull, first] = [wishes.place[item]! - offset[at]!, wishes.pull[item]!, at];
      while (blocks > 0 && mean[blocks - 1]! >= place) {
        blocks -= 1;
        const total = mass[blocks]! + pull;
        place = (mean[blocks]! * mass[blocks]! + place * pull) / total;
        pull = total;
        first = blockStart[blocks]!;
      }
      mean[blocks] = place;
      mass[blocks] = pull;
      blockStart[blocks] = first;
      blocks += 1;
      blockStart[blocks] = at + 1;
    }
    for (let block = 0; block < blocks; block += 1) {
      for (let at = blockStart[block]!; at < blockStart[block + 1]!; at += 1) across[layer[at]!] = mean[block]! + offset[at]!;
    }
  }
}
