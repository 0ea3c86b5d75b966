/** @file The run report: what one run of a snippet made, bounded, as plain JSON. Every view reads this and nothing else. */

/** The element types of an NDArray. */
export type DType = 'float64' | 'float32' | 'int32' | 'bool';

/** A place in a source file of the run. Lines and columns count from 1; the end is exclusive. */
export interface SourceRange {
  /** Index into {@link RunReport.files}; 0 is the snippet itself. */
  readonly file: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** JSON has no NaN and no infinities: those go as words. */
export type ReportNumber = number | 'nan' | 'inf' | '-inf';

/** How a tensor's elements are spread. */
export interface Distribution {
  /** Standard deviation of the finite elements, over their count as NumPy's; null where there is none. */
  readonly std: number | null;
  readonly nan: number;
  readonly positiveInfinity: number;
  readonly negativeInfinity: number;
  readonly zeros: number;
  /** How many finite elements are in each of as many equal intervals from min to max, the last one closed; one interval where min is max. */
  readonly bins: readonly number[];
}

/** The values of a tensor as text and statistics: whole where it is small, summarised past the budget. */
export interface TensorSummary {
  /** As NumPy prints it; elided past the budget. */
  readonly text: string;
  /** Of the finite elements; null where there is none. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** How many elements are NaN or infinite. */
  readonly nonFinite: number;
  /** For tensors of more than a few elements only. */
  readonly distribution?: Distribution;
  /** All elements in row-major order, for small tensors only; larger ones are read in pages. */
  readonly data?: readonly ReportNumber[];
}

/** What a Variable is in its graph. */
export type VariableState =
  /** Made by the user: no Function made it. */
  | 'leaf'
  /** The output of a recorded Function. */
  | 'computed'
  /** The same, but no rule reads its data and nobody held its Variable any more: the data is freed. */
  | 'freed'
  /** The output of a Function that ran under no-grad: no creator, no way back. */
  | 'unrecorded';

/** Why `grad` is what it is. */
export type GradState =
  /** There is a gradient. */
  | 'present'
  /** No backward pass has run in this run, or none since the Variable was made. */
  | 'not-run'
  /** Backward passed through this Variable and dropped its gradient after use, for retain-grad was off. */
  | 'dropped'
  /** `clearGrad()` was called after it had a gradient. */
  | 'cleared'
  /** Backward ran from a Variable that does not depend on this one. */
  | 'unreached'
  /** Made under no-grad: there is nothing to differentiate. */
  | 'unrecorded';

/** One Variable of the graph. `line` and `column` are where the expression that made it begins. */
export interface VariableReport {
  readonly id: string;
  /** The Variable's own name, or else the first binding that it was assigned to and that still has it; null where it has neither. */
  readonly name: string | null;
  readonly line: number | null;
  readonly column: number | null;
  /** The expression that made it; null where the place is unknown. */
  readonly range: SourceRange | null;
  /** That expression's text, shortened to one line: the label of a Variable without a name. */
  readonly expression: string | null;
  readonly generation: number;
  readonly shape: readonly number[];
  /** null for an empty Variable, as `value` is. */
  readonly dtype: DType | null;
  readonly value: TensorSummary | null;
  readonly grad: TensorSummary | null;
  readonly gradState: GradState;
  /** Id of the Function that made it. */
  readonly creator: string | null;
  readonly bytes: number;
  readonly state: VariableState;
  /** Id of the innermost scope that it belongs to; null at the top level. */
  readonly scope: string | null;
}

/** One Function of the graph: one call, recorded. */
export interface FunctionReport {
  readonly id: string;
  /** The class name: Add, Mul, Square. */
  readonly op: string;
  readonly generation: number;
  readonly line: number | null;
  readonly column: number | null;
  readonly range: SourceRange | null;
  /** The operator's or callee's own place inside `range`: what a hover on `*` or `square` finds. */
  readonly anchor: SourceRange | null;
  readonly inputs: readonly string[];
  /** Ids of the outputs that are part of this report. */
  readonly outputs: readonly string[];
  /** Id of the innermost scope that it was recorded in; null at the top level. */
  readonly scope: string | null;
}

export type ScopeKind =
  /** A call of a function that has a name. */
  | 'function'
  /** A call of a Layer. */
  | 'layer'
  /** A call of one of the library's functions that recorded several Functions. */
  | 'call'
  /** A loop, all its turns. */
  | 'loop'
  /** One turn of a loop. */
  | 'turn';

/** What belongs together in the graph because it was recorded together: one call, one loop, one turn. */
export interface ScopeReport {
  /** The same in every run of the same text. */
  readonly id: string;
  /** Id of the scope around it; null at the top level. */
  readonly parent: string | null;
  readonly kind: ScopeKind;
  /** The function, the Layer's class, or the loop's head: `for i`. */
  readonly name: string;
  /** Which turn it is, from 0; null where it is none. */
  readonly turn: number | null;
  /** The function or loop in the source; null for the library's own. */
  readonly range: SourceRange | null;
}

/** A name of the snippet, at one place where it is written (declared or assigned), and the Variable it got there last. */
export interface BindingReport {
  readonly name: string;
  /** The name's own range at that place. */
  readonly range: SourceRange;
  /** Id of the Variable; null when what was assigned last is none. */
  readonly variable: string | null;
  /** How many times this place was passed. */
  readonly count: number;
}

/** One call of the snippet's console. */
export interface ConsoleEntry {
  readonly level: 'log' | 'info' | 'warn' | 'error';
  readonly text: string;
  /** Line of the call in the snippet; null where it is unknown. */
  readonly line: number | null;
}

export interface StackFrame {
  /** The function's name; null at the top level. */
  readonly name: string | null;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Why a run failed, in the snippet's own lines and columns. */
export interface RunError {
  readonly name: string;
  readonly message: string;
  /** null where no line of the snippet is to blame: out of time, out of memory. */
  readonly line: number | null;
  readonly column: number | null;
  /** The place's file, as in {@link RunReport.files}. */
  readonly file: number;
  readonly frames: readonly StackFrame[];
}

export interface RunMode {
  readonly retainGrad: boolean;
  readonly noGrad: boolean;
}

export interface RunReport {
  readonly ok: boolean;
  readonly error: RunError | null;
  readonly console: readonly ConsoleEntry[];
  readonly durationMs: number;
  /** The modes that the run started with. */
  readonly mode: RunMode;
  /** Paths of the sources, the snippet first. */
  readonly files: readonly string[];
  /** In order of generation, then of creation. */
  readonly variables: readonly VariableReport[];
  readonly functions: readonly FunctionReport[];
  /** Those that the elements are in and those around them, each after the one around it. */
  readonly scopes: readonly ScopeReport[];
  readonly bindings: readonly BindingReport[];
  /** The Variable differentiated last, or else the newest computed one: where the graph is read from. */
  readonly output: string | null;
  /** Of the whole run's live graph, also where the lists are truncated. */
  readonly totals: { readonly variables: number; readonly functions: number; readonly bytes: number };
  /** True when variables, functions or console entries were left out to stay within the budget. */
  readonly truncated: boolean;
}
