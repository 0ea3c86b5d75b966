/** @file The distances of the layout, in pixels at zoom 1. */
import type { LayeredGraph } from './layers.js';

/** Between two nodes of one layer. */
export const NODE_GAP = 18;
/** Between two edges that pass a layer side by side, and between an edge and a node. */
export const EDGE_GAP = 12;
/** Between layers at least; more where edges climb far, so that they do not get steep. */
export const LAYER_GAP = 36;
export const LAYER_GAP_MOST = 120;
/** Between the graph and what stands outside of it. */
export const LOOSE_GAP = 64;
/** Between the outermost node and the first edge of the corridor beside the graph. */
export const CORRIDOR_GAP = 30;

/** From centre to centre of two neighbours in a layer. */
export function leastDistance({ size, node }: LayeredGraph, a: number, b: number): number {
  return (size[a]! + size[b]!) / 2 + (node[a]! >= 0 && node[b]! >= 0 ? NODE_GAP : EDGE_GAP);
}
