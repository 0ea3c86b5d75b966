/** @file Marks where selected elements were made: a frame around each range, and a place on the scroll bar, also where ranges lie in others. */
import { OverviewRulerLane, Range, ThemeColor, window } from 'vscode';
import type { SourceRange } from '../protocol/report.js';
import { uriOf } from './snippet-path.js';

/** A range as the editor counts. */
export function editorRange({ line, column, endLine, endColumn }: SourceRange): Range {
  return new Range(line - 1, column - 1, endLine - 1, endColumn - 1);
}

export class EditorMarks {
  readonly #type = window.createTextEditorDecorationType({
    // Every theme has this colour, those of high contrast too.
    border: '1px solid',
    borderColor: new ThemeColor('focusBorder'),
    overviewRulerColor: new ThemeColor('focusBorder'),
    overviewRulerLane: OverviewRulerLane.Center,
  });

  /** Marks ranges in the editors that are in sight; `files` are the paths that the ranges count by. */
  show(files: readonly string[], ranges: readonly SourceRange[]): void {
    for (const editor of window.visibleTextEditors) {
      const file = files.findIndex(path => uriOf(path).toString() === editor.document.uri.toString());
      const here = ranges.filter(range => range.file === file);
      editor.setDecorations(this.#type, here.map(editorRange));
    }
  }

  clear(): void {
    this.show([], []);
  }

  dispose(): void {
    this.#type.dispose();
  }
}
