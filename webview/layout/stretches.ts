/** @file Places along the flow: each layer as thick as its thickest node, the gaps wider where edges climb far. */
import { LAYER_GAP, LAYER_GAP_MOST } from './gaps.js';
import type { LayeredGraph } from './layers.js';
import type { Band, LayoutRequest } from './request.js';
import type { Stretch } from './routes.js';

/** For a layer to stay where it was, the gap before it may be narrower or wider by so much, and never less than this. */
const SLACK = LAYER_GAP;
const LEAST = (LAYER_GAP * 2) / 3;

/** Width of a gap for an edge that climbs by `climb` across the flow. */
function gapFor(climb: number): number {
  return Math.min(LAYER_GAP_MOST, LAYER_GAP + Math.max(0, climb - 60) * 0.12);
}

interface Placing {
  readonly across: Float64Array;
  /** Where a node's middle was along the flow; null for one that is new. */
  readonly before: (node: number) => number | null;
}

export function placeLayers(request: LayoutRequest, graph: LayeredGraph, { across, before }: Placing): Stretch[] {
  const stretches: Stretch[] = [];
  const { start, to } = graph.outs;
  let at = 0;
  for (const layer of graph.layers) {
    let thickness = 0;
    let climb = 0;
    let middle: number | null = null;
    for (const item of layer) {
      const node = graph.node[item]!;
      if (node >= 0) {
        const { width, height } = request.nodes[node]!;
        const old = before(node);
        if (old !== null && (middle === null || Math.abs(old - at) < Math.abs(middle - at))) middle = old;
        thickness = Math.max(thickness, request.direction === 'LR' ? width : height);
      }
      for (let link = start[item]!; link < start[item + 1]!; link += 1) climb = Math.max(climb, Math.abs(across[to[link]!]! - across[item]!));
    }
    const kept = middle === null ? at : middle - thickness / 2;
    if (Math.abs(kept - at) <= SLACK && kept - (stretches.at(-1)?.end ?? -Infinity) >= LEAST) at = kept;
    stretches.push({ start: at, end: at + thickness });
    at += thickness + gapFor(climb);
  }
  return stretches;
}

/** The stretch of each generation: from the middle of the gap before its Variables to the middle of the gap after its Functions. */
export function bandsOf(request: LayoutRequest, graph: LayeredGraph, stretches: readonly Stretch[]): Band[] {
  const bands: { generation: number; last: number; start: number; end: number }[] = [];
  graph.layers.forEach((layer, at) => {
    const generation = Math.floor(graph.levels[at]! / 2);
    const last = layer.reduce((most, item) => {
      const node = graph.node[item]!;
      return node < 0 ? most : Math.max(most, Math.floor((request.nodes[node]!.lastLayer ?? 0) / 2));
    }, generation);
    const { start, end } = stretches[at]!;
    const before = stretches[at - 1];
    const after = stretches[at + 1];
    const edge = {
      start: before ? (before.end + start) / 2 : start - LAYER_GAP / 2,
      end: after ? (end + after.start) / 2 : end + LAYER_GAP / 2,
    };
    const band = bands.at(-1);
    if (band?.generation === generation) {
      band.end = edge.end;
      band.last = Math.max(band.last, last);
    } else bands.push({ generation, last, ...edge });
  });
  return bands;
}
