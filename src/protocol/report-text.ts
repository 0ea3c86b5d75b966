/**
 * @file A run report as text, the way it goes from one process to another. A graph of 100,000 elements says the same things over and over:
 * by columns, with what is repeated said once, it is a fifth as long as its plain JSON, and read in a third of the time.
 */
import type { FunctionReport, RunReport, ScopeReport, TensorSummary, VariableReport } from './report.js';

/** A column of values that differ. */
type Own<T> = readonly T[];

/** A column of values that repeat: each once, and for each row which of them it is. */
interface Shared<T> {
  readonly values: readonly T[];
  readonly at: readonly number[];
}

/** An element of the report, by its row; by its id where the report does not hold it. Read, it is the very string that the element has. */
type Reference = number | string;

/** A single number that reads back from its text: the text is all there is to say. */
type PackedTensor = TensorSummary | string | null;

interface PackedReport extends Omit<RunReport, 'variables' | 'functions' | 'scopes'> {
  readonly variables: {
    readonly id: Own<string>;
    readonly name: Shared<string | null>;
    readonly line: Shared<number | null>;
    readonly column: Shared<number | null>;
    readonly range: Shared<VariableReport['range']>;
    readonly expression: Shared<string | null>;
    readonly generation: Own<number>;
    readonly shape: Shared<readonly number[]>;
    readonly dtype: Shared<VariableReport['dtype']>;
    readonly value: Own<PackedTensor>;
    readonly grad: Own<PackedTensor>;
    readonly gradState: Shared<VariableReport['gradState']>;
    readonly creator: Own<Reference | null>;
    readonly bytes: Own<number>;
    readonly state: Shared<VariableReport['state']>;
    readonly scope: Shared<string | null>;
  };
  readonly functions: {
    readonly id: Own<string>;
    readonly op: Shared<string>;
    readonly generation: Own<number>;
    readonly line: Shared<number | null>;
    readonly column: Shared<number | null>;
    readonly range: Shared<FunctionReport['range']>;
    readonly anchor: Shared<FunctionReport['anchor']>;
    readonly inputs: Own<readonly Reference[]>;
    readonly outputs: Own<readonly Reference[]>;
    readonly scope: Shared<string | null>;
  };
  readonly scopes: {
    readonly id: Own<string>;
    readonly parent: Shared<string | null>;
    readonly kind: Shared<ScopeReport['kind']>;
    readonly name: Shared<string>;
    readonly turn: Own<number | null>;
    readonly range: Shared<ScopeReport['range']>;
  };
}

/** Texts of the reports that came as such, or were sent once. */
const texts = new WeakMap<RunReport, string>();

/** The report as text. Made once. */
export function reportText(report: RunReport): string {
  let text = texts.get(report);
  if (text === undefined) texts.set(report, text = JSON.stringify(pack(report)));
  return text;
}

/** The report of a text. @throws anything, where the text is none of {@link reportText} */
export function readReport(text: string): RunReport {
  const report = unpack(JSON.parse(text) as PackedReport);
  texts.set(report, text);
  return report;
}

function share<T>(column: readonly T[]): Shared<T> {
  const values: T[] = [];
  const places = new Map<unknown, number>();
  const at = column.map(value => {
    const known = places.get(value);
    if (known !== undefined) return known;
    // Equal objects are one, and no string is taken for an object.
    const key = typeof value === 'object' ? `\0${JSON.stringify(value)}` : value;
    const place = places.get(key) ?? values.push(value) - 1;
    places.set(key, place).set(value, place);
    return place;
  });
  return { values, at };
}

function packTensor(tensor: TensorSummary | null): PackedTensor {
  if (tensor === null) return null;
  const { text, min, max, mean, nonFinite, data, distribution } = tensor;
  const number = Number(text);
  const isNumber = Number.isFinite(number) && nonFinite === 0 && distribution === undefined && data?.length === 1
    && [data[0], min, max, mean].every(each => Object.is(each, number));
  return isNumber ? text : tensor;
}

function plainNumber(text: string): TensorSummary {
  const number = Number(text);
  return { text, min: number, max: number, mean: number, nonFinite: 0, data: [number] };
}

const unpackTensor = (tensor: PackedTensor): TensorSummary | null => typeof tensor === 'string' ? plainNumber(tensor) : tensor;

/** Refers to elements of a report that has these. */
function referTo(elements: readonly { readonly id: string }[]): (id: string) => Reference {
  const rows = new Map(elements.map(({ id }, row) => [id, row]));
  return id => rows.get(id) ?? id;
}

/** The ids of what refers to these. */
const idIn = (ids: Own<string>) => (reference: Reference): string => typeof reference === 'number' ? ids[reference]! : reference;

function pack({ variables, functions, scopes, ...rest }: RunReport): PackedReport {
  const [toVariable, toFunction] = [referTo(variables), referTo(functions)];
  return {
    ...rest,
    variables: {
      id: variables.map(({ id }) => id),
      name: share(variables.map(({ name }) => name)),
      line: share(variables.map(({ line }) => line)),
      column: share(variables.map(({ column }) => column)),
      range: share(variables.map(({ range }) => range)),
      expression: share(variables.map(({ expression }) => expression)),
      generation: variables.map(({ generation }) => generation),
      shape: share(variables.map(({ shape }) => shape)),
      dtype: share(variables.map(({ dtype }) => dtype)),
      value: variables.map(({ value }) => packTensor(value)),
      grad: variables.map(({ grad }) => packTensor(grad)),
      gradState: share(variables.map(({ gradState }) => gradState)),
      creator: variables.map(({ creator }) => creator === null ? null : toFunction(creator)),
      bytes: variables.map(({ bytes }) => bytes),
      state: share(variables.map(({ state }) => state)),
      scope: share(variables.map(({ scope }) => scope)),
    },
    functions: {
      id: functions.map(({ id }) => id),
      op: share(functions.map(({ op }) => op)),
      generation: functions.map(({ generation }) => generation),
      line: share(functions.map(({ line }) => line)),
      column: share(functions.map(({ column }) => column)),
      range: share(functions.map(({ range }) => range)),
      anchor: share(functions.map(({ anchor }) => anchor)),
      inputs: functions.map(({ inputs }) => inputs.map(toVariable)),
      outputs: functions.map(({ outputs }) => outputs.map(toVariable)),
      scope: share(functions.map(({ scope }) => scope)),
    },
    scopes: {
      id: scopes.map(({ id }) => id),
      parent: share(scopes.map(({ parent }) => parent)),
      kind: share(scopes.map(({ kind }) => kind)),
      name: share(scopes.map(({ name }) => name)),
      turn: scopes.map(({ turn }) => turn),
      range: share(scopes.map(({ range }) => range)),
    },
  };
}

/** The value of a row. */
const of = <T>({ values, at }: Shared<T>, row: number): T => values[at[row]!]!;

/** Written out, column by column: so the rows are objects of one shape, which is what makes reading them quick. */
function unpack({ variables: v, functions: f, scopes: s, ...rest }: PackedReport): RunReport {
  const [variable, func] = [idIn(v.id), idIn(f.id)];
  return {
    ...rest,
    variables: v.id.map((id, row): VariableReport => ({
      id,
      name: of(v.name, row),
      line: of(v.line, row),
      column: of(v.column, row),
      range: of(v.range, row),
      expression: of(v.expression, row),
      generation: v.generation[row]!,
      shape: of(v.shape, row),
      dtype: of(v.dtype, row),
      value: unpackTensor(v.value[row]!),
      grad: unpackTensor(v.grad[row]!),
      gradState: of(v.gradState, row),
      creator: v.creator[row] === null ? null : func(v.creator[row]!),
      bytes: v.bytes[row]!,
      state: of(v.state, row),
      scope: of(v.scope, row),
    })),
    functions: f.id.map((id, row): FunctionReport => ({
      id,
      op: of(f.op, row),
      generation: f.generation[row]!,
      line: of(f.line, row),
      column: of(f.column, row),
      range: of(f.range, row),
      anchor: of(f.anchor, row),
      inputs: f.inputs[row]!.map(variable),
      outputs: f.outputs[row]!.map(variable),
      scope: of(f.scope, row),
    })),
    scopes: s.id.map((id, row): ScopeReport => ({
      id, parent: of(s.parent, row), kind: of(s.kind, row), name: of(s.name, row), turn: s.turn[row]!, range: of(s.range, row),
    })),
  };
}
