/** @file What keeps a snippet from becoming a Program: its syntax errors and impossible imports, all of them, each with its place. */
import type { SourceRange } from '../protocol/report.js';

export interface ProgramProblem {
  readonly message: string;
  /** TypeScript's number, for its own errors. */
  readonly code?: number;
  readonly range: SourceRange;
  readonly path: string;
}

export class ProgramError extends Error {
  override readonly name = 'ProgramError';

  constructor(readonly problems: readonly ProgramProblem[]) {
    super(problems.map(({ path, range, message }) => `${path}:${range.line}:${range.column} - ${message}`).join('\n'));
  }
}
