// @ts-check
/** @file An error that a person can act on, and the frame in which every script here runs. */
import { closeAll } from './closing.mjs';

/** Its message says what, where, why and what to do, so it is printed without a stack. */
export class Failure extends Error {
  /** @override */
  name = 'Failure';
}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Failure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/**
 * Runs a script to its end: whatever it has started is closed, and the process ends with the code that it returns.
 * @param {() => Promise<number | void>} script
 */
export async function runScript(script) {
  let code = 1;
  try {
    code = (await script()) ?? 0;
  } catch (error) {
    console.error(explain(error));
  }
  await closeAll();
  process.exit(code);
}
