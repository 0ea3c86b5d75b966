/** @file Runs a snippet by itself, on save or while typing, where the setting `dezero.run.on` says so. */
import { workspace, type Disposable, type TextDocument } from 'vscode';
import type { Sessions } from './sessions.js';
import { settings, type RunOn } from './settings.js';
import { isSnippet } from './snippet-path.js';

const TYPING_PAUSE_MS = 300;

export class AutomaticRuns {
  readonly #sessions: Sessions;
  readonly #onFault: (error: unknown) => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #subscriptions: Disposable[];

  constructor(sessions: Sessions, onFault: (error: unknown) => void) {
    this.#sessions = sessions;
    this.#onFault = onFault;
    this.#subscriptions = [
      workspace.onDidSaveTextDocument(document => {
        if (this.#wants(document, 'save')) this.#run(document);
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#wants(document, 'type')) this.#runSoon(document);
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #wants(document: TextDocument, when: RunOn): boolean {
    return isSnippet(document) && workspace.isTrusted && settings.runOn(document.uri) === when;
  }

  #runSoon(document: TextDocument): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    const run = () => {
      this.#timers.delete(key);
      this.#run(document);
    };
    this.#timers.set(key, setTimeout(run, TYPING_PAUSE_MS));
  }

  #run(document: TextDocument): void {
    const onSyntaxError = settings.runOn(document.uri) === 'type' ? 'keep' : 'report';
    this.#sessions.of(document.uri)?.run({ onSyntaxError }).catch(this.#onFault);
  }
}
