/** @file Checks of plain JSON against a shape, with an error that names the place and what was found there. */

/** What is wrong with a value, and where: `state.report.variables[3].shape: expected an array, got null`. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** Throws a {@link ShapeError} if the value at `path` does not fit. */
export type Check = (value: unknown, path: string) => void;

function describe(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  return typeof value === 'object' ? 'an object' : String(value);
}

function expected(what: string, value: unknown, path: string): ShapeError {
  return new ShapeError(`${path}: expected ${what}, got ${describe(value)}`);
}

export const string: Check = (value, path) => {
  if (typeof value !== 'string') throw expected('a string', value, path);
};

export const boolean: Check = (value, path) => {
  if (typeof value !== 'boolean') throw expected('true or false', value, path);
};

export const number: Check = (value, path) => {
  if (typeof value !== 'number' || Number.isNaN(value)) throw expected('a number', value, path);
};

export const positive: Check = (value, path) => {
  if (typeof value !== 'number' || !(value > 0) || value === Infinity) throw expected('a number above 0', value, path);
};

/** A count, an index, a line: an integer from 0. */
export const count: Check = (value, path) => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw expected('an integer from 0', value, path);
};

export function oneOf<T extends string>(...values: readonly T[]): Check {
  return (value, path) => {
    if (!values.includes(value as T)) throw expected(values.map(each => JSON.stringify(each)).join(' or '), value, path);
  };
}

export function nullable(check: Check): Check {
  return (value, path) => { if (value !== null) check(value, path); };
}

export function optional(check: Check): Check {
  return (value, path) => { if (value !== undefined) check(value, path); };
}

/** Passes what one of the two passes; the error is the second's. */
export function either(first: Check, second: Check): Check {
  return (value, path) => {
    try {
      first(value, path);
    } catch {
      second(value, path);
    }
  };
}

export function list(check: Check): Check {
  return (value, path) => {
    if (!Array.isArray(value)) throw expected('an array', value, path);
    value.forEach((item, index) => { check(item, `${path}[${index}]`); });
  };
}

/** An object with any names, and a value for each that fits. */
export function dictionary(check: Check): Check {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected('an object', value, path);
    for (const [key, item] of Object.entries(value)) check(item, `${path}.${key}`);
  };
}

/** An object of type T: the compiler sees to it that every property of T has its check. Properties beyond T are let through. */
export function record<T>(fields: { readonly [K in keyof T]-?: Check }): Check {
  const entries = Object.entries<Check>(fields);
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected('an object', value, path);
    const object = value as Record<string, unknown>;
    for (const [key, check] of entries) check(object[key], path === '' ? key : `${path}.${key}`);
  };
}
