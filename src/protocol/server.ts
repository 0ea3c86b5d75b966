/** @file What the extension tells the language server beside the Language Server Protocol itself. */
import type { RunMode } from './report.js';

/** Name of the notification whose parameters are {@link ReportParams}. */
export type ReportNotification = 'dezero/report';

/** Sent when a run of a document ends, when its live run changed, and when the modes change. */
export interface ReportParams {
  readonly uri: string;
  /** The document's text that the report is of: places in it hold for this text only. */
  readonly text: string;
  /** As `reportText` of report-text.ts makes it. */
  readonly report: string | null;
  /** The modes as they are set now. */
  readonly mode: RunMode;
}

/** Commands that a hover may link to. */
export type HoverCommand = 'dezero.run' | 'dezero.backward' | 'dezero.toggleRetainGrad' | 'dezero.toggleNoGrad' | 'dezero.showGraph';
