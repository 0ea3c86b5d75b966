/** @file Open groups in the picture: a tinted ground under their nodes and edges, and a tag with the name, which folds it. */
import type { OpenGroup } from '../fold/fold.js';
import type { Group } from '../fold/group.js';
import { Extent } from '../layout/extent.js';
import type { Box, Point } from '../layout/request.js';
import { groupTitle } from '../model/group-text.js';
import { oneLine } from '../model/text.js';
import { boxOf, type PlacedCard } from './cards.js';
import { tracePath, type PlacedEdge } from './edges.js';
import type { Theme } from './theme.js';
import { seenIn, type Window } from './window.js';

export interface Region {
  readonly group: Group;
  readonly nodes: Path2D;
  readonly edges: Path2D;
  /** Around both; null where it has no ground. */
  readonly box: Box | null;
  /** Width of the ground along an edge. */
  readonly width: number;
  /** Where its tag stands: the upper left corner of its first node's ground. */
  readonly corner: Point;
  /** How many tags of groups inside it stand at the same place. */
  readonly above: number;
}

/** A tag on the screen. */
export interface Tag {
  readonly group: Group;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Around a node whose group has no open groups inside; each level around it takes as much more. */
const PAD = 9;
const LEVEL = 7;
const MOST_LEVELS = 5;
const MOST_GROUND = 0.7;
const TAG_HEIGHT = 17;
/** Below this zoom the tags are larger than what they name. */
const TAGS = 0.3;
/** More of them hide the graph. */
const MOST_TAGS = 60;

/** How deep open groups nest inside each. */
function heights(open: readonly OpenGroup[]): Map<Group, number> {
  const found = new Map<Group, number>(open.map(({ group }) => [group, 0]));
  for (const { group } of [...open].reverse()) {
    let around = group.parent;
    while (around !== null && !found.has(around)) around = around.parent;
    if (around !== null) found.set(around, Math.max(found.get(around)!, found.get(group)! + 1));
  }
  return found;
}

export function placeRegions(open: readonly OpenGroup[], placed: ReadonlyMap<string, PlacedCard>, edges: readonly PlacedEdge[]): Region[] {
  const levels = heights(open);
  const tags = new Map<string, number>();
  const bySource = new Map<string, PlacedEdge[]>();
  for (const edge of edges) {
    const others = bySource.get(edge.source);
    if (others) others.push(edge);
    else bySource.set(edge.source, [edge]);
  }
  const regions: Region[] = [];
  // Inner ones first, for their tags stand nearest to the node.
  for (const { group, members } of [...open].reverse()) {
    // The ground of a group that is nearly all of the graph tells nothing: its tag does.
    const hasGround = members.length <= MOST_GROUND * placed.size;
    const inside = new Set(members);
    const pad = PAD + LEVEL * Math.min(levels.get(group)!, MOST_LEVELS);
    const nodes = new Path2D();
    const ways = new Path2D();
    let corner: Point = { x: Infinity, y: Infinity };
    const extent = new Extent();
    for (const id of members) {
      const box = boxOf(placed.get(id)!);
      const [x, y] = [box.x - pad, box.y - pad];
      if (x < corner.x || (x === corner.x && y < corner.y)) corner = { x, y };
      if (!hasGround) continue;
      nodes.roundRect(x, y, box.width + 2 * pad, box.height + 2 * pad, 12 + pad / 2);
      extent.add(x, y, box.width + 2 * pad, box.height + 2 * pad);
      for (const edge of bySource.get(id) ?? []) {
        if (!inside.has(edge.target)) continue;
        tracePath(ways, edge.points);
        extent.add(edge.box.x, edge.box.y, edge.box.width, edge.box.height);
      }
    }
    const place = `${Math.round(corner.x + pad)} ${Math.round(corner.y + pad)}`;
    const above = tags.get(place) ?? 0;
    tags.set(place, above + 1);
    regions.push({ group, nodes, edges: ways, box: extent.box, width: 8 + 2 * (pad - PAD), corner, above });
  }
  return regions.reverse();
}

/** Draws the grounds, the outer ones first. */
export function drawRegions(context: CanvasRenderingContext2D, regions: readonly Region[], view: Window, theme: Theme): void {
  if (regions.length === 0) return;
  const { zoom, pan } = view;
  const isSeen = seenIn(view);
  const line = Math.max(theme.highContrast ? 1.4 : 1, 0.8 / zoom);
  context.save();
  context.translate(pan.x, pan.y);
  context.scale(zoom, zoom);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  for (const { nodes, edges, box, width, group } of regions) {
    if (box === null || !isSeen(box, width)) continue;
    const { ground, outline } = group.depth % 2 === 1 ? theme.region : theme.regionInner;
    // The outline is what shows of a ground that is a little larger: so those of nodes and edges are one.
    context.strokeStyle = outline;
    context.lineWidth = width + 2 * line;
    context.stroke(edges);
    context.lineWidth = 2 * line;
    context.stroke(nodes);
    context.strokeStyle = context.fillStyle = ground;
    context.lineWidth = width;
    context.stroke(edges);
    context.fill(nodes);
  }
  context.restore();
}

/** Draws the tags that are in the window, and says where they are. The context's unit is one CSS pixel. */
export function drawTags(context: CanvasRenderingContext2D, regions: readonly Region[], { zoom, pan, width, height }: Window, theme: Theme): Tag[] {
  if (zoom < TAGS) return [];
  const tags: Tag[] = [];
  const scale = Math.min(1, Math.max(0.75, zoom / 0.7));
  const tall = TAG_HEIGHT * scale;
  context.font = `600 ${11 * scale}px ${theme.fonts.ui}`;
  context.textBaseline = 'middle';
  for (const { group, corner, above } of regions) {
    const [x, y] = [corner.x * zoom + pan.x + 4, corner.y * zoom + pan.y - tall / 2 - above * (tall + 1)];
    if (x > width || y > height || y + tall < 0) continue;
    const text = `− ${oneLine(groupTitle(group), 28)}`;
    const size = context.measureText(text).width + 12 * scale;
    if (x + size < 0) continue;
    if (tags.length >= MOST_TAGS) break;
    tags.push({ group, x, y, width: size, height: tall });
    context.beginPath();
    context.roundRect(x, y, size, tall, 4);
    context.fillStyle = theme.background;
    context.fill();
    context.strokeStyle = theme.region.outline;
    context.lineWidth = 1;
    context.stroke();
    context.fillStyle = theme.text;
    context.fillText(text, x + 6 * scale, y + tall / 2 + 0.5);
  }
  return tags;
}
