/** @file The source's text at a Program's sites, on one line. */
import type { Program } from '../protocol/program.js';
import type { SourceRange } from '../protocol/report.js';

export class SiteTexts {
  private readonly lines: readonly string[][];
  private readonly anchors = new Map<number, string>();

  constructor(private readonly program: Program) {
    this.lines = program.files.map(file => file.source.split('\n'));
  }

  /** The whole expression; null for no known place. */
  expression(site: number): string | null {
    const range = this.program.sites[site - 1]?.range;
    return range === undefined ? null : this.text(range);
  }

  /** The operator, or the callee's name. */
  anchor(site: number): string {
    let text = this.anchors.get(site);
    if (text === undefined) {
      const anchor = this.program.sites[site - 1]?.anchor;
      text = anchor === undefined ? '' : this.text(anchor);
      this.anchors.set(site, text);
    }
    return text;
  }

  private text({ file, line, column, endLine, endColumn }: SourceRange): string {
    const lines = this.lines[file]!.slice(line - 1, endLine);
    const last = lines.length - 1;
    lines[last] = lines[last]!.slice(0, endColumn - 1);
    lines[0] = lines[0]!.slice(column - 1);
    return lines.map(each => each.trim()).join(' ');
  }
}
