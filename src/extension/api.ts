/** @file What `activate` returns: the state of the extension as tests, benchmarks and other extensions may read it. */
import type { Event, Uri } from 'vscode';
import type { PanelState } from '../protocol/panel.js';
import type { RunMode, RunReport } from '../protocol/report.js';
import type { Outcome } from '../protocol/runtime.js';

export interface ReportEvent {
  readonly uri: Uri;
  /** The text that the report is of. */
  readonly text: string;
  readonly report: RunReport;
  readonly outcome: Outcome;
  /** Milliseconds from the request to the report in the extension host. */
  readonly elapsedMs: number;
}

export interface PaintEvent {
  /** The snippet whose graph is on the screen; null for an empty panel. */
  readonly uri: string | null;
  readonly elements: number;
  /** Milliseconds in the page, from the state's arrival to the painted frame. */
  readonly durationMs: number;
  /** Milliseconds from sending the state to hearing that it is painted: the above and the way there and back. */
  readonly elapsedMs: number;
}

export interface SnippetView {
  readonly activity: PanelState['activity'];
  readonly report: RunReport | null;
  readonly outcome: Outcome | null;
  /** Whether Backward and Clear Gradients have a run to act on. */
  readonly isLive: boolean;
}

export interface ExtensionApi {
  /** Milliseconds that `activate` took. */
  readonly activationMs: number;
  /** The modes as they are set for the next run. */
  readonly mode: RunMode;
  readonly onDidChangeReport: Event<ReportEvent>;
  readonly onDidPaint: Event<PaintEvent>;
  /** The state of a snippet; null for a document that is none or was never opened. */
  snippet(uri: Uri): SnippetView | null;
  /** What the panel of the active snippet shows, or would show. */
  panelState(): PanelState;
  readonly isPanelVisible: boolean;
  /** Settles when the language server answers, or could not be started. */
  readonly languageServerReady: Promise<boolean>;
}
