/** @file Checks what the panel's page sends: nothing from a web page is taken on trust. */
import type { MostNumbers, PageRequest } from '../protocol/tensor-page.js';
import type { FromPanel, MostRanges, PanelAction } from '../protocol/panel.js';
import type { SourceRange } from '../protocol/report.js';

const ACTIONS: Readonly<Record<PanelAction, true>> = {
  run: true,
  stop: true,
  backward: true,
  clearGrads: true,
  toggleRetainGrad: true,
  toggleNoGrad: true,
  openExamples: true,
  toggleDirection: true,
  exportGraph: true,
  pinGraph: true,
};

const MOST_NUMBERS: MostNumbers = 4096;
const MOST_RANGES: MostRanges = 200;
/** More axes than an array has. */
const MOST_AXES = 64;

type Fields = Readonly<Record<string, unknown>>;

/** The message, or null for anything that is none. */
export function parseFromPanel(value: unknown): FromPanel | null {
  if (!isObject(value)) return null;
  switch (value.type as FromPanel['type']) {
    case 'ready':
      return { type: 'ready' };
    case 'action':
      return isAction(value.action) ? { type: 'action', action: value.action } : null;
    case 'backward':
      return typeof value.variable === 'string' ? { type: 'backward', variable: value.variable } : null;
    case 'page': {
      const { request, uri, reportNumber } = value;
      const page = pageOf(value.page);
      return isCount(request) && typeof uri === 'string' && isCount(reportNumber) && page ? { type: 'page', request, uri, reportNumber, page } : null;
    }
    case 'reveal': {
      const { ranges, pick } = value;
      if (!Array.isArray(ranges) || ranges.length > MOST_RANGES || !ranges.every(isRange)) return null;
      if (pick === undefined) return { type: 'reveal', ranges };
      return isCount(pick) ? { type: 'reveal', ranges, pick } : null;
    }
    case 'painted':
      return isCount(value.elements) && isDuration(value.durationMs)
        ? { type: 'painted', elements: value.elements, durationMs: value.durationMs }
        : null;
    case 'drawn':
      return isCount(value.number) && (value.png === null || isPng(value.png)) ? { type: 'drawn', number: value.number, png: value.png } : null;
    case 'notDrawn':
      return isCount(value.number) && (value.step === 'drawing' || value.step === 'clipboard') && typeof value.reason === 'string'
        ? { type: 'notDrawn', number: value.number, step: value.step, reason: value.reason }
        : null;
    default:
      return null;
  }
}

/** What a page keeps over a reload of the window, as far as the extension wants to know it. */
export interface KeptPanel {
  readonly snippet: string;
  readonly pinned: boolean;
}

/** Reads the state that a page kept; null where it names no snippet. */
export function keptPanel(state: unknown): KeptPanel | null {
  return isObject(state) && typeof state.uri === 'string' ? { snippet: state.uri, pinned: state.pinned === true } : null;
}

/** A page of no more numbers than one may ask for. */
function pageOf(value: unknown): PageRequest | null {
  if (!isObject(value) || !isObject(value.block)) return null;
  const { variable, part, leading, row, column, rows, columns, block: { rows: blockRows, columns: blockColumns } } = value;
  if (typeof variable !== 'string' || (part !== 'value' && part !== 'grad')) return null;
  if (!Array.isArray(leading) || leading.length > MOST_AXES || !leading.every(isCount)) return null;
  if (!isCount(row) || !isCount(column) || !isPositive(rows) || !isPositive(columns) || !isPositive(blockRows) || !isPositive(blockColumns)) return null;
  if (Math.ceil(rows / blockRows) * Math.ceil(columns / blockColumns) > MOST_NUMBERS) return null;
  return { variable, part, leading, row, column, rows, columns, block: { rows: blockRows, columns: blockColumns } };
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

function isAction(value: unknown): value is PanelAction {
  return typeof value === 'string' && Object.hasOwn(ACTIONS, value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

function isPositive(value: unknown): value is number {
  return isCount(value) && value > 0;
}

function isDuration(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Its first eight bytes say that a file is one. */
function isPng(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array && [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, i) => value[i] === byte);
}

function isRange(value: unknown): value is SourceRange {
  if (!isObject(value)) return false;
  const { file, line, column, endLine, endColumn } = value;
  return isCount(file) && [line, column, endLine, endColumn].every(number => isCount(number) && number >= 1);
}
