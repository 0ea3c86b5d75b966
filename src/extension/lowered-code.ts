/** @file The lowered code of a snippet, the JavaScript that really runs, in a read-only document beside it. */
import { EventEmitter, Uri, ViewColumn, window, workspace, type Disposable, type TextDocument } from 'vscode';
import type { RunMode } from '../protocol/report.js';
import type { Compiler } from './compiler.js';
import { messages } from './messages.js';
import { isSnippet, nameOf, openDocument } from './snippet-path.js';

const SCHEME = 'dezero-lowered';
const PAUSE_MS = 200;
const MODE: RunMode = { retainGrad: false, noGrad: false };

export class LoweredCode {
  readonly #compiler: Compiler;
  readonly #changed = new EventEmitter<Uri>();
  readonly #subscriptions: Disposable[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(compiler: Compiler) {
    this.#compiler = compiler;
    this.#subscriptions = [
      workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: uri => this.#lower(uri),
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isSnippet(document)) this.#refreshSoon(document);
      }),
    ];
  }

  async show(snippet: TextDocument): Promise<void> {
    const document = await workspace.openTextDocument(addressOf(snippet.uri));
    this.#changed.fire(document.uri);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #lower(uri: Uri): string {
    const source = Uri.parse(uri.query);
    const document = openDocument(source);
    if (!document) return `// ${messages.sourceGone(nameOf(source))}\n`;
    const compiled = this.#compiler.compile(document, MODE);
    if (compiled.ok) return compiled.program.files[0]?.code ?? '';
    const { error } = compiled.report;
    return `// ${messages.doesNotParse(nameOf(source), `${error?.line}:${error?.column}`, error?.message ?? '')}\n`;
  }

  #refreshSoon(document: TextDocument): void {
    const uri = addressOf(document.uri);
    if (!openDocument(uri)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#changed.fire(uri), PAUSE_MS);
  }
}

/** `hello.lowered.ts`, so that the editor highlights it as TypeScript. */
function addressOf(source: Uri): Uri {
  return Uri.from({ scheme: SCHEME, path: source.path.replace(/(?:\.dz)?(?:\.ts)?$/, '.lowered.ts'), query: source.toString() });
}
