/** @file Where the camera goes: the whole graph where it is readable, else a readable part of it; never further than needed. */
import type { GraphDirection } from '../../src/protocol/panel.js';
import type { Box, Point } from '../layout/request.js';
import type { Viewport } from '../state.js';

/** The part of the panel that the graph may use, in pixels of the screen: without rulers and what lies over it. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const ZOOM_MOST = 3;
/** A small graph is not blown up beyond this. */
const FIT_MOST = 1.15;
/** Of a first look that goes to a part of the graph. */
const FIRST_ZOOM = 0.7;

/** Shows all of `box` in the frame. */
export function fitViewport(box: Box, frame: Frame): Viewport {
  const zoom = Math.min(FIT_MOST, frame.width / Math.max(box.width, 1), frame.height / Math.max(box.height, 1));
  return centre({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, zoom, frame);
}

/** Shows `point` in the middle of the frame. */
export function centre(point: Point, zoom: number, frame: Frame): Viewport {
  return {
    zoom,
    pan: { x: frame.left + frame.width / 2 - point.x * zoom, y: frame.top + frame.height / 2 - point.y * zoom },
  };
}

/** What is in the middle of the frame. */
export function middleOf({ zoom, pan }: Viewport, frame: Frame): Point {
  return { x: (frame.left + frame.width / 2 - pan.x) / zoom, y: (frame.top + frame.height / 2 - pan.y) / zoom };
}

/** A graph to be looked at for the first time. */
export interface FirstSight {
  readonly box: Box;
  /** Where its output is, with its size; null where it has none. */
  readonly output: Box | null;
  readonly direction: GraphDirection;
  /** Whether it can be read at a zoom. */
  readonly isReadable: (zoom: number) => boolean;
}

/**
 * The first look at a graph: all of it where it can be read so, else what leads to its output. Where the output ends the graph it lies at
 * the frame's end: what comes after it is not worth the room.
 */
export function firstViewport({ box, output, direction, isReadable }: FirstSight, frame: Frame): Viewport {
  const whole = fitViewport(box, frame);
  if (!output || isReadable(whole.zoom)) return whole;
  const { zoom, pan } = centre({ x: output.x + output.width / 2, y: output.y + output.height / 2 }, FIRST_ZOOM, frame);
  const x = frame.left + frame.width - (box.x + box.width) * zoom;
  const y = frame.top + frame.height - (box.y + box.height) * zoom;
  return { zoom, pan: direction === 'LR' ? { x: Math.max(x, pan.x), y: pan.y } : { x: pan.x, y: Math.max(y, pan.y) } };
}

/** The shortest pan that brings `box` into the frame; null if it is there already. */
export function panInto(box: Box, { zoom, pan }: Viewport, frame: Frame): Point | null {
  const shift = (start: number, size: number, low: number, room: number): number => {
    const margin = 16;
    if (size + 2 * margin > room) return low + room / 2 - (start + size / 2);
    if (start < low + margin) return low + margin - start;
    const over = start + size - (low + room - margin);
    return over > 0 ? -over : 0;
  };
  const x = shift(box.x * zoom + pan.x, box.width * zoom, frame.left, frame.width);
  const y = shift(box.y * zoom + pan.y, box.height * zoom, frame.top, frame.height);
  return x === 0 && y === 0 ? null : { x: pan.x + x, y: pan.y + y };
}

/** How far a motion has come when a part of its time is over: slower towards its end. */
export const ease = (part: number): number => 1 - (1 - part) ** 3;

/** A part of the way from one viewport to another. */
export function viewportBetween(from: Viewport, to: Viewport, part: number): Viewport {
  const on = (a: number, b: number): number => a + (b - a) * ease(part);
  return { zoom: on(from.zoom, to.zoom), pan: { x: on(from.pan.x, to.pan.x), y: on(from.pan.y, to.pan.y) } };
}

/** Zooms by a factor; what is in the middle of the frame stays there. */
export function zoomedBy({ zoom, pan }: Viewport, factor: number, frame: Frame, least: number): Viewport {
  const next = Math.min(ZOOM_MOST, Math.max(least, zoom * factor));
  const [x, y] = [frame.left + frame.width / 2, frame.top + frame.height / 2];
  return { zoom: next, pan: { x: x - ((x - pan.x) / zoom) * next, y: y - ((y - pan.y) / zoom) * next } };
}
