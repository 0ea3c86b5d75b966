/** @file The ways of the edges: straight through the layers they pass, curved in the gaps between. */
import { CORRIDOR_GAP } from './gaps.js';
import { edgesBy, type LayeredGraph } from './layers.js';
import type { LayoutNode, LayoutRequest, Point } from './request.js';

/** A place in the layout's own axes: along the flow, and across it. */
export interface Place {
  readonly along: number;
  readonly across: number;
}

/** Where a layer lies along the flow. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Placement {
  readonly stretches: readonly Stretch[];
  /** Across, by item. */
  readonly across: Float64Array;
}

const PORT_GAP = 11;
const CORRIDOR_LANES = 12;
const LANE_GAP = 5;
/** A climb that nobody sees. */
const STRAIGHT = 0.5;

interface Offsets {
  /** By edge: how far from the source's and the target's centre it begins and ends. */
  readonly out: Float64Array;
  readonly in: Float64Array;
}

/** Spreads the edges that meet at one side of a box over that side, in the order in which they come. */
function spreadPorts(request: LayoutRequest, graph: LayeredGraph, across: Float64Array): Offsets {
  const edges = request.edges.length;
  const offsets: Offsets = { out: new Float64Array(edges), in: new Float64Array(edges) };
  const spread = (key: 'source' | 'target', side: Float64Array): void => {
    const { start, to } = edgesBy(key, graph.ends, request.nodes.length);
    request.nodes.forEach(({ ports, width, height }, node) => {
      if (!ports || start[node + 1]! - start[node]! < 2) return;
      const list = to.slice(start[node], start[node + 1]);
      const beside = (edge: number): number => {
        const path = graph.paths[edge];
        return path ? across[path[key === 'source' ? 1 : path.length - 2]!]! : -Infinity;
      };
      list.sort((a, b) => beside(a) - beside(b) || a - b);
      const room = (request.direction === 'LR' ? height : width) - 14;
      const gap = Math.min(PORT_GAP, room / (list.length - 1));
      list.forEach((edge, at) => { side[edge] = (at - (list.length - 1) / 2) * gap; });
    });
  };
  spread('source', offsets.out);
  spread('target', offsets.in);
  return offsets;
}

function halfAlong(node: LayoutNode, request: LayoutRequest): number {
  return (request.direction === 'LR' ? node.width : node.height) / 2;
}

/** A point of the picture from the layout's own axes. */
export type ToPoint = (along: number, across: number) => Point;

/** The way of an edge as far as it has come. */
interface Way {
  readonly points: Point[];
  readonly toPoint: ToPoint;
}

/**
 * An S between two layers: level at both ends, so that it neither leaves nor meets a node at a slant. Nothing where the edge goes
 * straight on: an edge that passes a thousand layers in a line is one line.
 */
function crossGap({ points, toPoint }: Way, from: number, to: number, fromAcross: number, toAcross: number): void {
  if (Math.abs(fromAcross - toAcross) < STRAIGHT) return;
  const gap = to - from;
  points.push(
    toPoint(from, fromAcross),
    toPoint(from + gap * 0.42, fromAcross),
    toPoint(to - gap * 0.42, toAcross),
    toPoint(to, toAcross),
  );
}

/** The way of each edge, from border to border; empty for one whose ends are not in the layout. */
export function routeEdges(request: LayoutRequest, graph: LayeredGraph, { stretches, across }: Placement, toPoint: ToPoint): Point[][] {
  const offsets = spreadPorts(request, graph, across);
  let outermost = Infinity;
  for (let item = 0; item < graph.count; item += 1) outermost = Math.min(outermost, across[item]! - graph.size[item]! / 2);
  let lane = 0;

  return graph.ends.map(({ source, target }, index) => {
    if (source < 0 || target < 0) return [];
    const from = graph.itemOf[source]!;
    const to = graph.itemOf[target]!;
    if (from < 0 || to < 0) return [];
    const first = graph.layerOf[from]!;
    const last = graph.layerOf[to]!;
    const leave = stretches[first]!;
    const meet = stretches[last]!;
    const fromAcross = across[from]! + offsets.out[index]!;
    const toAcross = across[to]! + offsets.in[index]!;
    const points = [toPoint((leave.start + leave.end) / 2 + halfAlong(request.nodes[source]!, request), fromAcross)];
    const way = { points, toPoint };
    const path = graph.paths[index];
    if (path) {
      let at = fromAcross;
      for (let layer = first + 1; layer <= last; layer += 1) {
        const next = layer === last ? toAcross : across[path[layer - first]!]!;
        crossGap(way, stretches[layer - 1]!.end, stretches[layer]!.start, at, next);
        at = next;
      }
    } else {
      // Too long to take part in the layers: along a corridor beside the graph, and in and out of it in the gaps.
      const corridor = outermost - CORRIDOR_GAP - (lane++ % CORRIDOR_LANES) * LANE_GAP;
      const [out, back] = [stretches[first + 1]?.start ?? leave.end + 40, stretches[last - 1]?.end ?? meet.start - 40];
      crossGap(way, leave.end, out, fromAcross, corridor);
      crossGap(way, back, meet.start, corridor, toAcross);
    }
    points.push(toPoint((meet.start + meet.end) / 2 - halfAlong(request.nodes[target]!, request), toAcross));
    return points;
  });
}
