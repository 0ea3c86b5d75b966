/** @file Draws the generations: faint bands across the picture, and a ruler with their numbers at its edge. */
import type { Band, Box, LayoutResult } from '../layout/request.js';
import type { Window } from './window.js';
import type { Theme } from './theme.js';

/** Thickness of the ruler, in pixels of the screen. */
export const RULER = 24;

/** Room above the nodes outside any graph for their heading, in pixels at zoom 1. */
const LOOSE_HEADING = 30;

interface Span {
  readonly band: Band;
  readonly from: number;
  readonly to: number;
}

function visibleSpans(layout: LayoutResult, { zoom, pan, width, height }: Window): Span[] {
  const [offset, extent] = layout.direction === 'LR' ? [pan.x, width] : [pan.y, height];
  return layout.bands
    .map(band => ({ band, from: band.start * zoom + offset, to: band.end * zoom + offset }))
    .filter(({ from, to }) => to > 0 && from < extent);
}

/** Where the bands end across the flow: above the nodes outside any graph. */
function depth(layout: LayoutResult, { zoom, pan, width, height }: Window): number {
  if (layout.direction === 'TB') return width;
  return layout.loose ? Math.min(height, (layout.loose.y - 40) * zoom + pan.y) : height;
}

/** The bands, under the nodes: every other one tinted, a line between two. */
export function drawBands(context: CanvasRenderingContext2D, layout: LayoutResult, view: Window, theme: Theme): void {
  const across = depth(layout, view);
  const horizontal = layout.direction === 'LR';
  const spans = visibleSpans(layout, view);
  context.fillStyle = theme.band;
  for (const { band, from, to } of spans) {
    if (band.generation % 2 !== 0) continue;
    if (horizontal) context.fillRect(from, 0, to - from, across);
    else context.fillRect(0, from, across, to - from);
  }
  // After all grounds, which would cover every other line.
  context.fillStyle = theme.bandLine;
  for (const { from, to } of spans) {
    if (to - from < 8) continue;
    if (horizontal) context.fillRect(Math.round(to), 0, 1, across);
    else context.fillRect(0, Math.round(to), across, 1);
  }
  if (layout.loose) drawLoose(context, layout.loose, view, theme);
}

function drawLoose(context: CanvasRenderingContext2D, box: Box, { zoom, pan }: Window, theme: Theme): void {
  const top = (box.y - LOOSE_HEADING) * zoom + pan.y;
  const left = (box.x - 14) * zoom + pan.x;
  context.strokeStyle = theme.bandLine;
  context.setLineDash([2, 4]);
  context.strokeRect(Math.round(left) + 0.5, Math.round(top) + 0.5, (box.width + 28) * zoom, (box.height + LOOSE_HEADING + 14) * zoom);
  context.setLineDash([]);
  const size = Math.min(12, 12 * zoom);
  if (size < 6) return;
  context.fillStyle = theme.bandText;
  context.font = `${size}px ${theme.fonts.ui}`;
  context.textBaseline = 'middle';
  context.fillText('not recorded', (box.x + 2) * zoom + pan.x, top + 15 * zoom);
}

/** The longest of the labels that fits: `generation 3`, `gen 3`, `3`. */
function labelFor({ generation, last }: Band, room: number, context: CanvasRenderingContext2D): string | null {
  const numbers = last > generation ? `${generation}–${last}` : String(generation);
  for (const label of [`generation${last > generation ? 's' : ''} ${numbers}`, `gen ${numbers}`, numbers]) {
    if (context.measureText(label).width + 10 <= room) return label;
  }
  return null;
}

/** The ruler, over the nodes: it stays at the edge while the picture moves. */
export function drawRuler(context: CanvasRenderingContext2D, layout: LayoutResult, view: Window, theme: Theme): void {
  const spans = visibleSpans(layout, view);
  if (spans.length === 0) return;
  const horizontal = layout.direction === 'LR';
  const extent = horizontal ? view.width : view.height;
  context.fillStyle = theme.background;
  if (horizontal) context.fillRect(0, 0, extent, RULER);
  else context.fillRect(0, 0, RULER, extent);
  context.fillStyle = theme.bandLine;
  if (horizontal) context.fillRect(0, RULER, extent, 1);
  else context.fillRect(RULER, 0, 1, extent);
  context.font = `11px ${theme.fonts.ui}`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  // Where the bands are too narrow for a number each, a number for every fifth, tenth … of them.
  const width = Math.min(...spans.map(({ from, to }) => to - from));
  const every = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find(step => step * width >= 34) ?? 5000;
  for (const { band, from, to } of spans) {
    if (every > 1 && band.generation % every !== 0) continue;
    const [start, end] = [Math.max(from, 0), Math.min(to, extent)];
    const room = every > 1 ? every * width : end - start;
    const label = labelFor(band, room, context);
    context.fillStyle = theme.bandLine;
    if (horizontal && from > 0) context.fillRect(Math.round(from), RULER - 5, 1, 5);
    if (!horizontal && from > 0) context.fillRect(RULER - 5, Math.round(from), 5, 1);
    if (label === null) continue;
    const middle = every > 1 ? Math.max(from, 0) + context.measureText(label).width / 2 + 4 : (start + end) / 2;
    context.fillStyle = theme.bandText;
    context.save();
    if (horizontal) {
      context.translate(middle, RULER / 2 + 0.5);
    } else {
      context.translate(RULER / 2 + 0.5, middle);
      context.rotate(-Math.PI / 2);
    }
    context.fillText(label, 0, 0);
    context.restore();
  }
  context.textAlign = 'left';
}
