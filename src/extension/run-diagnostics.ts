/** @file A run's error as a diagnostic at its place. Errors of syntax and type are the language server's. */
import { Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, Location, languages, type Uri } from 'vscode';
import type { RunError, RunReport } from '../protocol/report.js';
import { errorPosition, errorRange } from './error-place.js';
import type { Session } from './session.js';
import { openDocument, uriOf } from './snippet-path.js';

const SOURCE = 'DeZero run';
const MAX_FRAMES = 10;

export class RunDiagnostics {
  readonly #collection = languages.createDiagnosticCollection('dezero');
  /** The file that a session's error is shown in: the snippet, or one that it imports. */
  readonly #places = new Map<Session, Uri>();

  /** Shows the session's error while it is true of the text: from the end of a run to the next run or edit. */
  update(session: Session): void {
    this.clear(session);
    const { activity, report, stage } = session.state;
    if (activity !== 'done' || stage !== 'run' || !report?.error) return;
    const path = report.files[report.error.file];
    const uri = report.error.file === 0 || path === undefined ? session.document.uri : uriOf(path);
    const document = report.error.file === 0 ? session.document : openDocument(uri);
    const range = document && errorRange(report.error, document);
    if (!range) return;
    this.#collection.set(uri, [diagnostic(report, report.error, range)]);
    this.#places.set(session, uri);
  }

  clear(session: Session): void {
    const uri = this.#places.get(session);
    if (!uri) return;
    this.#collection.delete(uri);
    this.#places.delete(session);
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

function diagnostic(report: RunReport, error: RunError, range: NonNullable<ReturnType<typeof errorRange>>): Diagnostic {
  const shown = new Diagnostic(range, `${error.name}: ${error.message}`, DiagnosticSeverity.Error);
  shown.source = SOURCE;
  // The frame of the error itself is where the diagnostic is.
  shown.relatedInformation = error.frames.slice(1, MAX_FRAMES + 1).flatMap(frame => {
    const uri = report.files.includes(frame.file) ? uriOf(frame.file) : null;
    return uri ? [new DiagnosticRelatedInformation(new Location(uri, errorPosition(frame)), frame.name ?? '(top level)')] : [];
  });
  return shown;
}
