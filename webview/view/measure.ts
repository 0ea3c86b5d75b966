/** @file Measures the cards: the width of every run of text, and from those the size of the node. */
import { cardOf, type CardLine, type TextStyle } from '../model/card.js';
import type { ShownNode } from '../model/graph.js';

export interface Fonts {
  readonly ui: string;
  readonly code: string;
}

/** Width of a text in a CSS font, in pixels. */
export type Measure = (text: string, font: string) => number;

export interface MeasuredRun {
  readonly text: string;
  readonly style: TextStyle;
  readonly width: number;
}

export interface Card {
  readonly lines: readonly (readonly MeasuredRun[])[];
  readonly width: number;
  readonly height: number;
}

export const LINE_HEIGHT = 17;
export const RUN_GAP = 6;

/** Fonts at zoom 1. Their size is fixed, for the zoom is the reader's own. */
export function fontOf(style: TextStyle, fonts: Fonts, size?: number): string {
  switch (style) {
    case 'name': return `600 ${size ?? 13}px ${fonts.ui}`;
    case 'expression': return `italic ${size ?? 12}px ${fonts.code}`;
    case 'sign': return `600 ${size ?? 14}px ${fonts.ui}`;
    case 'label': return `${size ?? 11}px ${fonts.ui}`;
    case 'value': return `${size ?? 12}px ${fonts.code}`;
    case 'grad': return `600 ${size ?? 12}px ${fonts.code}`;
    case 'note': return `italic ${size ?? 11}px ${fonts.ui}`;
  }
}

function widthOf(line: readonly MeasuredRun[]): number {
  return line.reduce((sum, run) => sum + run.width, 0) + RUN_GAP * (line.length - 1);
}

/** The card of a node. `edges` is the greater of the numbers of edges at its two sides: a box grows with it. */
export function measureCard(node: ShownNode, edges: number, fonts: Fonts, measure: Measure): Card {
  const lines = cardOf(node).map((line: CardLine) => (
    line.map(run => ({ ...run, width: measure(run.text, fontOf(run.style, fonts)) }))
  ));
  const text = Math.max(...lines.map(widthOf));
  if (node.kind === 'function') {
    return { lines, width: Math.ceil(Math.max(text + 20, 50)), height: Math.max(34, Math.min(160, 10 + edges * 12)) };
  }
  if (node.kind === 'group') return { lines, width: Math.ceil(Math.max(text + 24, 84)), height: Math.max(lines.length * LINE_HEIGHT + 15, Math.min(160, 10 + edges * 8)) };
  return { lines, width: Math.ceil(Math.max(text + 32, 84)), height: lines.length * LINE_HEIGHT + 17 };
}
