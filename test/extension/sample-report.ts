/** @file The report of `const y = a * b + c;` in line 3, after `const a`, `b`, `c` in lines 1 and 2. */
import type { FunctionReport, RunReport, SourceRange, TensorSummary, VariableReport } from '../../src/protocol/report.js';

export function at(line: number, column: number, endColumn: number, file = 0): SourceRange {
  return { file, line, column, endLine: line, endColumn };
}

function tensor(text: string): TensorSummary {
  return { text, min: Number(text), max: Number(text), mean: Number(text), nonFinite: 0, data: [Number(text)] };
}

export function variable(part: Partial<VariableReport> & { id: string }): VariableReport {
  return {
    name: null, line: null, column: null, range: null, expression: null, generation: 0, shape: [], dtype: 'float64', value: tensor('1.0'),
    grad: null, gradState: 'not-run', creator: null, bytes: 8, state: 'leaf', scope: null, ...part,
  };
}

function fn(part: Pick<FunctionReport, 'id' | 'op' | 'range' | 'anchor' | 'inputs' | 'outputs'>): FunctionReport {
  return { generation: 0, line: part.range?.line ?? null, column: part.range?.column ?? null, scope: null, ...part };
}

// const y = a * b + c;
// 1         11
export const sampleReport: RunReport = {
  ok: true, error: null, console: [], durationMs: 2, mode: { retainGrad: false, noGrad: false }, files: ['/s/hello.dz.ts', '/s/other.ts'],
  variables: [
    variable({ id: 'v1', name: 'a', range: at(1, 11, 20) }),
    variable({ id: 'v2', name: 'b', range: at(2, 11, 20) }),
    variable({ id: 'v3', name: 'c', range: at(2, 27, 36) }),
    variable({ id: 'v4', expression: 'a * b', range: at(3, 11, 16), creator: 'f1', generation: 1, state: 'computed' }),
    variable({ id: 'v5', name: 'y', expression: 'a * b + c', range: at(3, 11, 20), creator: 'f2', generation: 2, state: 'computed' }),
  ],
  functions: [
    fn({ id: 'f1', op: 'Mul', range: at(3, 11, 16), anchor: at(3, 13, 14), inputs: ['v1', 'v2'], outputs: ['v4'] }),
    fn({ id: 'f2', op: 'Add', range: at(3, 11, 20), anchor: at(3, 17, 18), inputs: ['v4', 'v3'], outputs: ['v5'] }),
  ],
  scopes: [],
  bindings: [
    { name: 'a', range: at(1, 7, 8), variable: 'v1', count: 1 },
    { name: 'b', range: at(2, 7, 8), variable: 'v2', count: 1 },
    { name: 'c', range: at(2, 23, 24), variable: 'v3', count: 1 },
    { name: 'y', range: at(3, 7, 8), variable: 'v5', count: 1 },
  ],
  output: 'v5', totals: { variables: 5, functions: 2, bytes: 40 }, truncated: false,
};
