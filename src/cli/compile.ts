/** @file Compiles a file of the disk. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileProgram, type SourceHost } from '../language/index.js';
import type { Program } from '../protocol/program.js';
import { hasUsing } from '../runtime/client/has-using.js';
import { UsageError } from './arguments.js';

export const sourceFiles: SourceHost = {
  hasUsing,
  read(file) {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  },
  resolve: (from, specifier) => path.resolve(path.dirname(from), specifier),
};

/**
 * @throws UsageError when the file cannot be read
 * @throws ProgramError when it does not parse, or imports what a snippet cannot import
 */
export function compileFile(file: string): Program {
  checkReadable(file);
  return compileProgram(path.resolve(file), sourceFiles);
}

/** @throws UsageError that says why when it cannot be read. */
export function checkReadable(file: string): void {
  try {
    readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : (error as Error).message;
    throw new UsageError(`Cannot read ${file}: ${why}.`, { showUsage: false });
  }
}
