/** @file Draws the sheets under a folded group's node: it stands for many. */
import { DIMMED, type Focus, type PlacedCard, type Window } from './cards.js';
import type { Theme } from './theme.js';

const OFFSETS = [7, 3.5];

export function drawStacks(context: CanvasRenderingContext2D, cards: Iterable<PlacedCard>, focus: Focus, { zoom, pan }: Window, theme: Theme): void {
  context.save();
  context.translate(pan.x, pan.y);
  context.scale(zoom, zoom);
  context.lineWidth = theme.highContrast ? 1.4 : 1.1;
  for (const { id, kind, look, card, position } of cards) {
    if (kind !== 'group') continue;
    context.fillStyle = theme[look].fill;
    context.strokeStyle = theme[look].border;
    context.globalAlpha = focus === null || focus.has(id) ? 1 : DIMMED;
    for (const offset of OFFSETS) {
      context.beginPath();
      context.roundRect(position.x - card.width / 2 + offset, position.y - card.height / 2 + offset, card.width, card.height, 7);
      context.fill();
      context.stroke();
    }
  }
  context.restore();
}
