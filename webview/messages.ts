/** @file Validation of every message from the extension. */
import type { PageAnswer } from '../src/protocol/tensor-page.js';
import type { DrawRequest, PanelState, ToPanel } from '../src/protocol/panel.js';
import type {
  BindingReport, ConsoleEntry, Distribution, FunctionReport, RunError, RunMode, RunReport, ScopeReport, SourceRange, StackFrame, TensorSummary, VariableReport,
} from '../src/protocol/report.js';
import { boolean, type Check, count, either, list, nullable, number, oneOf, optional, positive, record, ShapeError, string } from './checks.js';

const range = record<SourceRange>({ file: count, line: count, column: count, endLine: count, endColumn: count });

const reportNumber = either(number, oneOf('nan', 'inf', '-inf'));

const tensor = record<TensorSummary>({
  text: string,
  min: nullable(number),
  max: nullable(number),
  mean: nullable(number),
  nonFinite: count,
  distribution: optional(record<Distribution>({
    std: nullable(number), nan: count, positiveInfinity: count, negativeInfinity: count, zeros: count, bins: list(count),
  })),
  data: optional(list(reportNumber)),
});

const variable = record<VariableReport>({
  id: string,
  name: nullable(string),
  line: nullable(count),
  column: nullable(count),
  range: nullable(range),
  expression: nullable(string),
  generation: count,
  shape: list(count),
  dtype: nullable(oneOf('float64', 'float32', 'int32', 'bool')),
  value: nullable(tensor),
  grad: nullable(tensor),
  gradState: oneOf('present', 'not-run', 'dropped', 'cleared', 'unreached', 'unrecorded'),
  creator: nullable(string),
  bytes: count,
  state: oneOf('leaf', 'computed', 'freed', 'unrecorded'),
  scope: nullable(string),
});

const func = record<FunctionReport>({
  id: string,
  op: string,
  generation: count,
  line: nullable(count),
  column: nullable(count),
  range: nullable(range),
  anchor: nullable(range),
  inputs: list(string),
  outputs: list(string),
  scope: nullable(string),
});

const mode = record<RunMode>({ retainGrad: boolean, noGrad: boolean });

const report = record<RunReport>({
  ok: boolean,
  error: nullable(record<RunError>({
    name: string,
    message: string,
    line: nullable(count),
    column: nullable(count),
    file: count,
    frames: list(record<StackFrame>({ name: nullable(string), file: string, line: count, column: count })),
  })),
  console: list(record<ConsoleEntry>({ level: oneOf('log', 'info', 'warn', 'error'), text: string, line: nullable(count) })),
  durationMs: number,
  mode,
  files: list(string),
  variables: list(variable),
  functions: list(func),
  scopes: list(record<ScopeReport>({
    id: string,
    parent: nullable(string),
    kind: oneOf('function', 'layer', 'call', 'loop', 'turn'),
    name: string,
    turn: nullable(count),
    range: nullable(range),
  })),
  bindings: list(record<BindingReport>({ name: string, range, variable: nullable(string), count })),
  output: nullable(string),
  totals: record<RunReport['totals']>({ variables: count, functions: count, bytes: count }),
  truncated: boolean,
});

const panelState = record<PanelState>({
  snippet: nullable(record<NonNullable<PanelState['snippet']>>({ uri: string, name: string })),
  pinned: boolean,
  activity: oneOf('idle', 'running', 'done', 'stale'),
  report: nullable(report),
  reportNumber: count,
  mode,
  direction: oneOf('LR', 'TB'),
});

const page = record<Extract<PageAnswer, { outcome: 'page' }>>({ outcome: string, numbers: list(reportNumber) });
const noPage = record<Pick<PageAnswer, 'outcome'>>({ outcome: oneOf('gone', 'missing') });

const answer: Check = (value, path) => {
  const isPage = typeof value === 'object' && value !== null && (value as { outcome?: unknown }).outcome === 'page';
  (isPage ? page : noPage)(value, path);
};

const kinds: Record<ToPanel['type'], Check> = {
  state: record<Extract<ToPanel, { type: 'state' }>>({ type: string, state: panelState }),
  select: record<Extract<ToPanel, { type: 'select' }>>({ type: string, ids: list(string) }),
  draw: record<DrawRequest>({ type: string, number: count, svg: string, scale: positive, purpose: oneOf('file', 'clipboard') }),
  page: record<Extract<ToPanel, { type: 'page' }>>({ type: string, request: count, answer }),
};

function isKind(type: unknown): type is ToPanel['type'] {
  return typeof type === 'string' && Object.hasOwn(kinds, type);
}

function checkUnique(report: RunReport): void {
  const seen = new Set<string>();
  for (const { id } of [...report.variables, ...report.functions]) {
    if (seen.has(id)) throw new ShapeError(`state.report: two elements have the id ${JSON.stringify(id)}`);
    seen.add(id);
  }
}

/** The message, if it is one. Throws a {@link ShapeError} that says what is wrong with it, and where. */
export function parseMessage(data: unknown): ToPanel {
  const type = typeof data === 'object' && data !== null ? (data as { type?: unknown }).type : undefined;
  if (!isKind(type)) {
    const names = Object.keys(kinds).map(name => JSON.stringify(name)).join(' or ');
    throw new ShapeError(`type: expected ${names}, got ${type === undefined ? 'none' : JSON.stringify(type)}`);
  }
  kinds[type](data, '');
  const message = data as ToPanel;
  if (message.type === 'state' && message.state.report) checkUnique(message.state.report);
  return message;
}

/** A kept state, if it still has the shape of one: it may be of an older version of the extension. */
export function isPanelState(data: unknown): data is PanelState {
  try {
    panelState(data, '');
    return true;
  } catch {
    return false;
  }
}
