/** @file Reads a command's arguments. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** Wrong usage, or a file that cannot be read: exit code 2. */
export class UsageError extends Error {
  readonly showUsage: boolean;

  constructor(message: string, { showUsage = true }: { showUsage?: boolean } = {}) {
    super(message);
    this.showUsage = showUsage;
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<T extends Options> = ReturnType<typeof parseArgs<{ options: T; allowPositionals: true; args: string[] }>>;

/** @throws UsageError for unknown options, and for options without their value. */
export function parseArguments<T extends Options>(args: string[], options: T): Parsed<T> {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** @throws UsageError unless there is exactly one. */
export function oneFile(files: readonly string[]): string {
  const [file] = files;
  if (file === undefined) throw new UsageError('Which file? Give the path of a .dz.ts file.');
  if (files.length > 1) throw new UsageError(`One file at a time, not ${files.length}: ${files.join(', ')}.`);
  return file;
}

/** @throws UsageError unless it is a whole number above 0. */
export function positiveInteger(name: string, unit: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new UsageError(`--${name} takes a whole number of ${unit} above 0, not '${text}'.`);
}
