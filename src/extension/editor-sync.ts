/** @file Keeps editors and panels on the same things: selections select elements, and selected elements show where they were made. */
import { Selection, TextEditorRevealType, ViewColumn, window, workspace, type Disposable, type Position, type TextDocument, type TextEditor } from 'vscode';
import type { SourceRange } from '../protocol/report.js';
import { EditorMarks, editorRange } from './editor-marks.js';
import { elementsOf, type Cursor, type Selected } from './elements-at.js';
import { movedLines, rangeAtRun, rangeNow, type MovedLines } from './moved-lines.js';
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

  /** Selects and marks ranges of a snippet's run, where they are by now, and brings the first one into sight; the panel keeps the focus. */
  async reveal(session: Session | null, madeAt: readonly SourceRange[]): Promise<void> {
    // What the editor has not told yet is older than this wish.
    clearTimeout(this.#timer);
    this.#marks.clear();
    const files = session?.state.report?.files ?? [];
    const ranges = session ? inTextNow(madeAt, session) : [];
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
      const session = panel.isVisible && snippet ? this.#sessions.of(snippet) : undefined;
      if (!session?.state.report || session.state.activity === 'running') continue;
      const selected = selectedIn(session, document, selections);
      if (selected) panel.select(elementsOf(session.state.report, selected));
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

/** A session knows the text of its snippet that was run, of the files that this imports it does not. */
function inTextNow(ranges: readonly SourceRange[], { state, document }: Session): SourceRange[] {
  const moved = movedLines(state.text, document.getText());
  return ranges.flatMap(range => (range.file === 0 ? rangeNow(range, moved) : range) ?? []);
}

/** What the editor's selections mean to a session's report; null where the document is no file of its run. */
function selectedIn({ state }: Session, document: TextDocument, selections: readonly Selection[]): Selected[] | null {
  const file = state.report!.files.indexOf(pathOf(document.uri));
  if (file < 0) return null;
  const moved = movedLines(file === 0 ? state.text : document.getText(), document.getText());
  return selections.flatMap(({ start, end, active, isEmpty }): Selected | [] => {
    const wordRange = document.getWordRangeAtPosition(active);
    const word = wordRange ? document.getText(wordRange) : null;
    const cursor = { ...cursorAtRun(active, moved), file, word };
    // A double click selects a name, and means what a click there does.
    if (isEmpty || (wordRange?.start.isEqual(start) && wordRange.end.isEqual(end))) return { cursor, range: null };
    const range = rangeAtRun({ file, line: start.line + 1, column: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 }, moved);
    return range === null ? [] : { cursor, range };
  });
}

/** On a line that is new, at the end of the one above it. */
function cursorAtRun({ line, character }: Position, { toRun }: MovedLines): Pick<Cursor, 'line' | 'column' | 'isNew'> {
  const own = toRun(line + 1);
  if (own !== null) return { line: own, column: character + 1 };
  let above = line;
  while (above > 0 && toRun(above) === null) above -= 1;
  return { line: toRun(above) ?? 0, column: Infinity, isNew: true };
}

/** The text may have changed since the run: no further than it goes. */
function selectionOf(range: SourceRange, document: TextDocument): Selection {
  const { start, end } = document.validateRange(editorRange(range));
  return new Selection(start, end);
}

function areEqual(some: readonly Selection[], others: readonly Selection[]): boolean {
  return some.length === others.length && some.every((each, index) => each.isEqual(others[index]!));
}
