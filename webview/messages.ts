/** @file Validation of every message from the extension. */
import type { PageAnswer } from '../src/protocol/tensor-page.js';
import type { DrawRequest, PanelState, ToPanel } from '../src/protocol/panel.js';
import type {
  BindingReport, ConsoleEntry, Distribution, FunctionReport, RunError, RunMode, RunReport, ScopeReport, SourceRange, StackFrame, TensorSummary, VariableReport,
} from '../src/protocol/report.js';
import { readReport } from '../src/protocol/report-text.js';
import { boolean, type Check, count, either, list, nullable, number, oneOf, optional, positive, record, ShapeError, shared, string } from './checks.js';

const range = shared(record<SourceRange>({ file: count, line: count, column: count, endLine: count, endColumn: count }));

const reportNumber = either(number, oneOf('nan', 'inf', '-inf'));

const anyTensor = record<TensorSummary>({
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

/** Most tensors of a large run are single numbers: looked at as a whole, in a fifth of the time. */
function isNumber(value: unknown): boolean {
  const { text, min, max, mean, nonFinite, distribution, data } = (value ?? {}) as Partial<TensorSummary>;
  return typeof text === 'string' && typeof min === 'number' && Number.isFinite(min) && max === min && mean === min
    && nonFinite === 0 && distribution === undefined && Array.isArray(data) && data.length === 1 && data[0] === min;
}

const tensor: Check = value => { if (!isNumber(value)) anyTensor(value); };

const variable = record<VariableReport>({
  id: string,
  name: nullable(string),
  line: nullable(count),
  column: nullable(count),
  range: nullable(range),
  expression: nullable(string),
  generation: count,
  shape: shared(list(count)),
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

const aroundReport = {
  snippet: nullable(record<NonNullable<PanelState['snippet']>>({ uri: string, name: string })),
  pinned: boolean,
  activity: oneOf('idle', 'running', 'done', 'stale'),
  reportNumber: count,
  mode,
  direction: oneOf('LR', 'TB'),
};

/** Throws a {@link ShapeError} where it is no state that a panel can show. */
export const panelState: Check = record<PanelState>({ ...aroundReport, report: nullable(soundReport) });

function soundReport(value: unknown): void {
  report(value);
  checkUnique(value as RunReport);
}

const page = record<Extract<PageAnswer, { outcome: 'page' }>>({ outcome: string, numbers: list(reportNumber) });
const noPage = record<Pick<PageAnswer, 'outcome'>>({ outcome: oneOf('gone', 'missing') });

const answer: Check = value => {
  const isPage = typeof value === 'object' && value !== null && (value as { outcome?: unknown }).outcome === 'page';
  (isPage ? page : noPage)(value);
};

type Sent = Extract<ToPanel, { type: 'state' }>;

const kinds: Record<ToPanel['type'], Check> = {
  state: record<Sent>({ type: string, state: record<Sent['state']>(aroundReport), report: nullable(string) }),
  select: record<Extract<ToPanel, { type: 'select' }>>({ type: string, ids: list(string), heard: count }),
  draw: record<DrawRequest>({ type: string, number: count, svg: string, scale: positive, purpose: oneOf('file', 'clipboard') }),
  page: record<Extract<ToPanel, { type: 'page' }>>({ type: string, request: count, answer }),
};

function isKind(type: unknown): type is ToPanel['type'] {
  return typeof type === 'string' && Object.hasOwn(kinds, type);
}

function checkUnique(report: RunReport): void {
  const seen = new Set<string>();
  for (const elements of [report.variables, report.functions]) for (const { id } of elements) {
    if (seen.has(id)) throw new ShapeError(`two elements have the id ${JSON.stringify(id)}`);
    seen.add(id);
  }
}

/** The extension sends a report again whenever anything else changes: the same text is the same report. */
let last: { readonly text: string; readonly report: RunReport } | null = null;

function reportOf(text: string): RunReport {
  if (last?.text === text) return last.report;
  let read: RunReport;
  try {
    read = readReport(text);
  } catch (error) {
    throw new ShapeError(`expected the text of a report: ${String(error)}`, 'report');
  }
  try {
    soundReport(read);
  } catch (error) {
    throw error instanceof ShapeError ? error.from('report') : error;
  }
  last = { text, report: read };
  return read;
}

/** A message, with the report of a state read. */
export type Message = Exclude<ToPanel, Sent> | { readonly type: 'state'; readonly state: PanelState };

/** The message, if it is one. Throws a {@link ShapeError} that says what is wrong with it, and where. */
export function parseMessage(data: unknown): Message {
  const type = typeof data === 'object' && data !== null ? (data as { type?: unknown }).type : undefined;
  if (!isKind(type)) {
    const names = Object.keys(kinds).map(name => JSON.stringify(name)).join(' or ');
    throw new ShapeError(`expected ${names}, got ${type === undefined ? 'none' : JSON.stringify(type)}`, 'type');
  }
  kinds[type](data);
  const message = data as ToPanel;
  if (message.type !== 'state') return message;
  return { type: 'state', state: { ...message.state, report: message.report === null ? null : reportOf(message.report) } };
}

/** A kept state, if it still has the shape of one: it may be of an older version of the extension. */
export function isPanelState(data: unknown): data is PanelState {
  try {
    panelState(data);
    return true;
  } catch {
    return false;
  }
}
