/** @file All sessions: one for each open snippet, from its opening to its closing. */
import { EventEmitter, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { Session, type RunEvent, type SessionHost } from './session.js';
import { isSnippet, openDocument, pathOf } from './snippet-path.js';

export class Sessions {
  readonly #host: SessionHost;
  readonly #sessions = new Map<string, Session>();
  readonly #changed = new EventEmitter<Session>();
  readonly #reported = new EventEmitter<Session>();
  readonly #ran = new EventEmitter<{ session: Session; event: RunEvent }>();
  readonly #closed = new EventEmitter<Session>();
  readonly #subscriptions: Disposable[];

  readonly onDidChange = this.#changed.event;
  /** A session has a new report. */
  readonly onDidReport = this.#reported.event;
  readonly onDidRun = this.#ran.event;
  readonly onDidClose = this.#closed.event;

  constructor(host: SessionHost) {
    this.#host = host;
    this.#subscriptions = [
      workspace.onDidCloseTextDocument(document => this.#close(document.uri)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#textChanged(document);
      }),
    ];
  }

  get all(): readonly Session[] {
    return [...this.#sessions.values()];
  }

  /** The session of an open snippet, made when first asked for; null where no snippet is open. */
  of(uri: Uri): Session | null {
    const key = uri.toString();
    const known = this.#sessions.get(key);
    if (known) return known;
    const document = openDocument(uri);
    if (!document || !isSnippet(document)) return null;
    const session = new Session(document, this.#host);
    session.onDidChange(() => this.#changed.fire(session));
    session.onDidReport(() => this.#reported.fire(session));
    session.onDidRun(event => this.#ran.fire({ session, event }));
    this.#sessions.set(key, session);
    return session;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const session of this.all) session.dispose();
    this.#sessions.clear();
    for (const emitter of [this.#changed, this.#reported, this.#ran, this.#closed]) emitter.dispose();
  }

  #textChanged(document: TextDocument): void {
    const path = pathOf(document.uri);
    for (const session of this.all) {
      if (session.document === document) session.textChanged();
      else if (session.state.report?.files.includes(path)) session.textChanged({ imported: true });
    }
  }

  #close(uri: Uri): void {
    const session = this.#sessions.get(uri.toString());
    if (!session) return;
    this.#sessions.delete(uri.toString());
    session.dispose();
    this.#closed.fire(session);
  }
}
