/** @file `dezero lower`: prints the code that would run. */
import { ProgramError } from '../language/index.js';
import { oneFile, parseArguments } from './arguments.js';
import { compileFile } from './compile.js';

export function lowerCommand(args: string[]): number {
  const file = oneFile(parseArguments(args, {}).positionals);
  try {
    process.stdout.write(compileFile(file).files[0]!.code);
    return 0;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
