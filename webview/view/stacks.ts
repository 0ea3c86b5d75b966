/** @file Draws the sheets under a folded group's node: it stands for many. */
import { boxOf, DIMMED, type Focus, type PlacedCard } from './cards.js';
import type { Theme } from './theme.js';
import { seenIn, type Window } from './window.js';

const OFFSETS = [7, 3.5];

export function drawStacks(context: CanvasRenderingContext2D, cards: Iterable<PlacedCard>, focus: Focus, view: Window, theme: Theme): void {
  const { zoom, pan } = view;
  const isSeen = seenIn(view);
  context.save();
  context.translate(pan.x, pan.y);
  context.scale(zoom, zoom);
  context.lineWidth = theme.highContrast ? 1.4 : 1.1;
  for (const placed of cards) {
    const { id, kind, look } = placed;
    if (kind !== 'group') continue;
    const box = boxOf(placed);
    if (!isSeen(box, OFFSETS[0]!)) continue;
    context.fillStyle = theme[look].fill;
    context.strokeStyle = theme[look].border;
    context.globalAlpha = focus === null || focus.has(id) ? 1 : DIMMED;
    for (const offset of OFFSETS) {
      context.beginPath();
      context.roundRect(box.x + offset, box.y + offset, box.width, box.height, 7);
      context.fill();
      context.stroke();
    }
  }
  context.restore();
}
