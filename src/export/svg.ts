/** @file A graph as a picture: the panel's cards and layout, its text as text. */
import type { RunReport } from '../protocol/report.js';
import type { ExportOptions } from './formats.js';
import { layOut } from '../../webview/layout/layout.js';
import type { Point } from '../../webview/layout/request.js';
import { buildGraph, type GraphNode } from '../../webview/model/graph.js';
import { labelOf } from './label.js';

/** Without a screen nobody measures a font: a character is as wide as the widest common sans-serif makes it at 13 px. */
const CHARACTER = 7.4;
const LINE = 17;
const LETTER = 10;
const PADDING = 8;
const MARGIN = 24;
const RULER = 22;
const RULER_WIDTH = 96;

/** Text on its ground has a contrast of 7 and more, lines of 3 and more. */
const light = { ground: '#fff', text: '#222', line: '#6b6b6b', gradient: '#b35c00', variable: ['#fff4e0', '#b35c00'], function: ['#e4f0fb', '#1f6fb2'] };
const dark = { ground: '#1f1f1f', text: '#eee', line: '#999', gradient: '#e0a050', variable: ['#3a2a12', '#e0a050'], function: ['#14304a', '#5fa8e0'] };

const styleOf = ({ ground, text, line, gradient, variable, function: box }: typeof light): string => `
  svg { background: ${ground}; font: 13px system-ui, sans-serif; fill: ${text}; }
  ellipse { fill: ${variable[0]!}; stroke: ${variable[1]!}; }
  rect { fill: ${box[0]!}; stroke: ${box[1]!}; }
  .output { stroke-width: 3; }
  .dropped { stroke-dasharray: 5 3; }
  .unrecorded { stroke-dasharray: 1 3; }
  path { fill: none; stroke: ${line}; }
  .back { stroke: ${gradient}; stroke-width: 1.5; }
  .tip { fill: ${line}; stroke: none; }
  .ruler { fill: ${line}; font-size: 11px; }
  text { text-anchor: middle; dominant-baseline: central; }
  .name { font-weight: 600; }
`;

export function svg(report: RunReport, { direction, dark: isDark, transparent = false }: ExportOptions): string {
  const graph = buildGraph(report);
  const carried = new Set(graph.edges.filter(({ gradient }) => gradient).map(({ id }) => id));
  const labels = graph.nodes.map(labelOf);
  const sizes = graph.nodes.map((node, i) => sizeOf(node, labels[i]!));
  const { positions, routes, bands, bounds } = layOut({
    direction,
    nodes: graph.nodes.map((node, i) => ({ id: node.id, layer: node.layer, ports: node.kind === 'function', ...sizes[i]! })),
    edges: graph.edges,
    previous: null,
  });
  // The ruler is above columns, and beside rows.
  const [beside, above] = direction === 'LR' ? [0, RULER] : [RULER_WIDTH, 0];
  const box = {
    x: bounds.x - MARGIN - beside,
    y: bounds.y - MARGIN - above,
    // Whole pixels, for that is what a PNG of it has.
    width: Math.ceil(bounds.width + 2 * MARGIN + beside),
    height: Math.ceil(bounds.height + 2 * MARGIN + above),
  };
  const rulers = bands.map(({ generation, start, end }) => {
    const along = (start + end) / 2;
    const [x, y] = direction === 'LR' ? [along, box.y + RULER / 2 + 4] : [box.x + RULER_WIDTH / 2 + 4, along];
    return `<text class="ruler" x="${round(x)}" y="${round(y)}">generation ${generation}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[box.x, box.y, box.width, box.height].map(round).join(' ')}" width="${round(box.width)}" height="${round(box.height)}">`,
    `<style>${styleOf({ ...(isDark ? dark : light), ...(transparent && { ground: 'none' }) })}</style>`,
    `<defs>${arrow('arrow', 8, 'tip', 'M0 0 8 4 0 8z')}${arrow('gradient', -1, 'back', 'M6 .5 1 4 6 7.5')}</defs>`,
    ...rulers,
    // Where a gradient went, an open arrow points back.
    ...routes.map(({ id, points }) => `<path d="${curve(points)}"${carried.has(id) ? ' marker-start="url(#gradient)"' : ''} marker-end="url(#arrow)"/>`),
    ...graph.nodes.map((node, i) => drawn(node, { at: positions[i]!, lines: labels[i]!, ...sizes[i]! })),
    '</svg>',
    '',
  ].join('\n');
}

/** `tip` is where it touches the node, on the middle line of a square of 8. */
function arrow(id: string, tip: number, look: string, path: string): string {
  return `<marker id="${id}" viewBox="0 0 8 8" refX="${tip}" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="${look}" d="${path}"/></marker>`;
}

function sizeOf(node: GraphNode, lines: readonly string[]): { width: number; height: number } {
  // The first line, the name, is bold.
  const widths = lines.map((line, i) => line.length * CHARACTER * (i === 0 ? 1.08 : 1));
  if (node.kind === 'function') return { width: Math.max(Math.max(...widths) + 24, 56), height: 34 };
  const height = lines.length * LINE + 19;
  // An ellipse is narrower where its upper and lower lines are, at the outer edge of their letters.
  const needed = widths.map((width, i) => {
    const edge = Math.abs(i - (lines.length - 1) / 2) * LINE + LETTER / 2;
    return (width + 2 * PADDING) / Math.sqrt(1 - (edge / (height / 2)) ** 2);
  });
  return { width: Math.max(...needed, 108), height };
}

interface Drawing {
  readonly at: Point;
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

function drawn(node: GraphNode, { at, lines, width, height }: Drawing): string {
  const state = node.kind === 'variable' ? ` class="${node.role} ${node.report.gradState}"` : '';
  const shape =
    node.kind === 'variable'
      ? `<ellipse${state} cx="${round(at.x)}" cy="${round(at.y)}" rx="${round(width / 2)}" ry="${round(height / 2)}"/>`
      : `<rect x="${round(at.x - width / 2)}" y="${round(at.y - height / 2)}" width="${round(width)}" height="${round(height)}" rx="4"/>`;
  const first = at.y - ((lines.length - 1) * LINE) / 2;
  const texts = lines.map((line, i) => `<text${i === 0 ? ' class="name"' : ''} x="${round(at.x)}" y="${round(first + i * LINE)}">${escaped(line)}</text>`);
  return [`<g id="${node.id}">`, shape, ...texts, '</g>'].join('');
}

/** Through the route's points, straight in the middle of each stretch: quadratic curves around the points between. */
function curve(route: readonly Point[]): string {
  // Of two points in one place the second says no direction, and the arrow would point nowhere.
  const points = route.filter((point, i) => i === 0 || Math.hypot(point.x - route[i - 1]!.x, point.y - route[i - 1]!.y) > 0.05);
  const [first, ...rest] = points;
  const last = rest.pop()!;
  const commands = [`M${at(first!)}`];
  rest.forEach((point, i) => commands.push(`Q${at(point)} ${at(middle(point, rest[i + 1] ?? last))}`));
  return [...commands, `L${at(last)}`].join(' ');
}

const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
const round = (value: number): number => Math.round(value * 10) / 10;

/** XML has no control characters, not even escaped ones: one in a name would spoil the whole picture. */
function escaped(text: string): string {
  const legal = text.toWellFormed().replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '\ufffd');
  return legal.replace(/[&<>]/g, character => `&#${character.charCodeAt(0)};`);
}
