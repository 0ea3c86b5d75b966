/** @file Sites as places and texts of the snippet. */
import type { Program, Site } from '../../protocol/program.js';
import type { SourceRange } from '../../protocol/report.js';

const MAX_EXPRESSION = 60;

export interface Place {
  readonly line: number | null;
  readonly column: number | null;
  readonly range: SourceRange | null;
}

export class Places {
  private readonly lines: readonly string[][];

  constructor(private readonly program: Program) {
    this.lines = program.files.map(file => file.source.split('\n'));
  }

  site(id: number): Site | null {
    return this.program.sites[id - 1] ?? null;
  }

  place(id: number): Place {
    const range = this.site(id)?.range ?? null;
    return { line: range?.line ?? null, column: range?.column ?? null, range };
  }

  /** The text at a site, on one line. */
  expression(id: number): string | null {
    const range = this.site(id)?.range;
    if (range === undefined) return null;
    const lines = this.lines[range.file]!.slice(range.line - 1, range.endLine);
    const last = lines.length - 1;
    lines[last] = lines[last]!.slice(0, range.endColumn - 1);
    lines[0] = lines[0]!.slice(range.column - 1);
    const text = lines.map(line => line.trim()).join(' ');
    return text.length <= MAX_EXPRESSION ? text : `${text.slice(0, MAX_EXPRESSION - 1)}…`;
  }
}
