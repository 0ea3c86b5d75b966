/** @file The part of the picture that is to be seen. What is drawn by ourselves is drawn only where it is. */
import type { Box, Point } from '../layout/request.js';

export interface Window {
  readonly zoom: number;
  readonly pan: Point;
  readonly width: number;
  readonly height: number;
}

/** Says of a box whether any of it is in the window, or so near that its border, `margin` wide, is. */
export function seenIn({ zoom, pan, width, height }: Window): (box: Box, margin: number) => boolean {
  const [left, top] = [-pan.x / zoom, -pan.y / zoom];
  const [right, bottom] = [left + width / zoom, top + height / zoom];
  return (box, margin) => box.x - margin <= right && box.x + box.width + margin >= left && box.y - margin <= bottom && box.y + box.height + margin >= top;
}
