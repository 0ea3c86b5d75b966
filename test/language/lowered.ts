/** @file Test help: compiles from memory, and runs lowered code with helpers that do what JavaScript does, beside the code as it was. */
import ts from 'typescript';
import { compileProgram, type SourceHost } from '../../src/language/compile.js';
import type { LoweredHelpers, Program, UsingScope } from '../../src/protocol/program.js';

export const HEAD = "import { __dz } from 'dezero/lowered'; ";

/** Files by path; a relative specifier is looked up from `/`. */
export function hostOf(files: Record<string, string>, hasUsing = true): SourceHost {
  return {
    hasUsing,
    read: path => files[path],
    resolve: (from, specifier) => new URL(specifier, `file://${from}`).pathname,
  };
}

export function compile(source: string, options: { hasUsing?: boolean } = {}): Program {
  return compileProgram('/a.dz.ts', hostOf({ '/a.dz.ts': source }, options.hasUsing));
}

/** The lowered code behind its import of the helpers. */
export function lower(source: string, options: { hasUsing?: boolean } = {}): string {
  return compile(source, options).files[0]!.code.slice(HEAD.length);
}

export interface Trace {
  sites: number[];
  bindings: [number, unknown][];
  scopes: string[];
}

// JavaScript's own operators, on whatever comes.
type Loose = number;
export function nativeHelpers(trace: Trace = { sites: [], bindings: [], scopes: [] }): LoweredHelpers {
  const at = (site: number) => { trace.sites.push(site); };
  return {
    add: (a, b, site) => (at(site), (a as Loose) + (b as Loose)),
    sub: (a, b, site) => (at(site), (a as Loose) - (b as Loose)),
    mul: (a, b, site) => (at(site), (a as Loose) * (b as Loose)),
    div: (a, b, site) => (at(site), (a as Loose) / (b as Loose)),
    pow: (a, b, site) => (at(site), (a as Loose) ** (b as Loose)),
    neg: (a, site) => (at(site), -(a as Loose)),
    at: (site, value) => (at(site), value),
    here: site => (at(site), []),
    bind: (binding, value) => (trace.bindings.push([binding, value]), value),
    ref: (object, key) => ({ object: object as object, key: key as PropertyKey, value: (object as Record<PropertyKey, unknown>)[key as PropertyKey] }),
    set: (operator, { object, key, value }, right, site) => ((object as Record<PropertyKey, unknown>)[key] = operator(value, right, site)),
    scope: () => new StackScope(),
    enter: scope => { trace.scopes.push(`enter ${scope}`); },
    leave: () => { trace.scopes.push('leave'); },
    turn: scope => { trace.scopes.push(`turn ${scope}`); },
  };
}

const DISPOSE = Symbol.dispose ?? Symbol.for('dispose');

/** A stand-in for the runtime's scope, for synchronous resources. */
class StackScope implements UsingScope {
  private readonly values: { [key: symbol]: () => void }[] = [];
  private failure: { error: unknown } | null = null;
  use<T>(value: T): T {
    if (value === null || value === undefined) return value;
    const resource = value as { [key: symbol]: () => void };
    if (typeof resource[DISPOSE] !== 'function') throw new TypeError('not disposable');
    this.values.push(resource);
    return value;
  }
  useAsync<T>(value: T): T { return this.use(value); }
  fail(error: unknown): void { this.failure = { error }; }
  close(): void {
    for (const value of this.values.reverse()) value[DISPOSE]!();
    if (this.failure) throw this.failure.error;
  }
  async closeAsync(): Promise<void> { await null; this.close(); }
}

const AsyncFunction = (async () => { /* only its constructor is of use */ }).constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<unknown>;

export interface Run {
  log: unknown[];
  /** The value of the name `result`, or what was thrown, as text. */
  end: string;
}

/** JavaScript, run as a module's body would be. */
export async function runCode(code: string, helpers = nativeHelpers()): Promise<Run> {
  const log: unknown[] = [];
  const note = (name: unknown, value?: unknown) => { log.push(name); return value === undefined ? name : value; };
  try {
    const value = await new AsyncFunction('__dz', 'log', 'DISPOSE', `"use strict"; ${code}\n; return typeof result === 'undefined' ? undefined : result;`)(helpers, note, DISPOSE);
    return { log, end: `${typeof value} ${Object.is(value, -0) ? '-0' : typeof value === 'object' ? JSON.stringify(value) : String(value)}` };
  } catch (error) {
    return { log, end: `throws ${String(error)}` };
  }
}

/** The source without its types, run as it is. */
export function runNative(source: string): Promise<Run> {
  return runCode(ts.transpileModule(source, { compilerOptions: { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext } }).outputText);
}

export function runLowered(source: string, trace?: Trace, options: { hasUsing?: boolean } = {}): Promise<Run> {
  return runCode(lower(source, options), nativeHelpers(trace));
}
