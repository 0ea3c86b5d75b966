/** @file The layout of a graph whose layers are given: order, places across, places along, ways of the edges. */
import { placeAcross } from './coordinates.js';
import { buildLayers, type LayeredGraph } from './layers.js';
import { placeLoose } from './loose.js';
import { orderLayers } from './order.js';
import type { Box, LayoutRequest, LayoutResult, Point } from './request.js';
import { routeEdges, type Place } from './routes.js';
import { bandsOf, placeLayers } from './stretches.js';

/** How far across the flow the nodes that were there before have moved in the middle: taken back, they keep their places. */
function drift(request: LayoutRequest, graph: LayeredGraph, across: Float64Array): number {
  const moved: number[] = [];
  request.nodes.forEach((node, index) => {
    const item = graph.itemOf[index]!;
    const old = request.previous?.[node.id];
    if (item >= 0 && old) moved.push(across[item]! - (request.direction === 'LR' ? old.y : old.x));
  });
  return moved.sort((a, b) => a - b)[Math.floor(moved.length / 2)] ?? 0;
}

function boundsOf(boxes: Iterable<Box>): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return left <= right ? { x: left, y: top, width: right - left, height: bottom - top } : null;
}

/** Lays out a graph. The same request gives the same result. */
export function layOut(request: LayoutRequest): LayoutResult {
  const { direction, nodes } = request;
  const toPoint = ({ along, across }: Place): Point => direction === 'LR' ? { x: along, y: across } : { x: across, y: along };

  const graph = buildLayers(request);
  orderLayers(graph, index => {
    const old = request.previous?.[nodes[index]!.id];
    return old ? (direction === 'LR' ? old.y : old.x) : null;
  });
  const across = placeAcross(graph);
  const shift = drift(request, graph, across);
  for (let item = 0; item < across.length; item += 1) across[item]! -= shift;
  const stretches = placeLayers(request, graph, across);
  const routes = routeEdges(request, graph, { stretches, across });

  const positions: Point[] = nodes.map((_, index) => {
    const item = graph.itemOf[index]!;
    if (item < 0) return { x: 0, y: 0 };
    const { start, end } = stretches[graph.items[item]!.layer]!;
    return toPoint({ along: (start + end) / 2, across: across[item]! });
  });
  const boxOf = (index: number): Box => {
    const [{ width, height }, { x, y }] = [nodes[index]!, positions[index]!];
    return { x: x - width / 2, y: y - height / 2, width, height };
  };
  const inGraph = nodes.map((_, index) => index).filter(index => graph.itemOf[index]! >= 0);
  const ways = routes.map(route => route.map(toPoint));
  const body = boundsOf([...inGraph.map(boxOf), ...ways.flat().map(point => ({ ...point, width: 0, height: 0 }))]);
  const loose = placeLoose(nodes.filter((_, index) => graph.itemOf[index]! < 0), body);
  nodes.forEach((node, index) => { positions[index] = loose.positions.get(node.id) ?? positions[index]!; });

  return {
    direction,
    positions,
    routes: ways.map((points, index) => ({ id: request.edges[index]!.id, points })),
    bands: bandsOf(request, graph, stretches),
    bounds: boundsOf([body, loose.box].filter(box => box !== null)) ?? { x: 0, y: 0, width: 0, height: 0 },
    loose: loose.box,
  };
}
