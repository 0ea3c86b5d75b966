/** @file The engine's one window to the outside: who wants to watch a program sets an Observer. Null, and free, by default. */
import type { Function } from './function.js';
import type { Held } from './held.js';
import type { Variable } from './variable.js';

export interface Observer {
  /** Where the program is, as a number of the observer's own; copied to every Function and Variable made there. 0: unknown. */
  site: number;
  /** A Function was called. Under no-grad it does not keep its inputs. */
  called(fn: Function, outputs: readonly Variable[]): void;
  /** A Layer was called; the name is its class's. */
  entered(layer: string): void;
  /** That call is over, whichever way. */
  left(): void;
  /** `root.backward()` begins. */
  started(root: Variable): void;
  /** Backward took a Function from its queue. */
  took(fn: Function): void;
  /** A Function's backward gave a gradient to one of its inputs. */
  added(variable: Variable, gradient: Held | Variable, from: Function): void;
  /** A computed Variable's gradient was dropped after use, for retain-grad is off. */
  dropped(variable: Variable): void;
  /** `clearGrad()` was called. */
  cleared(variable: Variable): void;
  /** What the program calls this Variable, for texts of errors: `'x' (line 3)`; null where it has no name for it. */
  nameOf(variable: Variable): string | null;
}

/** Held in an object, so that a module that imports it sees the current one. */
export const watch: { observer: Observer | null } = { observer: null };

/** Where the program is; 0 where nobody watches. */
export function here(): number {
  return watch.observer === null ? 0 : watch.observer.site;
}

/** Sets the observer, or none. Returns the one before. */
export function observe(observer: Observer | null): Observer | null {
  const before = watch.observer;
  watch.observer = observer;
  return before;
}
