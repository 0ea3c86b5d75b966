/** @file A Program: a snippet and the files it imports, lowered to modules that run, with what their places mean. Plain JSON. */
import type { SourceRange } from './report.js';

/**
 * An operator or a call that may make a Variable. Its id is its index in {@link Program.sites} plus 1; 0 stands for no known place.
 */
export interface Site {
  /** The whole expression. */
  readonly range: SourceRange;
  /** The operator's token, or the callee's name. */
  readonly anchor: SourceRange;
  /** Id of the innermost loop around it in its function; null where there is none. */
  readonly loop: number | null;
}

/** A loop, or a function with a name: what is recorded there belongs together. Its id is its index in {@link Program.scopes}. */
export interface Scope {
  readonly kind: 'loop' | 'function';
  /** The function's name, or the loop's head in few words: `for i`. */
  readonly name: string;
  /** The whole statement or function. */
  readonly range: SourceRange;
  /** For a loop: id of the loop around it in its function; null where there is none. */
  readonly loop: number | null;
}

/** A place where a name is written: a declaration, a parameter, an assignment. Its id is its index in {@link Program.bindings}. */
export interface Binding {
  readonly name: string;
  /** A parameter names a Variable only as long as nothing else does. */
  readonly kind: 'declaration' | 'assignment' | 'parameter';
  readonly range: SourceRange;
}

export interface ProgramFile {
  readonly path: string;
  /** The text as the user wrote it. */
  readonly source: string;
  /** An ES module. It imports `dezero`, {@link HELPERS_MODULE} as `__dz`, and what `imports` lists; nothing else. */
  readonly code: string;
  /** Source map (version 3, JSON) from `code` to `source`. */
  readonly map: string;
  /** Each relative import specifier of `code`, with the index of the file it means. */
  readonly imports: Readonly<Record<string, number>>;
}

export interface Program {
  /** The snippet first, then its imports, each once. */
  readonly files: readonly ProgramFile[];
  readonly sites: readonly Site[];
  readonly bindings: readonly Binding[];
  readonly scopes: readonly Scope[];
}

/** The module that lowered code imports its helpers from. */
export type HelpersModule = 'dezero/lowered';

/** `o[k] op= r` whose target is not plain: object and key are evaluated once, and the old value is read before `r`. */
export interface Reference {
  readonly object: object;
  readonly key: PropertyKey;
  readonly value: unknown;
}

/** Stands for a block with `using` declarations where the host has no `using` of its own. */
export interface UsingScope {
  /** `using x = value`: checks that the value can be disposed of, or is null or undefined. */
  use<T>(value: T): T;
  /** `await using x = value`. */
  useAsync<T>(value: T): T;
  /** The block threw. */
  fail(error: unknown): void;
  /** The block is left: disposes in reverse order, and throws what `fail` was given, or a SuppressedError. */
  close(): void;
  closeAsync(): Promise<void>;
}

/** What lowered code calls as `__dz`. `site` says where the program is, so that what is made knows its place. */
export interface LoweredHelpers {
  add(a: unknown, b: unknown, site: number): unknown;
  sub(a: unknown, b: unknown, site: number): unknown;
  mul(a: unknown, b: unknown, site: number): unknown;
  div(a: unknown, b: unknown, site: number): unknown;
  pow(a: unknown, b: unknown, site: number): unknown;
  neg(a: unknown, site: number): unknown;
  /** Around a call's last argument: from here on the program is at `site`. Gives `value` back. */
  at<T>(site: number, value: T): T;
  /** The same for a call without arguments, spread there: `f(...__dz.here(7))`. Always empty. */
  here(site: number): readonly never[];
  /** Notes what a binding got, and gives it back. */
  bind<T>(binding: number, value: T): T;
  ref(object: unknown, key: unknown): Reference;
  /** `set(__dz.add, __dz.ref(object, key), right, site)` is `object[key] += right`. */
  set(operator: (a: unknown, b: unknown, site: number) => unknown, target: Reference, right: unknown, site: number): unknown;
  scope(): UsingScope;
  /** A function's body begins. */
  enter(scope: number): void;
  /** It ends, whichever way. */
  leave(): void;
  /** A turn of a loop begins. */
  turn(scope: number): void;
}
