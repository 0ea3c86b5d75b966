/** @file What goes into a layout and what comes out of it: plain data, for it crosses to the worker and back. */
import type { GraphDirection } from '../../src/protocol/panel.js';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface LayoutNode {
  readonly id: string;
  /** Column in the direction of the flow; null for a node that stands outside any graph. */
  readonly layer: number | null;
  /** For a folded group: the last column of what is in it. */
  readonly lastLayer?: number;
  readonly width: number;
  readonly height: number;
  /** Edges of a box end at places of their own along its side; at an ellipse they meet in one. */
  readonly ports: boolean;
}

export interface LayoutEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export interface LayoutRequest {
  readonly direction: GraphDirection;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Where the nodes of the layout before this one were, by id: what stays keeps its order and, as far as it can, its place. */
  readonly previous: Readonly<Record<string, Point>> | null;
  /** `quick` leaves the nodes beside what they come from, and does not look for an order in which fewer edges cross. */
  readonly effort?: 'quick';
}

/** The stretch of the flow's axis that one generation takes: its Variables and the Functions that have it. */
export interface Band {
  readonly generation: number;
  /** The last of them, where a folded group covers several. */
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Route {
  readonly id: string;
  /** The first lies on the source's border, the last on the target's; the ones between pull the curve. */
  readonly points: readonly Point[];
}

export interface LayoutResult {
  readonly direction: GraphDirection;
  /** Centres, in the order of the request's nodes. */
  readonly positions: readonly Point[];
  readonly routes: readonly Route[];
  readonly bands: readonly Band[];
  /** Around all nodes and routes. */
  readonly bounds: Box;
  /** Around the nodes outside any graph; null where there are none. */
  readonly loose: Box | null;
}
