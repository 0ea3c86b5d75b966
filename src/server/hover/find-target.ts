/** @file What a hover asks about: from a position in the snippet to a Variable of the last run. */
import type ts from 'typescript';
import type { NameAt, NameIndex, TextSpan } from '../../language/names.js';
import type { BindingReport, FunctionReport, RunReport, SourceRange, VariableReport } from '../../protocol/report.js';
import { contains, sameSpan, spanOfRange, within } from '../text-span.js';
import { isBareDeclaration, pendingTargets } from './assignments.js';
import { findPointedExpression } from './pointed-expression.js';

export type HoverTarget =
  | {
    readonly kind: 'value';
    /** What the hover is about in the text. */
    readonly span: TextSpan;
    /** The name under the cursor; null on an operator or call. */
    readonly name: string | null;
    readonly variable: VariableReport;
    /** How many times the program came by here; the Variable is the last one's. */
    readonly passes: number;
    /** Outputs of the same call beside `variable`. */
    readonly moreOutputs: number;
  }
  /** There was a Variable here, but the report left it out to stay within its budget. */
  | { readonly kind: 'left-out'; readonly span: TextSpan };

/**
 * Finds the Variable meant by the name, operator or callee at `offset`.
 *
 * @param file The snippet that `report` is of, parsed.
 * @returns null where the run left no Variable.
 */
export function findTarget(file: ts.SourceFile, offset: number, report: RunReport, names: NameIndex): HoverTarget | null {
  const run = indexRun(report, file);
  // A cursor right behind an operator means it too, unless something else stands there.
  return valueMadeAt(offset, run) ?? valueOfName(nameAt(offset, run, names), run) ?? valueMadeAt(offset - 1, run);
}

interface RunIndex {
  readonly report: RunReport;
  readonly file: ts.SourceFile;
  readonly variables: ReadonlyMap<string, VariableReport>;
}

function indexRun(report: RunReport, file: ts.SourceFile): RunIndex {
  return { report, file, variables: new Map(report.variables.map(variable => [variable.id, variable])) };
}

/** The newest Variable that the operator or call with its anchor at `offset` made. */
function valueMadeAt(offset: number, run: RunIndex): HoverTarget | null {
  const pointed = findPointedExpression(run.file, offset);
  const spanInSnippet = (range: SourceRange | null) => range?.file === 0 ? spanOfRange(range, run.file) : null;
  const functions = run.report.functions.filter(({ anchor }) => {
    const span = spanInSnippet(anchor);
    return span !== null && contains(span, offset);
  });
  const outputs = functions.map(made => outputsOf(made, run)).filter(made => made.length > 0);
  // What no recorded Function made: leaves, and values under no-grad.
  const alone = pointed === null ? [] : run.report.variables.filter(({ creator, range }) => {
    const span = spanInSnippet(range);
    return creator === null && span !== null && sameSpan(span, pointed.span);
  });
  const span = pointed?.anchor ?? spanInSnippet(functions[0]?.anchor ?? null);
  if (!span) return null;
  const newest = [...outputs, ...alone.map(variable => [variable])]
    .reduce<readonly VariableReport[]>((best, next) => serial(next[0]) > serial(best[0]) ? next : best, []);
  const variable = newest[0];
  if (!variable) return functions.length > 0 && run.report.truncated ? { kind: 'left-out', span } : null;
  return { kind: 'value', span, name: null, variable, passes: functions.length + alone.length, moreOutputs: newest.length - 1 };
}

function outputsOf(made: FunctionReport, run: RunIndex): VariableReport[] {
  return made.outputs.flatMap(id => run.variables.get(id) ?? []);
}

/** Ids count upwards in the order of creation; the report's own order is by generation. */
function serial(variable: VariableReport | undefined): number {
  return variable ? Number(/\d+$/.exec(variable.id)?.[0] ?? 0) : -1;
}

/** The name at `offset`, or the one that ends there; in `a*b`, `*` is not `a`. */
function nameAt(offset: number, { file }: RunIndex, names: NameIndex): NameAt | null {
  const name = names.lookup(offset);
  return name?.range.end === offset && findPointedExpression(file, offset) ? null : name;
}

/** What the name holds there: at a write what was written, else what the nearest write before it in the text wrote, else the last one. */
function valueOfName(occurrence: NameAt | null, run: RunIndex): HoverTarget | null {
  if (!occurrence) return null;
  const { name, range: span } = occurrence;
  const bindings = run.report.bindings
    .filter(binding => binding.name === name && binding.range.file === 0)
    .map(binding => ({ binding, span: spanOfRange(binding.range, run.file) }));
  const bindingAt = (write: TextSpan) => bindings.find(each => sameSpan(each.span, write))?.binding;

  const writes = occurrence.writes.filter(write => !isBareDeclaration(run.file, write));
  if (writes.some(write => sameSpan(write, span))) return targetOf(bindingAt(span), span, run);
  const written = writes.map(write => ({ write, binding: bindingAt(write) })).filter(({ binding }) => binding?.variable);
  const pending = pendingTargets(run.file, span);
  const nearest = written.findLast(({ write }) => write.start < span.start && !pending.some(target => within(write, target))) ?? written.at(-1);
  return targetOf(nearest?.binding, span, run);
}

function targetOf(binding: BindingReport | undefined, span: TextSpan, run: RunIndex): HoverTarget | null {
  if (!binding?.variable) return null;
  const variable = run.variables.get(binding.variable);
  if (!variable) return { kind: 'left-out', span };
  return { kind: 'value', span, name: binding.name, variable, passes: binding.count, moreOutputs: 0 };
}
