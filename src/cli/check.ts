/** @file `dezero check`: prints the type errors. */
import { UsageError, parseArguments } from './arguments.js';

export function checkCommand(args: string[]): number {
  const { positionals } = parseArguments(args, {});
  throw new UsageError(`not there yet: ${positionals.join(' ')}`);
}
