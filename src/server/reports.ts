/** @file The last run report of each document, as the extension sends them. */
import { URI } from 'vscode-uri';
import { readReport } from '../protocol/report-text.js';
import type { RunReport } from '../protocol/report.js';
import type { ReportNotification, ReportParams } from '../protocol/server.js';

export const reportNotification: ReportNotification = 'dezero/report';

export interface LastRun extends Omit<ReportParams, 'report'> {
  readonly report: RunReport | null;
}

export interface ReportStore {
  set(params: ReportParams): void;
  get(uri: string): LastRun | undefined;
  /** The document was closed, and its run with it. */
  delete(uri: string): void;
}

export function createReportStore(): ReportStore {
  /** Most reports are never asked for: they are read when they are. */
  const runs = new Map<string, { readonly sent: ReportParams; read: LastRun | null }>();
  return {
    set: params => void runs.set(keyOf(params.uri), { sent: params, read: null }),
    get(uri) {
      const run = runs.get(keyOf(uri));
      if (!run) return undefined;
      const { report } = run.sent;
      return run.read ??= { ...run.sent, report: report === null ? null : readReport(report) };
    },
    delete: uri => void runs.delete(keyOf(uri)),
  };
}

/** Editors differ in what they escape (`c:` or `c%3A`): the same document must have the same key. */
function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}
