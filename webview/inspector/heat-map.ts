/** @file Paints a table of numbers as coloured cells. Negative ones are hatched, those that are not finite crossed: no colour speaks alone. */
import { toCss } from '../view/colour.js';
import type { CellSize, Grid } from './cells.js';
import { colourOf, type Palette } from './scale.js';

/** Cells of this size have a gap between them. */
const GAP_FROM = 8;
/** Between the lines of the hatch, in CSS pixels. */
const HATCH = 4;

/** `most`: the size of the value at the scale's ends. */
export function paintHeatMap(canvas: HTMLCanvasElement, grid: Grid, size: CellSize, most: number, palette: Palette): void {
  const context = prepare(canvas, grid.columns * size.width, grid.rows * size.height);
  const hatch = hatching(context, palette);
  const gap = Math.min(size.width, size.height) >= GAP_FROM ? 1 : 0;
  context.fillStyle = toCss(palette.background);
  context.fillRect(0, 0, grid.columns * size.width, grid.rows * size.height);
  for (const [index, value] of grid.values.entries()) {
    const [x, y] = [index % grid.columns * size.width, Math.floor(index / grid.columns) * size.height];
    const [width, height] = [size.width - gap, size.height - gap];
    if (!Number.isFinite(value)) {
      cross(context, { x, y, width, height }, palette);
      continue;
    }
    context.fillStyle = colourOf(value, most, palette);
    context.fillRect(x, y, width, height);
    if (value >= 0) continue;
    context.fillStyle = hatch;
    context.fillRect(x, y, width, height);
  }
}

/** Sharp on any screen: the canvas has as many pixels as the screen uses for it. */
export function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = window.devicePixelRatio;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const context = canvas.getContext('2d')!;
  context.scale(ratio, ratio);
  return context;
}

export function cross(
  context: CanvasRenderingContext2D, { x, y, width, height }: CellSize & { readonly x: number; readonly y: number }, { text }: Palette,
): void {
  context.strokeStyle = toCss(text);
  context.lineWidth = Math.min(width, height) < 6 ? 1 : 1.5;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + width, y + height);
  context.moveTo(x + width, y);
  context.lineTo(x, y + height);
  context.stroke();
}

/** Lines in the background's colour over all of the picture, so that they go on from cell to cell however small. */
function hatching(context: CanvasRenderingContext2D, { background }: Palette): CanvasPattern {
  const tile = document.createElement('canvas');
  const side = tile.width = tile.height = Math.round(HATCH * window.devicePixelRatio);
  const lines = tile.getContext('2d')!;
  lines.strokeStyle = toCss(background);
  lines.lineWidth = window.devicePixelRatio;
  lines.lineCap = 'square';
  lines.beginPath();
  for (const shift of [-side, 0, side]) {
    lines.moveTo(shift, side);
    lines.lineTo(shift + side, 0);
  }
  lines.stroke();
  const pattern = context.createPattern(tile, 'repeat')!;
  pattern.setTransform(new DOMMatrix().scale(1 / window.devicePixelRatio));
  return pattern;
}
