/** @file Whether runners have `using`: a runner is a process of the same Node as the one that starts it. */
import { Script } from 'node:vm';

export const hasUsing = parses('{ using resource = null; }');

/** Only parsed, never run. */
function parses(code: string): boolean {
  try {
    return new Script(code) instanceof Script;
  } catch {
    return false;
  }
}
