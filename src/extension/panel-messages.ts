/** @file Checks what the panel's page sends: nothing from a web page is taken on trust. */
import type { FromPanel, PanelAction } from '../protocol/panel.js';
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
};

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
    case 'reveal':
      return isRange(value.range) ? { type: 'reveal', range: value.range } : null;
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

/** The snippet's URI in the state that the page keeps over a reload; null where there is none. */
export function snippetOfState(state: unknown): string | null {
  return isObject(state) && typeof state.uri === 'string' ? state.uri : null;
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
