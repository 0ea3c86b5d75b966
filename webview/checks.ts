/** @file Checks of plain JSON against a shape, with an error that names the place and what was found there. */

/** What is wrong with a value, and where: `state.report.variables[3].shape: expected an array, got null`. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';

  constructor(private readonly problem: string, private readonly path = '') {
    super(path === '' ? problem : `${path}: ${problem}`);
  }

  /** The same, as seen from around: `step` leads to where it was. */
  from(step: string): ShapeError {
    return new ShapeError(this.problem, this.path === '' || this.path.startsWith('[') ? step + this.path : `${step}.${this.path}`);
  }
}

/** Throws a {@link ShapeError} if the value does not fit. */
export type Check = (value: unknown) => void;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === 'object' ? 'an object' : String(value);
}

function expected(what: string, value: unknown): ShapeError {
  return new ShapeError(`expected ${what}, got ${describe(value)}`);
}

/** The error as seen from around. Places are put together where there is an error, and not for every value that is right. */
function from(step: string, error: unknown): unknown {
  return error instanceof ShapeError ? error.from(step) : error;
}

export const string: Check = value => {
  if (typeof value !== 'string') throw expected('a string', value);
};

export const boolean: Check = value => {
  if (typeof value !== 'boolean') throw expected('true or false', value);
};

export const number: Check = value => {
  if (typeof value !== 'number' || Number.isNaN(value)) throw expected('a number', value);
};

export const positive: Check = value => {
  if (typeof value !== 'number' || !(value > 0) || value === Infinity) throw expected('a number above 0', value);
};

/** A count, an index, a line: an integer from 0. */
export const count: Check = value => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw expected('an integer from 0', value);
};

export function oneOf<T extends string>(...values: readonly T[]): Check {
  return value => {
    if (!values.includes(value as T)) throw expected(values.map(each => JSON.stringify(each)).join(' or '), value);
  };
}

export function nullable(check: Check): Check {
  return value => { if (value !== null) check(value); };
}

export function optional(check: Check): Check {
  return value => { if (value !== undefined) check(value); };
}

/** Passes what one of the two passes; the error is the second's. */
export function either(first: Check, second: Check): Check {
  return value => {
    try {
      first(value);
    } catch {
      second(value);
    }
  };
}

export function list(check: Check): Check {
  return value => {
    if (!Array.isArray(value)) throw expected('an array', value);
    let index = 0;
    try {
      for (; index < value.length; index += 1) check(value[index]);
    } catch (error) {
      throw from(`[${index}]`, error);
    }
  };
}

/** For objects that many share: each is checked once. */
export function shared(check: Check): Check {
  const passed = new WeakSet<object>();
  return value => {
    if (typeof value === 'object' && value !== null && passed.has(value)) return;
    check(value);
    if (typeof value === 'object' && value !== null) passed.add(value);
  };
}

/** An object with any names, and a value for each that fits. */
export function dictionary(check: Check): Check {
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected('an object', value);
    for (const [key, item] of Object.entries(value)) {
      try {
        check(item);
      } catch (error) {
        throw from(key, error);
      }
    }
  };
}

/** An object of type T: the compiler sees to it that every property of T has its check. Properties beyond T are let through. */
export function record<T>(fields: { readonly [K in keyof T]-?: Check }): Check {
  // A report has millions of fields: two arrays are gone through sooner than one of pairs.
  const names = Object.keys(fields);
  const checks = Object.values<Check>(fields);
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected('an object', value);
    const object = value as Record<string, unknown>;
    let at = 0;
    try {
      for (; at < names.length; at += 1) checks[at]!(object[names[at]!]);
    } catch (error) {
      throw from(names[at]!, error);
    }
  };
}
