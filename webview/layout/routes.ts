/** @file The ways of the edges: straight through the layers they pass, curved in the gaps between. */
import { CORRIDOR_GAP } from './gaps.js';
import type { LayeredGraph } from './layers.js';
import type { LayoutNode, LayoutRequest } from './request.js';

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
    const atNode = new Map<number, number[]>();
    graph.ends.forEach((end, index) => {
      const node = end[key];
      if (node < 0 || !request.nodes[node]!.ports) return;
      const list = atNode.get(node);
      if (list) list.push(index);
      else atNode.set(node, [index]);
    });
    for (const [node, list] of atNode) {
      if (list.length < 2) continue;
      const beside = (edge: number): number => {
        const path = graph.paths[edge];
        return path ? across[path[key === 'source' ? 1 : path.length - 2]!]! : -Infinity;
      };
      list.sort((a, b) => beside(a) - beside(b) || a - b);
      const { width, height } = request.nodes[node]!;
      const room = (request.direction === 'LR' ? height : width) - 14;
      const gap = Math.min(PORT_GAP, room / (list.length - 1));
      list.forEach((edge, at) => { side[edge] = (at - (list.length - 1) / 2) * gap; });
    }
  };
  spread('source', offsets.out);
  spread('target', offsets.in);
  return offsets;
}

function halfAlong(node: LayoutNode, request: LayoutRequest): number {
  return (request.direction === 'LR' ? node.width : node.height) / 2;
}

/**
 * An S between two layers: level at both ends, so that it neither leaves nor meets a node at a slant. Nothing where the edge goes
 * straight on: an edge that passes a thousand layers in a line is one line.
 */
function crossGap(points: Place[], from: number, to: number, fromAcross: number, toAcross: number): void {
  if (Math.abs(fromAcross - toAcross) < STRAIGHT) return;
  const gap = to - from;
  points.push(
    { along: from, across: fromAcross },
    { along: from + gap * 0.42, across: fromAcross },
    { along: to - gap * 0.42, across: toAcross },
    { along: to, across: toAcross },
  );
}

/** The way of each edge, from border to border; empty for one whose ends are not in the layout. */
export function routeEdges(request: LayoutRequest, graph: LayeredGraph, { stretches, across }: Placement): Place[][] {
  const offsets = spreadPorts(request, graph, across);
  let outermost = Infinity;
  for (let item = 0; item < graph.count; item += 1) outermost = Math.min(outermost, across[item]! - graph.size[item]! / 2);
  let lane = 0;

  return graph.ends.map(({ source, target }, index) => {
    if (source < 0 || target < 0) return [];
    const [from, to] = [graph.itemOf[source]!, graph.itemOf[target]!];
    if (from < 0 || to < 0) return [];
    const [first, last] = [graph.layerOf[from]!, graph.layerOf[to]!];
    const [leave, meet] = [stretches[first]!, stretches[last]!];
    const fromAcross = across[from]! + offsets.out[index]!;
    const toAcross = across[to]! + offsets.in[index]!;
    const points: Place[] = [{ along: (leave.start + leave.end) / 2 + halfAlong(request.nodes[source]!, request), across: fromAcross }];
    const path = graph.paths[index];
    if (path) {
      let at = fromAcross;
      for (let layer = first + 1; layer <= last; layer += 1) {
        const next = layer === last ? toAcross : across[path[layer - first]!]!;
        crossGap(points, stretches[layer - 1]!.end, stretches[layer]!.start, at, next);
        at = next;
      }
    } else {
      // Too long to take part in the layers: along a corridor beside the graph, and in and out of it in the gaps.
      const corridor = outermost - CORRIDOR_GAP - (lane++ % CORRIDOR_LANES) * LANE_GAP;
      const [out, back] = [stretches[first + 1]?.start ?? leave.end + 40, stretches[last - 1]?.end ?? meet.start - 40];
      crossGap(points, leave.end, out, fromAcross, corridor);
      crossGap(points, back, meet.start, corridor, toAcross);
    }
    points.push({ along: (meet.start + meet.end) / 2 - halfAlong(request.nodes[target]!, request), across: toAcross });
    return points;
  });
}
