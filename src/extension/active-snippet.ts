/** @file The snippet that commands and views mean: the active editor's, or else the one that was it last. */
import { EventEmitter, window, workspace, type Disposable } from 'vscode';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

export class ActiveSnippet {
  readonly #sessions: Sessions;
  readonly #changed = new EventEmitter<Session | null>();
  readonly #subscriptions: Disposable[];
  #session: Session | null = null;

  /** Another snippet became the active one. */
  readonly onDidChange = this.#changed.event;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
    this.#subscriptions = [
      window.onDidChangeActiveTextEditor(() => this.#followEditor()),
      // A document that changes its language is closed and opened again, in the same editor.
      workspace.onDidOpenTextDocument(() => this.#followEditor()),
      sessions.onDidClose(session => {
        if (session === this.#session) this.#set(this.#visible());
      }),
    ];
    this.#session = this.#ofActiveEditor() ?? this.#visible();
  }

  get session(): Session | null {
    return this.#session;
  }

  /** Makes a snippet the active one although it is not the active editor's: the panel was restored with it, or a link led to it. */
  adopt(session: Session): void {
    this.#set(session);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #ofActiveEditor(): Session | null {
    const uri = window.activeTextEditor?.document.uri;
    return uri ? this.#sessions.of(uri) : null;
  }

  #visible(): Session | null {
    for (const editor of window.visibleTextEditors) {
      const session = this.#sessions.of(editor.document.uri);
      if (session) return session;
    }
    return null;
  }

  #followEditor(): void {
    const session = this.#ofActiveEditor();
    if (session) this.#set(session);
  }

  #set(session: Session | null): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#changed.fire(session);
  }
}
