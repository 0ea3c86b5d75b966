/** @file The places that lowered code refers to by number: sites and bindings, gathered over all files of a Program. */
import type ts from 'typescript';
import type { Binding, Scope, Site } from '../protocol/program.js';
import type { SourceRange } from '../protocol/report.js';

export class Marks {
  readonly sites: Site[] = [];
  readonly bindings: Binding[] = [];
  readonly scopes: Scope[] = [];
}

/** The marks of one file, by offset. */
export class FileMarks {
  /** The innermost loop around the current place. */
  loop: number | null = null;

  constructor(private readonly all: Marks, private readonly source: ts.SourceFile, private readonly file: number) {}

  /** A new site's id. */
  site(range: ts.TextRange, anchor: ts.TextRange): number {
    return this.all.sites.push({ range: this.range(range.pos, range.end), anchor: this.range(anchor.pos, anchor.end), loop: this.loop });
  }

  /** A new binding's id: its name is written at `name`. */
  binding(name: ts.Identifier, kind: Binding['kind']): number {
    return this.all.bindings.push({ name: name.text, kind, range: this.range(name.getStart(this.source), name.end) }) - 1;
  }

  /** A new scope's id. */
  scope(kind: Scope['kind'], name: string, node: ts.Node): number {
    const range = this.range(node.getStart(this.source), node.end);
    return this.all.scopes.push({ kind, name, range, loop: kind === 'loop' ? this.loop : null }) - 1;
  }

  range(start: number, end: number): SourceRange {
    return rangeOf(this.source, this.file, start, end);
  }
}

export function rangeOf(source: ts.SourceFile, file: number, start: number, end: number): SourceRange {
  const from = source.getLineAndCharacterOfPosition(start);
  const to = source.getLineAndCharacterOfPosition(end);
  return { file, line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
}
