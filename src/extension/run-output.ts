/** @file The output channel: what the last run printed, plainly, and its error with where it came from. */
import { window, workspace } from 'vscode';
import type { RunError, StackFrame } from '../protocol/report.js';
import type { RunEvent, Session } from './session.js';
import { uriOf } from './snippet-path.js';

export class RunOutput {
  readonly #channel = window.createOutputChannel('DeZero');
  /** The run whose lines are in the channel now: those of an older one leave when a newer one has something to say. */
  #shown: Session | null = null;

  show(): void {
    this.#channel.show(true);
  }

  handle(session: Session, event: RunEvent): void {
    switch (event.type) {
      case 'start':
        this.#shown = null;
        return;
      case 'console':
        this.#print(session, event.entry.text);
        return;
      case 'end': {
        const error = session.state.report?.error;
        if (error) this.#print(session, formatError(error));
        else if (this.#shown === null) this.#channel.clear();
        return;
      }
    }
  }

  /** Its lines stay, but it is not to be kept for them. */
  closed(session: Session): void {
    if (this.#shown === session) this.#shown = null;
  }

  /** A fault that no run is to blame for. */
  note(text: string): void {
    this.#channel.appendLine(text);
  }

  dispose(): void {
    this.#channel.dispose();
  }

  #print(session: Session, text: string): void {
    if (this.#shown !== session) this.#channel.clear();
    this.#shown = session;
    this.#channel.appendLine(text);
  }
}

function formatError(error: RunError): string {
  return [`${error.name}: ${error.message}`, ...error.frames.map(formatFrame)].join('\n');
}

/** Editors turn `file:line:column` into a link. */
function formatFrame({ name, file, line, column }: StackFrame): string {
  const place = `${workspace.asRelativePath(uriOf(file))}:${line}:${column}`;
  return name === null ? `    at ${place}` : `    at ${name} (${place})`;
}
