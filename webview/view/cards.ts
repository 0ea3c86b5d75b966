/** @file Draws the text of the nodes over Cytoscape's shapes: a label of its own has one font, a card needs several. */
import type { Box, Point } from '../layout/request.js';
import type { TextStyle } from '../model/card.js';
import { fontOf, LINE_HEIGHT, RUN_GAP, type Card, type MeasuredRun } from './measure.js';
import type { Look, Theme } from './theme.js';
import { seenIn, type Window } from './window.js';

export interface PlacedCard {
  readonly id: string;
  readonly card: Card;
  readonly position: Point;
  readonly kind: 'variable' | 'function' | 'group';
  readonly look: Look;
  /** Has a second line inside its border, which is free to be dashed. */
  readonly doubled: boolean;
}

export function boxOf({ card, position }: PlacedCard): Box {
  return { x: position.x - card.width / 2, y: position.y - card.height / 2, width: card.width, height: card.height };
}

/** Below this zoom a card shows its title alone, larger. */
const WHOLE = 0.55;
/** Below this the nodes are blocks of colour. */
export const FAR = 0.16;
const TITLE_SIZE_MOST = 40;
/** In pixels of the screen. */
const TITLE_LEAST = 4.5;
/** The share of the titles that a first look at a graph is to show. */
const READABLE = 0.85;

function colourOf(style: TextStyle, look: Look, theme: Theme): string {
  const { text } = theme[look];
  if (text !== null) return text;
  switch (style) {
    case 'label': case 'note': return theme.muted;
    case 'grad': return theme.grad;
    case 'sign': return theme.sign;
    case 'name': case 'expression': case 'value': return theme.text;
  }
}

function drawInnerLine(context: CanvasRenderingContext2D, { card, position, look }: PlacedCard, theme: Theme): void {
  const [width, height] = [card.width - 8, card.height - 8];
  context.beginPath();
  context.roundRect(position.x - width / 2, position.y - height / 2, width, height, height / 2);
  context.lineWidth = 1.2;
  context.strokeStyle = theme[look].border;
  context.stroke();
}

function drawWhole(context: CanvasRenderingContext2D, { card, position, look }: PlacedCard, theme: Theme): void {
  let y = position.y - ((card.lines.length - 1) * LINE_HEIGHT) / 2;
  for (const line of card.lines) {
    const width = line.reduce((sum, run) => sum + run.width, 0) + RUN_GAP * (line.length - 1);
    let x = position.x - width / 2;
    for (const run of line) {
      context.font = fontOf(run.style, theme.fonts);
      context.fillStyle = colourOf(run.style, look, theme);
      context.fillText(run.text, x, y);
      x += run.width + RUN_GAP;
    }
    y += LINE_HEIGHT;
  }
}

/** What a card is known by in little room: a Function by its sign, a Variable without a name by its value. */
function briefOf({ card, kind }: PlacedCard): MeasuredRun {
  const [title] = card.lines;
  const sign = kind === 'function' ? title!.find(({ style }) => style === 'sign') : undefined;
  const value = title![0]!.style === 'expression' ? card.lines.flat().find(({ style }) => style === 'value') : undefined;
  return sign ?? (value && value.width < title![0]!.width ? value : title![0]!);
}

/** Height of a card's title as large as it fits, in pixels at zoom 1; null where it would be too small to read. */
function titleSize(placed: PlacedCard, zoom: number): number | null {
  const { card, kind } = placed;
  const margin = kind === 'variable' ? 24 : 10;
  const room = Math.min((card.width - margin) / Math.max(briefOf(placed).width, 1), (card.height - 6) / 15);
  const size = Math.min(TITLE_SIZE_MOST, 13 * room, 13 / zoom);
  return size * zoom < TITLE_LEAST ? null : size;
}

/** Whether nearly all of the cards are seen with their titles. */
export function areReadable(cards: Iterable<PlacedCard>, zoom: number): boolean {
  if (zoom >= WHOLE) return true;
  if (zoom < FAR) return false;
  let [all, named] = [0, 0];
  for (const placed of cards) {
    all += 1;
    if (titleSize(placed, zoom) !== null) named += 1;
  }
  return named >= READABLE * all;
}

/** It alone, as large as the node allows. */
function drawTitle(context: CanvasRenderingContext2D, placed: PlacedCard, theme: Theme, zoom: number): void {
  const { position } = placed;
  const run = briefOf(placed);
  const size = titleSize(placed, zoom);
  if (size === null) return;
  context.font = fontOf(run.style, theme.fonts, size);
  context.fillStyle = colourOf(run.style, placed.look, theme);
  context.textAlign = 'center';
  context.fillText(run.text, position.x, position.y);
  context.textAlign = 'left';
}

/** How much is left of what is not in focus. */
export const DIMMED = 0.22;
/** The nodes that are in focus; null where all are. */
export type Focus = ReadonlySet<string> | null;

/** Draws the cards that are in the window. The context's unit is one CSS pixel. */
export function drawCards(context: CanvasRenderingContext2D, cards: Iterable<PlacedCard>, focus: Focus, view: Window, theme: Theme): void {
  const { zoom, pan } = view;
  context.save();
  context.translate(pan.x, pan.y);
  context.scale(zoom, zoom);
  context.textBaseline = 'middle';
  const isSeen = seenIn(view);
  for (const placed of cards) {
    const box = boxOf(placed);
    if (!isSeen(box, 0)) continue;
    context.globalAlpha = focus === null || focus.has(placed.id) ? 1 : DIMMED;
    if (zoom < FAR) {
      context.fillStyle = theme[placed.look].far;
      context.fillRect(box.x, box.y, box.width, box.height);
      continue;
    }
    if (placed.doubled) drawInnerLine(context, placed, theme);
    if (zoom >= WHOLE) drawWhole(context, placed, theme);
    else drawTitle(context, placed, theme, zoom);
  }
  context.restore();
}
