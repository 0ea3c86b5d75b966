/** @file Paints a row of numbers as bars up and down from 0. Those that are not finite are crosses on the line. */
import { toCss } from '../view/colour.js';
import { cross, prepare } from './heat-map.js';
import type { Palette } from './scale.js';

export const BAR_ROW_HEIGHT = 72;
const CROSS = 5;

/** `width`: of a bar and what is beside it, in CSS pixels. */
export function paintBars(canvas: HTMLCanvasElement, values: readonly number[], width: number, palette: Palette): void {
  const context = prepare(canvas, values.length * width, BAR_ROW_HEIGHT);
  const finite = values.filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...finite), Math.max(0, ...finite)];
  // A pixel at each edge stays free for the line at 0.
  const yOf = (value: number): number => high === low ? BAR_ROW_HEIGHT - 1 : 1 + (BAR_ROW_HEIGHT - 2) * (high - value) / (high - low);
  const line = Math.round(yOf(0));
  const gap = width >= 4 ? 1 : 0;
  for (const [index, value] of values.entries()) {
    const x = index * width;
    if (!Number.isFinite(value)) {
      const size = Math.min(CROSS, width - gap);
      cross(context, { x: x + (width - gap - size) / 2, y: Math.min(Math.max(line - size / 2, 0), BAR_ROW_HEIGHT - size), width: size, height: size }, palette);
      continue;
    }
    if (value === 0) continue;
    context.fillStyle = toCss(value > 0 ? palette.positive : palette.negative);
    const length = Math.max(1, Math.abs(yOf(value) - line));
    context.fillRect(x, value > 0 ? line - length : line, width - gap, length);
  }
  context.fillStyle = toCss(palette.text);
  context.fillRect(0, line - 0.5, values.length * width, 1);
}
