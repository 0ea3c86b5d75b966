/** @file Keeps editors and panels on the same things: selections select elements, and selected elements show where they were made. */
import { Selection, TextEditorRevealType, ViewColumn, window, workspace, type Disposable, type TextDocument, type TextEditor } from 'vscode';
import type { RunReport, SourceRange } from '../protocol/report.js';
import { EditorMarks, editorRange } from './editor-marks.js';
import { elementsOf, type Selected } from './elements-at.js';
import type { GraphPanels } from './panels.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';
import { pathOf, uriOf } from './snippet-path.js';
import { outermost } from './source-ranges.js';

const PAUSE_MS = 80;

export class EditorSync {
  readonly #sessions: Sessions;
  readonly #panels: GraphPanels;
  readonly #marks = new EditorMarks();
  readonly #subscription: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The selections that this file set last: they must not come back to the panel as a wish of the user. */
  #own: readonly Selection[] = [];

  constructor(sessions: Sessions, panels: GraphPanels) {
    this.#sessions = sessions;
    this.#panels = panels;
    this.#subscription = window.onDidChangeTextEditorSelection(({ textEditor }) => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#select(textEditor), PAUSE_MS);
    });
  }

  /** Selects and marks ranges of a snippet's run, and brings the first one into sight; the panel keeps the focus. */
  async reveal(session: Session | null, ranges: readonly SourceRange[]): Promise<void> {
    this.#marks.clear();
    const files = session?.state.report?.files ?? [];
    const [first] = ranges;
    const path = first && files[first.file];
    if (!first || path === undefined) return;
    const editor = await this.#editorOf(path);
    const { document } = editor;
    // Selections that overlap would be merged by the editor, and come back as others than were set.
    const selections = outermost(ranges.filter(({ file }) => file === first.file)).map(range => selectionOf(range, document));
    this.#own = selections;
    editor.selections = selections;
    editor.revealRange(selectionOf(first, document), TextEditorRevealType.InCenterIfOutsideViewport);
    this.#marks.show(files, ranges);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
    this.#marks.dispose();
  }

  /** After the pause, for an editor tells of what was set in it one by one, and when it opens of what was selected there before. */
  #select({ document, selections }: TextEditor): void {
    if (areEqual(selections, this.#own)) return;
    this.#own = [];
    this.#marks.clear();
    for (const { panel, snippet } of this.#panels.all) {
      const state = panel.isVisible && snippet ? this.#sessions.of(snippet)?.state : undefined;
      if (!state?.report || state.activity === 'running') continue;
      const selected = selectedIn(state.report, document, selections);
      if (selected) panel.select(elementsOf(state.report, selected));
    }
  }

  async #editorOf(path: string): Promise<TextEditor> {
    const uri = uriOf(path);
    const visible = window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
    if (visible) return visible;
    const document = await workspace.openTextDocument(uri);
    // Never over a panel.
    const isTaken = this.#panels.all.some(({ panel }) => panel.column === ViewColumn.One);
    const viewColumn = window.visibleTextEditors.find(editor => editor.viewColumn)?.viewColumn ?? (isTaken ? ViewColumn.Two : ViewColumn.One);
    return window.showTextDocument(document, { viewColumn, preserveFocus: true });
  }
}

/** What the editor's selections mean to a report; null where the document is no file of its run. */
function selectedIn(report: RunReport, document: TextDocument, selections: readonly Selection[]): Selected[] | null {
  const file = report.files.indexOf(pathOf(document.uri));
  if (file < 0) return null;
  return selections.map(({ start, end, active, isEmpty }) => {
    const wordRange = document.getWordRangeAtPosition(active);
    const word = wordRange ? document.getText(wordRange) : null;
    // A double click selects a name, and means what a click there does.
    const isName = wordRange?.start.isEqual(start) && wordRange.end.isEqual(end);
    const range = { file, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
    return { cursor: { file, line: active.line + 1, column: active.character + 1, word }, range: isEmpty || isName ? null : range };
  });
}

/** The text may have changed since the run: no further than it goes. */
function selectionOf(range: SourceRange, document: TextDocument): Selection {
  const { start, end } = document.validateRange(editorRange(range));
  return new Selection(start, end);
}

function areEqual(some: readonly Selection[], others: readonly Selection[]): boolean {
  return some.length === others.length && some.every((each, index) => each.isEqual(others[index]!));
}
