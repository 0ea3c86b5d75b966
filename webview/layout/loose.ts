/** @file Places for the nodes outside any graph: rows of their own below it. */
import { LOOSE_GAP, NODE_GAP } from './gaps.js';
import type { Box, LayoutNode, Point } from './request.js';

const LEAST_WIDTH = 560;

/** Centres by id, in rows below `graph` and as wide as it is, and the box around them. */
export function placeLoose(nodes: readonly LayoutNode[], graph: Box | null): { positions: Map<string, Point>; box: Box | null } {
  const positions = new Map<string, Point>();
  if (nodes.length === 0) return { positions, box: null };
  // Without a graph they fill a field about as wide as it is high.
  const area = nodes.reduce((sum, node) => sum + (node.width + NODE_GAP) * (node.height + NODE_GAP), 0);
  const limit = Math.max(LEAST_WIDTH, graph?.width ?? 0, Math.sqrt(area * 1.5));
  const left = graph?.x ?? 0;
  const top = graph ? graph.y + graph.height + LOOSE_GAP : 0;
  let [x, y, rowHeight, right] = [left, top, 0, left];
  for (const node of nodes) {
    if (x > left && x + node.width > left + limit) {
      x = left;
      y += rowHeight + NODE_GAP;
      rowHeight = 0;
    }
    positions.set(node.id, { x: x + node.width / 2, y: y + node.height / 2 });
    rowHeight = Math.max(rowHeight, node.height);
    right = Math.max(right, x + node.width);
    x += node.width + NODE_GAP;
  }
  return { positions, box: { x: left, y: top, width: right - left, height: y + rowHeight - top } };
}
