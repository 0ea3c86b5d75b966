/** @file The scopes of a graph: which call, loop and turn each of its elements belongs to. */
import { type Function, Parameter, type Variable } from '../../engine/index.js';
import type { Scope } from '../../protocol/program.js';
import type { ScopeReport, SourceRange } from '../../protocol/report.js';
import { ScopeInstance } from '../scope-stack.js';

/** The scope that a Function was recorded in; the outermost where that is not known. */
export function scopeOf(fn: Function): ScopeInstance | null {
  const { scope } = fn;
  return scope instanceof ScopeInstance && scope.parent !== null ? scope : null;
}

/** Gives each element its scope, and collects the scopes that are asked for, with those around them. */
export class Scopes {
  private readonly ids = new Map<ScopeInstance, string>();
  private readonly reports: ScopeReport[] = [];
  private readonly ofLeaves = new Map<number, ScopeInstance | null>();

  constructor(functions: readonly Function[]) {
    for (const fn of functions) {
      const scope = scopeOf(fn);
      for (const input of fn.inputs) {
        if (input.maker !== null) continue;
        const { serial } = input;
        const known = this.ofLeaves.get(serial);
        this.ofLeaves.set(serial, known === undefined ? scope : common(known, scope));
      }
    }
  }

  /** In the order in which they were asked for, each after the one around it. */
  get all(): readonly ScopeReport[] {
    return this.reports;
  }

  ofFunction(fn: Function): string | null {
    return this.id(scopeOf(fn));
  }

  /** A leaf belongs where all that use it are, unless it is written further out. A Parameter is its Layer's, wherever that was made. */
  ofVariable(variable: Variable, range: SourceRange | null): string | null {
    if (variable.maker !== null) return this.ofFunction(variable.maker);
    const used = this.ofLeaves.get(variable.serial) ?? null;
    if (range === null) return this.id(used);
    const isParameter = variable instanceof Parameter;
    return this.id(outermost(used, scope => isAround(scope.scope, range) || (isParameter && scope.kind !== 'loop' && scope.kind !== 'turn')));
  }

  private id(instance: ScopeInstance | null): string | null {
    if (instance === null || instance.parent === null) return null;
    const known = this.ids.get(instance);
    if (known !== undefined) return known;
    const { kind, name, ordinal, scope } = instance;
    const parent = this.id(instance.parent);
    const own = kind === 'turn' ? String(ordinal) : `${name}:${ordinal}`;
    const id = parent === null ? own : `${parent}/${own}`;
    this.ids.set(instance, id);
    this.reports.push({ id, parent, kind, name, turn: kind === 'turn' ? ordinal : null, range: scope?.range ?? null });
    return id;
  }
}

function depthOf(instance: ScopeInstance | null): number {
  let depth = 0;
  for (let at = instance; at !== null; at = at.parent) depth++;
  return depth;
}

/** The innermost that is around both. */
function common(a: ScopeInstance | null, b: ScopeInstance | null): ScopeInstance | null {
  let [depthA, depthB] = [depthOf(a), depthOf(b)];
  while (a !== b) {
    if (depthA >= depthB) {
      a = a!.parent;
      depthA--;
    } else {
      b = b!.parent;
      depthB--;
    }
  }
  return a;
}

/** The innermost of the scopes around `instance`, itself too, such that it and all around it fit. */
function outermost(instance: ScopeInstance | null, fits: (scope: ScopeInstance) => boolean): ScopeInstance | null {
  let found = instance;
  for (let at = instance; at !== null && at.parent !== null; at = at.parent) if (!fits(at)) found = at.parent;
  return found;
}

function isAround(scope: Scope | null, { file, line, column }: SourceRange): boolean {
  if (scope === null || scope.range.file !== file) return false;
  const { range } = scope;
  const begins = range.line < line || (range.line === line && range.column <= column);
  return begins && (range.endLine > line || (range.endLine === line && range.endColumn > column));
}
