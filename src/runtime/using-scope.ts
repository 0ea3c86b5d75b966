/** @file `using` and `await using` where the host's JavaScript has neither (Node before 24). Source: ECMAScript's explicit resource management. */
import type { UsingScope } from '../protocol/program.js';

interface Resource {
  readonly dispose: () => unknown;
  readonly awaits: boolean;
}

class Scope implements UsingScope {
  private readonly resources: Resource[] = [];
  private failed = false;
  private error: unknown;

  constructor(private readonly closed: () => void) {}

  use<T>(value: T): T {
    const method = disposer(value, [Symbol.dispose]);
    if (method !== null) this.resources.push({ dispose: method, awaits: false });
    return value;
  }

  useAsync<T>(value: T): T {
    const method = disposer(value, [Symbol.asyncDispose, Symbol.dispose]);
    this.resources.push({ dispose: method ?? ((): void => undefined), awaits: true });
    return value;
  }

  fail(error: unknown): void {
    this.error = this.failed ? new SuppressedFailure(error, this.error) : error;
    this.failed = true;
  }

  close(): void {
    this.closed();
    for (let resource = this.resources.pop(); resource !== undefined; resource = this.resources.pop()) {
      try {
        resource.dispose();
      } catch (error) {
        this.fail(error);
      }
    }
    this.finish();
  }

  async closeAsync(): Promise<void> {
    this.closed();
    for (let resource = this.resources.pop(); resource !== undefined; resource = this.resources.pop()) {
      try {
        const result = resource.dispose();
        if (resource.awaits) await result;
      } catch (error) {
        this.fail(error);
      }
    }
    this.finish();
  }

  private finish(): void {
    if (this.failed) throw this.error;
  }
}

/** The scopes that are open. Those of a module whose evaluation throws are closed by the runtime. */
export class OpenScopes {
  private readonly scopes: Scope[] = [];

  open(): UsingScope {
    const scope: Scope = new Scope(() => {
      const at = this.scopes.lastIndexOf(scope);
      if (at >= 0) this.scopes.splice(at, 1);
    });
    this.scopes.push(scope);
    return scope;
  }

  /** After a failed run: closes what is open, innermost first, and returns the error with what closing it added. */
  async closeAll(error: unknown): Promise<unknown> {
    for (let scope = this.scopes.at(-1); scope !== undefined; scope = this.scopes.at(-1)) {
      scope.fail(error);
      try {
        await scope.closeAsync();
      } catch (thrown) {
        error = thrown;
      }
    }
    return error;
  }
}

/** ECMAScript's SuppressedError, for hosts without it. */
class SuppressedFailure extends Error {
  override readonly name = 'SuppressedError';
  constructor(
    readonly error: unknown,
    readonly suppressed: unknown,
  ) {
    super('An error was suppressed during disposal.');
  }
}

function disposer(value: unknown, symbols: readonly symbol[]): (() => unknown) | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object' && typeof value !== 'function') {
    throw new TypeError(`using: ${String(value)} cannot be disposed of. It must be an object with [Symbol.dispose](), or null or undefined.`);
  }
  for (const symbol of symbols) {
    const method = (value as Record<symbol, unknown>)[symbol];
    if (typeof method === 'function') return (): unknown => method.call(value);
  }
  throw new TypeError('using: the value has no [Symbol.dispose]() method, so it cannot be disposed of. noGrad() and usingConfig(…) give one that has.');
}
