/** @file Test help: runs a snippet as the extension does, operators, names and lines included, and tells what it threw. */
import * as dezero from '../../../src/engine/index.js';
import { observe } from '../../../src/engine/observer.js';
import { loweredHelpers } from '../../../src/runtime/lowered-helpers.js';
import { Recorder } from '../../../src/runtime/recorder.js';
import { OpenScopes } from '../../../src/runtime/using-scope.js';
import { compile, HEAD } from '../../language/lowered.js';

const AsyncFunction = (async () => { /* only its constructor is of use */ }).constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<unknown>;

/** What the snippet throws; undefined if it does not. All that `dezero` exports is there by name. */
export async function thrownBy(snippet: string): Promise<unknown> {
  const program = compile(snippet, { hasUsing: false });
  const recorder = new Recorder(program);
  const body = new AsyncFunction('__dz', ...Object.keys(dezero), `"use strict"; ${program.files[0]!.code.slice(HEAD.length)}`);
  const before = observe(recorder);
  try {
    await body(loweredHelpers(recorder, new OpenScopes()), ...Object.values(dezero));
    return undefined;
  } catch (error) {
    return error;
  } finally {
    observe(before);
  }
}
