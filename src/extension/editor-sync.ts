/** @file Keeps editor and panel on the same thing: the cursor selects elements, and a selected element shows its line. */
import { Range, Selection, TextEditorRevealType, ViewColumn, window, workspace, type Disposable, type TextEditor } from 'vscode';
import type { SourceRange } from '../protocol/report.js';
import type { ActiveSnippet } from './active-snippet.js';
import { elementsAt } from './elements-at.js';
import type { GraphPanel } from './panel.js';
import { pathOf, uriOf } from './snippet-path.js';

const PAUSE_MS = 80;

export class EditorSync {
  readonly #active: ActiveSnippet;
  readonly #panel: GraphPanel;
  readonly #subscription: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The selection that this file set: it must not come back to the panel as a wish of the user. */
  #own: Selection | null = null;

  constructor(active: ActiveSnippet, panel: GraphPanel) {
    this.#active = active;
    this.#panel = panel;
    this.#subscription = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      if (this.#own && selections[0]?.isEqual(this.#own)) return;
      this.#own = null;
      if (!this.#panel.isVisible) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#select(textEditor), PAUSE_MS);
    });
  }

  /** Selects a range of the active snippet's run in its editor; the panel keeps the focus. */
  async reveal(range: SourceRange): Promise<void> {
    const path = this.#active.session?.state.report?.files[range.file];
    if (path === undefined) return;
    const selection = new Selection(range.line - 1, range.column - 1, range.endLine - 1, range.endColumn - 1);
    this.#own = selection;
    const editor = await this.#editorOf(path);
    this.#own = editor.document.validateRange(selection).isEqual(selection) ? selection : null;
    editor.selection = selection;
    editor.revealRange(new Range(selection.start, selection.end), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscription.dispose();
  }

  #select({ document, selection }: TextEditor): void {
    const state = this.#active.session?.state;
    if (!state?.report || state.activity === 'running') return;
    const file = state.report.files.indexOf(pathOf(document.uri));
    if (file < 0) return;
    const { active } = selection;
    const wordRange = document.getWordRangeAtPosition(active);
    const word = wordRange ? document.getText(wordRange) : null;
    this.#panel.select(elementsAt(state.report, { file, line: active.line + 1, column: active.character + 1, word }));
  }

  async #editorOf(path: string): Promise<TextEditor> {
    const uri = uriOf(path);
    const visible = window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
    if (visible) return visible;
    const document = await workspace.openTextDocument(uri);
    // Never over the panel itself.
    const viewColumn = this.#panel.column === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    return window.showTextDocument(document, { viewColumn, preserveFocus: true });
  }
}
