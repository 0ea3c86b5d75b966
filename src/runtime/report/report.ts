/** @file Makes the run report of what a run has left. */
import type { Function, Variable } from '../../engine/index.js';
import type { Binding, Program } from '../../protocol/program.js';
import type {
  BindingReport, ConsoleEntry, FunctionReport, GradState, RunError, RunMode, RunReport, VariableReport, VariableState,
} from '../../protocol/report.js';
import type { ReportBudget } from '../../protocol/runtime.js';
import type { Recorder } from '../recorder.js';
import { collectGraph, outputOf } from './graph.js';
import { Places } from './places.js';
import { Scopes } from './scopes.js';
import { summarize } from './summary.js';

/** What a run has left, beside what its recorder knows. */
export interface RunState {
  readonly program: Program;
  readonly recorder: Recorder;
  readonly mode: RunMode;
  readonly budget: ReportBudget;
  readonly error: RunError | null;
  readonly console: readonly ConsoleEntry[];
  readonly consoleTruncated: boolean;
  readonly durationMs: number;
}

export const variableId = (variable: Variable): string => `v${variable.serial}`;
/** A Function is known by its first output: so its id is the same in every run of the same text. */
export const functionId = (fn: Function): string => `f${fn.firstOutput}`;

export function makeReport(state: RunState): RunReport {
  const { program, recorder, budget, error, console, consoleTruncated, durationMs, mode } = state;
  const graph = collectGraph(recorder, budget.maxElements);
  const places = new Places(program);
  const names = recorder.namings();
  const output = outputOf(recorder);
  const outputs = outputsOf(graph.variables);
  const scopes = new Scopes(graph.functions);
  return {
    ok: error === null,
    error,
    console,
    durationMs,
    mode,
    files: program.files.map(file => file.path),
    variables: graph.variables.map(variable => variableReport(variable, { places, names, scopes, recorder, budget })),
    functions: graph.functions.map(fn => functionReport(fn, { places, scopes }, outputs.get(fn) ?? [])),
    scopes: scopes.all,
    bindings: bindingReports(recorder, program),
    output: output === null ? null : variableId(output),
    totals: graph.totals,
    truncated: graph.truncated || consoleTruncated,
  };
}

interface Context {
  readonly places: Places;
  /** By serial. */
  readonly names: ReadonlyMap<number, Binding>;
  readonly scopes: Scopes;
  readonly recorder: Recorder;
  readonly budget: ReportBudget;
}

function variableReport(variable: Variable, { places, names, scopes, recorder, budget }: Context): VariableReport {
  const { content, grad } = variable;
  const place = places.place(variable.site);
  return {
    id: variableId(variable),
    name: variable.name ?? names.get(variable.serial)?.name ?? null,
    ...place,
    expression: places.expression(variable.site),
    generation: variable.generation,
    shape: variable.isEmpty ? [] : variable.shape,
    dtype: variable.isEmpty ? null : variable.dtype,
    value: content === null ? null : summarize(content, budget.maxTextLength),
    grad: grad === null ? null : summarize(grad, budget.maxTextLength),
    gradState: gradState(variable, recorder),
    creator: variable.maker === null ? null : functionId(variable.maker),
    bytes: variable.nbytes,
    state: variableState(variable),
    scope: scopes.ofVariable(variable, place.range),
  };
}

function variableState(variable: Variable): VariableState {
  if (variable.unrecorded) return 'unrecorded';
  if (variable.maker === null) return 'leaf';
  return variable.isFreed ? 'freed' : 'computed';
}

function gradState(variable: Variable, recorder: Recorder): GradState {
  const { heldGradient, gradOrigin } = variable.node;
  if (heldGradient !== null) return 'present';
  if (variable.unrecorded) return 'unrecorded';
  switch (gradOrigin) {
    case 'dropped':
      return 'dropped';
    case 'cleared':
      return 'cleared';
    default:
      // What was made after the last backward pass began cannot have been reached by it.
      return variable.serial <= recorder.rootAt ? 'unreached' : 'not-run';
  }
}

function functionReport(fn: Function, { places, scopes }: Pick<Context, 'places' | 'scopes'>, outputs: readonly string[]): FunctionReport {
  return {
    id: functionId(fn),
    op: fn.name,
    generation: fn.generation,
    ...places.place(fn.site),
    anchor: places.site(fn.site)?.anchor ?? null,
    inputs: fn.inputs.map(variableId),
    outputs,
    scope: scopes.ofFunction(fn),
  };
}

/** A Function refers to its outputs weakly; here they are at hand. */
function outputsOf(variables: readonly Variable[]): Map<Function, string[]> {
  const outputs = new Map<Function, string[]>();
  for (const variable of variables) {
    if (variable.maker === null) continue;
    const ids = outputs.get(variable.maker) ?? [];
    outputs.set(variable.maker, [...ids, variableId(variable)]);
  }
  return outputs;
}

function bindingReports(recorder: Recorder, program: Program): BindingReport[] {
  return Array.from(recorder.bound, ([binding, { value, count }]) => {
    const { name, range } = program.bindings[binding]!;
    return { name, range, variable: value === null ? null : variableId(value), count };
  });
}
