/**
 * @file Draws the edges, under the nodes. Cytoscape could: but it works out style and bounds for every edge by itself, which for
 * 2,000 nodes takes longer than everything else together, and an edge of ours is a finished curve that nobody drags.
 */
import { Extent } from '../layout/extent.js';
import type { Box, LayoutResult, Point } from '../layout/request.js';
import type { GraphEdge } from '../model/graph.js';
import { DIMMED, FAR, type Focus } from './cards.js';
import type { Theme } from './theme.js';
import { seenIn, type Window } from './window.js';

export interface PlacedEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Carried a gradient, against its direction. */
  readonly gradient: boolean;
  readonly points: readonly Point[];
  readonly box: Box;
}

const ARROW_LENGTH = 7;
const ARROW_WIDTH = 3.2;
/** Between a node and the point of an arrow that points back to it. */
const BACK_GAP = 3;
/** Below this zoom an arrow is a speck. */
const ARROWS = 0.3;

export function placeEdges(edges: readonly GraphEdge[], layout: LayoutResult): PlacedEdge[] {
  const points = new Map(layout.routes.map(route => [route.id, route.points]));
  return edges.flatMap(({ id, source, target, gradient }) => {
    const way = points.get(id) ?? [];
    if (way.length < 2) return [];
    const extent = new Extent();
    for (const { x, y } of way) extent.add(x, y);
    return [{ id, source, target, gradient, points: way, box: extent.box! }];
  });
}

/** Adds a smooth curve to the path: from the first point to the last, drawn towards the ones between, straight where they lie in a line. */
export function tracePath(context: CanvasPath, points: readonly Point[]): void {
  const [first] = points;
  const last = points.at(-1)!;
  context.moveTo(first!.x, first!.y);
  for (let at = 1; at < points.length - 1; at += 1) {
    const pull = points[at]!;
    const next = points[at + 1]!;
    const end = at === points.length - 2 ? next : { x: (pull.x + next.x) / 2, y: (pull.y + next.y) / 2 };
    context.quadraticCurveTo(pull.x, pull.y, end.x, end.y);
  }
  if (points.length === 2) context.lineTo(last.x, last.y);
}

/** Adds an arrow's head to the path: edges end level, so it points along the flow. */
function traceArrow(context: CanvasRenderingContext2D, { x, y }: Point, direction: LayoutResult['direction'], size: number): void {
  const [length, width] = [ARROW_LENGTH * size, ARROW_WIDTH * size];
  context.moveTo(x, y);
  if (direction === 'LR') {
    context.lineTo(x - length, y - width);
    context.lineTo(x - length, y + width);
  } else {
    context.lineTo(x - width, y - length);
    context.lineTo(x + width, y - length);
  }
  context.closePath();
}

/** The same at the other end of the edge, open and pointing back: a gradient went that way. */
function traceBackArrow(context: CanvasRenderingContext2D, { x, y }: Point, direction: LayoutResult['direction'], size: number): void {
  const [length, width] = [(ARROW_LENGTH - 1) * size, (ARROW_WIDTH + 0.6) * size];
  if (direction === 'LR') {
    context.moveTo(x + BACK_GAP + length, y - width);
    context.lineTo(x + BACK_GAP, y);
    context.lineTo(x + BACK_GAP + length, y + width);
  } else {
    context.moveTo(x - width, y + BACK_GAP + length);
    context.lineTo(x, y + BACK_GAP);
    context.lineTo(x + width, y + BACK_GAP + length);
  }
}

interface Pen {
  readonly colour: string;
  readonly width: number;
  /** Of the arrows of gradients. */
  readonly back: string;
}

/** All edges of one look in one path: one stroke is much cheaper than thousands. */
function drawAll(
  context: CanvasRenderingContext2D, edges: readonly PlacedEdge[], direction: LayoutResult['direction'], zoom: number, { colour, width, back }: Pen,
): void {
  if (edges.length === 0) return;
  context.strokeStyle = context.fillStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const { points } of edges) tracePath(context, points);
  context.stroke();
  if (zoom < ARROWS) return;
  const size = width > 2 ? 1.25 : 1;
  context.beginPath();
  for (const { points } of edges) traceArrow(context, points.at(-1)!, direction, size);
  context.fill();
  context.strokeStyle = back;
  context.lineWidth = 1.6;
  context.beginPath();
  for (const { gradient, points } of edges) if (gradient) traceBackArrow(context, points[0]!, direction, size);
  context.stroke();
}

/** What stands out of the edges. */
export interface EdgeMarks {
  /** Nodes whose edges are stronger. */
  readonly near: ReadonlySet<string>;
  /** Ids of the edges on the way of one node's gradient. */
  readonly way: ReadonlySet<string>;
  readonly focus: Focus;
}

/** Draws the edges that are in the window: those that stand out over the others and stronger, those out of focus faint. */
export function drawEdges(
  context: CanvasRenderingContext2D,
  edges: readonly PlacedEdge[],
  { near, way, focus }: EdgeMarks,
  direction: LayoutResult['direction'],
  view: Window,
  theme: Theme,
): void {
  const { zoom, pan } = view;
  const isSeen = seenIn(view);
  const looks: Record<'dimmed' | 'plain' | 'near' | 'way', PlacedEdge[]> = { dimmed: [], plain: [], near: [], way: [] };
  for (const edge of edges) {
    const { box, id, source, target } = edge;
    if (!isSeen(box, ARROW_WIDTH + 1)) continue;
    if (focus !== null && !(focus.has(source) && focus.has(target))) looks.dimmed.push(edge);
    else if (way.has(id)) looks.way.push(edge);
    else if (near.has(source) || near.has(target)) looks.near.push(edge);
    else looks.plain.push(edge);
  }
  context.save();
  context.translate(pan.x, pan.y);
  context.scale(zoom, zoom);
  const base = theme.highContrast ? 1.5 : 1.3;
  // Lines do not get thinner than the screen can show.
  const least = 0.6 / zoom;
  const pen: Pen = { colour: zoom < FAR ? theme.edgeFar : theme.edge, width: Math.max(base, least), back: theme.grad };
  const strong = Math.max(2.2, least * 1.6);
  context.globalAlpha = DIMMED;
  drawAll(context, looks.dimmed, direction, zoom, pen);
  context.globalAlpha = 1;
  drawAll(context, looks.plain, direction, zoom, pen);
  drawAll(context, looks.near, direction, zoom, { ...pen, colour: theme.edgeNear, width: strong });
  drawAll(context, looks.way, direction, zoom, { ...pen, colour: theme.grad, width: strong });
  context.restore();
}
