/** @file Places across the flow: four alignments, each compacted, and for every item the mean of its middle places. */
import { align, findConflicts, likeNeighbours } from './align.js';
import { compact } from './compact.js';
import { positionsOf } from './crossings.js';
import { NODE_GAP } from './gaps.js';
import type { LayeredGraph } from './layers.js';
import { packedHeight, relax } from './relax.js';

/** A picture this many times as high as its fullest layer, and more than a screen or two, is not worth its straight lines. */
const HIGH = 1.5;
const ROOM = 1200;

/** A result this much wider than the narrowest has gone astray, and would pull the mean with it. */
const ASTRAY = 1.2;

/**
 * Moves the results over one another: left ones by their least, right ones by their greatest place, on the narrowest. Those that are
 * much wider than that one are left out.
 */
function superpose(results: readonly Float64Array[]): Float64Array[] {
  const ranges = results.map(rangeOf);
  const narrowest = ranges.reduce((a, b) => b.most - b.least < a.most - a.least ? b : a);
  results.forEach((result, index) => {
    const range = ranges[index]!;
    const shift = index % 2 === 0 ? narrowest.least - range.least : narrowest.most - range.most;
    for (let item = 0; item < result.length; item += 1) result[item]! += shift;
  });
  const most = (narrowest.most - narrowest.least) * ASTRAY + NODE_GAP;
  return results.filter((_, index) => ranges[index]!.most - ranges[index]!.least <= most);
}

/** The place of every item across the flow (its centre). The order within layers stays, and no two come nearer than their gap. */
export function placeAcross(graph: LayeredGraph): Float64Array {
  const { count, layers, ins, outs } = graph;
  // Nothing stands beside anything: a line.
  if (layers.every(layer => layer.length <= 1)) return new Float64Array(count);
  const positions = positionsOf(graph);
  const conflicts = findConflicts(graph, positions);
  const results: Float64Array[] = [];
  for (const forward of [true, false]) {
    const neighbours = likeNeighbours(graph, forward ? ins : outs, positions);
    const along = forward ? layers : [...layers].reverse();
    for (const mirrored of [false, true]) {
      const swept = mirrored ? along.map(layer => layer.length === 1 ? layer : [...layer].reverse()) : along;
      const places = compact(graph, swept, align({ layers: swept, neighbours, mirrored }, positions, conflicts));
      results.push(mirrored ? places.map(place => -place) : places);
    }
  }
  const good = superpose(results);
  const places = Float64Array.from({ length: count }, (_, item) => middleOf(good, item));
  const { least, most } = rangeOf(places);
  return most - least <= HIGH * packedHeight(graph) + ROOM ? places : relax(graph);
}

function rangeOf(places: Float64Array): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const place of places) {
    least = Math.min(least, place);
    most = Math.max(most, place);
  }
  return { least, most };
}

/** The mean of up to four places, from three on without the least and the greatest. */
function middleOf(results: readonly Float64Array[], item: number): number {
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (const result of results) {
    const place = result[item]!;
    sum += place;
    least = Math.min(least, place);
    most = Math.max(most, place);
  }
  return results.length < 3 ? sum / results.length : (sum - least - most) / (results.length - 2);
}
