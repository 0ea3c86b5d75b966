/** @file What lowered code calls as `__dz`: operators that know their place, names, and `using` on hosts without it. */
import { operators } from '../engine/operators.js';
import type { LoweredHelpers, Reference } from '../protocol/program.js';
import type { Recorder } from './recorder.js';
import type { OpenScopes } from './using-scope.js';

export function loweredHelpers(recorder: Recorder, open: OpenScopes): LoweredHelpers {
  const nothing: readonly never[] = Object.freeze([]);
  // Numbers first: in a loop over plain numbers an operator costs a call and two tests.
  const add = (a: unknown, b: unknown, site: number): unknown => {
    if (typeof a === 'number' && typeof b === 'number') return a + b;
    recorder.site = site;
    return operators.add(a, b);
  };
  const sub = (a: unknown, b: unknown, site: number): unknown => {
    if (typeof a === 'number' && typeof b === 'number') return a - b;
    recorder.site = site;
    return operators.sub(a, b);
  };
  const mul = (a: unknown, b: unknown, site: number): unknown => {
    if (typeof a === 'number' && typeof b === 'number') return a * b;
    recorder.site = site;
    return operators.mul(a, b);
  };
  const div = (a: unknown, b: unknown, site: number): unknown => {
    if (typeof a === 'number' && typeof b === 'number') return a / b;
    recorder.site = site;
    return operators.div(a, b);
  };
  const pow = (a: unknown, b: unknown, site: number): unknown => {
    if (typeof a === 'number' && typeof b === 'number') return a ** b;
    recorder.site = site;
    return operators.pow(a, b);
  };
  const neg = (a: unknown, site: number): unknown => {
    if (typeof a === 'number') return -a;
    recorder.site = site;
    return operators.neg(a);
  };

  return {
    add,
    sub,
    mul,
    div,
    pow,
    neg,
    at: (site, value) => {
      recorder.calls(site);
      return value;
    },
    here: site => {
      recorder.calls(site);
      return nothing;
    },
    bind: (binding, value) => {
      recorder.bind(binding, value);
      return value;
    },
    ref: (object, key): Reference => {
      const target = object as Record<PropertyKey, unknown>;
      const value = target[key as PropertyKey];
      return { object: target, key: key as PropertyKey, value };
    },
    set: (operator, target, right, site) => {
      const value = operator(target.value, right, site);
      (target.object as Record<PropertyKey, unknown>)[target.key] = value;
      return value;
    },
    scope: () => open.open(),
    enter: scope => { recorder.scopes.enter(scope, recorder.site); },
    leave: () => { recorder.scopes.leave(); },
    turn: scope => { recorder.scopes.turn(scope); },
  };
}
