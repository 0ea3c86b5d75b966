/** @file Sites as places and texts of the snippet. */
import type { Program, Site } from '../../protocol/program.js';
import type { SourceRange } from '../../protocol/report.js';
import { SiteTexts } from '../site-texts.js';

const MAX_EXPRESSION = 60;

export interface Place {
  readonly line: number | null;
  readonly column: number | null;
  readonly range: SourceRange | null;
}

export class Places {
  private readonly texts: SiteTexts;

  constructor(private readonly program: Program) {
    this.texts = new SiteTexts(program);
  }

  site(id: number): Site | null {
    return this.program.sites[id - 1] ?? null;
  }

  place(id: number): Place {
    const range = this.site(id)?.range ?? null;
    return { line: range?.line ?? null, column: range?.column ?? null, range };
  }

  /** The text at a site, on one line, shortened. */
  expression(id: number): string | null {
    const text = this.texts.expression(id);
    return text === null || text.length <= MAX_EXPRESSION ? text : `${text.slice(0, MAX_EXPRESSION - 1)}…`;
  }
}
