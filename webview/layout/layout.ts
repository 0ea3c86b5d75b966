/** @file The layout of a graph whose layers are given: order, places across, places along, ways of the edges. */
import { placeAcross } from './coordinates.js';
import { Extent } from './extent.js';
import { keepPlaces } from './keep.js';
import { buildLayers, type LayeredGraph } from './layers.js';
import { placeLoose } from './loose.js';
import { orderLayers, startOrder } from './order.js';
import type { LayoutRequest, LayoutResult, Point } from './request.js';
import { routeEdges, type Place, type ToPoint } from './routes.js';
import { bandsOf, placeLayers } from './stretches.js';

/** Where a node was across and along the flow, in the layout before this one; null for one that was not there. */
type Before = (node: number) => Place | null;

/** How far across the flow the nodes that were there before have moved in the middle: taken back, most keep their places. */
function drift(graph: LayeredGraph, across: Float64Array, before: Before): number {
  const moved: number[] = [];
  graph.itemOf.forEach((item, node) => {
    const old = item < 0 ? null : before(node);
    if (old) moved.push(across[item]! - old.across);
  });
  return moved.sort((a, b) => a - b)[Math.floor(moved.length / 2)] ?? 0;
}

/** Hears how much of a layout is done, from 0 to 1. */
export type Progress = (share: number) => void;

/** What each step takes of a large graph's time. */
const LAYERED = 0.05;
const ORDERED = 0.75;
const PLACED = 0.9;

/** Lays out a graph. The same request gives the same result. */
export function layOut(request: LayoutRequest, progress: Progress = () => undefined): LayoutResult {
  const { direction, nodes } = request;
  const toPoint: ToPoint = (along, across) => direction === 'LR' ? { x: along, y: across } : { x: across, y: along };
  const toPlace = ({ x, y }: Point): Place => direction === 'LR' ? { along: x, across: y } : { along: y, across: x };

  const graph = buildLayers(request);
  progress(LAYERED);
  const before: Before = node => {
    const old = request.previous?.[nodes[node]!.id];
    return old ? toPlace(old) : null;
  };
  const acrossBefore = (node: number): number | null => before(node)?.across ?? null;
  if (request.effort === 'quick') startOrder(graph, acrossBefore);
  else orderLayers(graph, acrossBefore, share => { progress(LAYERED + (ORDERED - LAYERED) * share); });
  progress(ORDERED);
  const across = placeAcross(graph);
  progress(PLACED);
  if (request.previous) {
    const shift = drift(graph, across, before);
    for (let item = 0; item < across.length; item += 1) across[item]! -= shift;
    keepPlaces(graph, across, acrossBefore);
  }
  const stretches = placeLayers(request, graph, { across, before: node => before(node)?.along ?? null });
  const ways = routeEdges(request, graph, { stretches, across }, toPoint);

  const positions: Point[] = nodes.map((_, index) => {
    const item = graph.itemOf[index]!;
    if (item < 0) return { x: 0, y: 0 };
    const { start, end } = stretches[graph.layerOf[item]!]!;
    return toPoint((start + end) / 2, across[item]!);
  });
  const extent = new Extent();
  nodes.forEach(({ width, height }, index) => {
    if (graph.itemOf[index]! < 0) return;
    const { x, y } = positions[index]!;
    extent.add(x - width / 2, y - height / 2, width, height);
  });
  for (const way of ways) for (const { x, y } of way) extent.add(x, y);
  const body = extent.box;
  const loose = placeLoose(nodes.filter((_, index) => graph.itemOf[index]! < 0), body);
  nodes.forEach(({ id }, index) => { if (graph.itemOf[index]! < 0) positions[index] = loose.positions.get(id)!; });
  if (loose.box) extent.add(loose.box.x, loose.box.y, loose.box.width, loose.box.height);

  return {
    direction,
    positions,
    routes: ways.map((points, index) => ({ id: request.edges[index]!.id, points })),
    bands: bandsOf(request, graph, stretches),
    bounds: extent.box ?? { x: 0, y: 0, width: 0, height: 0 },
    loose: loose.box,
  };
}
