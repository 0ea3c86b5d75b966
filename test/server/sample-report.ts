/** @file Run reports for tests, with places found by searching the snippet's text. */
import type { BindingReport, FunctionReport, RunReport, SourceRange, TensorSummary, VariableReport } from '../../src/protocol/report.js';

/** The snippet of the language's description. */
export const step18 = `import { Variable, np } from 'dezero';
const a = new Variable(np.array(3.0)), b = new Variable(np.array(2.0)), c = new Variable(np.array(1.0));
const y = a * b + c;
y.backward();
console.log(y, a.grad, b.grad);
`;

/** Offset of the `nth` (from 1) occurrence of `text` in `source`. */
export function offsetOf(source: string, text: string, nth = 1): number {
  let at = -1;
  for (let seen = 0; seen < nth; seen++) {
    at = source.indexOf(text, at + 1);
    if (at < 0) throw new Error(`The text has no ${text} number ${nth}.`);
  }
  return at;
}

export function rangeOf(source: string, text: string, nth = 1): SourceRange {
  const start = offsetOf(source, text, nth);
  const place = (offset: number) => {
    const before = source.slice(0, offset).split('\n');
    return { line: before.length, column: before.at(-1)!.length + 1 };
  };
  const from = place(start), to = place(start + text.length);
  return { file: 0, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

/** A range that begins at `outer`'s occurrence and covers `inner` inside it. */
export function rangeWithin(source: string, outer: string, inner: string, nth = 1): SourceRange {
  const base = offsetOf(source, outer, nth) + offsetOf(outer, inner);
  let count = 0;
  for (let at = source.indexOf(inner); at >= 0 && at <= base; at = source.indexOf(inner, at + 1)) count++;
  return rangeOf(source, inner, count);
}

export function scalar(value: number): TensorSummary {
  return { text: value.toFixed(1), min: value, max: value, mean: value, nonFinite: 0, data: [value] };
}

export function variable(id: string, fields: Partial<VariableReport>): VariableReport {
  const { range = null } = fields;
  return {
    id, name: null, line: range?.line ?? null, column: range?.column ?? null, range, expression: null, generation: 0, shape: [], dtype: 'float64',
    value: scalar(0), grad: null, gradState: 'not-run', creator: null, bytes: 8, state: 'leaf', scope: null, ...fields,
  };
}

export function called(id: string, fields: Partial<FunctionReport>): FunctionReport {
  const { range = null } = fields;
  return { id, op: 'Mul', generation: 0, line: range?.line ?? null, column: range?.column ?? null, range, anchor: null, inputs: [], outputs: [], scope: null, ...fields };
}

export function bound(name: string, range: SourceRange, variableId: string | null, count = 1): BindingReport {
  return { name, range, variable: variableId, count };
}

export function report(fields: Partial<RunReport>): RunReport {
  return {
    ok: true, error: null, console: [], durationMs: 3, mode: { retainGrad: false, noGrad: false }, files: ['step18.dz.ts'], variables: [], functions: [],
    scopes: [], bindings: [], output: null, totals: { variables: 0, functions: 0, bytes: 0 }, truncated: false, ...fields,
  };
}

/** What a run of {@link step18} leaves: `y`'s gradient and the product's are dropped, the inputs keep theirs. */
export function step18Report(fields: Partial<RunReport> = {}): RunReport {
  const range = (text: string) => rangeOf(step18, text);
  return report({
    variables: [
      variable('v1', { name: 'a', range: range('new Variable(np.array(3.0))'), value: scalar(3), grad: scalar(2), gradState: 'present' }),
      variable('v2', { name: 'b', range: range('new Variable(np.array(2.0))'), value: scalar(2), grad: scalar(3), gradState: 'present' }),
      variable('v3', { name: 'c', range: range('new Variable(np.array(1.0))'), value: scalar(1), grad: scalar(1), gradState: 'present' }),
      variable('v4', {
        range: range('a * b'), expression: 'a * b', value: scalar(6), generation: 1, creator: 'f1', state: 'computed', gradState: 'dropped',
      }),
      variable('v5', {
        name: 'y', range: range('a * b + c'), expression: 'a * b + c', value: scalar(7), generation: 2, creator: 'f2', state: 'computed', gradState: 'dropped',
      }),
    ],
    functions: [
      called('f1', { op: 'Mul', range: range('a * b'), anchor: range('*'), inputs: ['v1', 'v2'], outputs: ['v4'] }),
      called('f2', { op: 'Add', generation: 1, range: range('a * b + c'), anchor: range('+'), inputs: ['v4', 'v3'], outputs: ['v5'] }),
    ],
    bindings: [
      bound('a', rangeWithin(step18, 'a = new', 'a'), 'v1'),
      bound('b', rangeWithin(step18, 'b = new', 'b'), 'v2'),
      bound('c', rangeWithin(step18, 'c = new', 'c'), 'v3'),
      bound('y', rangeWithin(step18, 'y = a', 'y'), 'v5'),
    ],
    output: 'v5',
    totals: { variables: 5, functions: 2, bytes: 40 },
    ...fields,
  });
}
