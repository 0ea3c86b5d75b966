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
  const sent = new Map<string, ReportParams>();
  /** Most reports are never asked for: they are read when they are. */
  const read = new Map<ReportParams, LastRun>();
  return {
    set(params) {
      const key = keyOf(params.uri);
      const before = sent.get(key);
      if (before) read.delete(before);
      sent.set(key, params);
    },
    get(uri) {
      const params = sent.get(keyOf(uri));
      if (!params) return undefined;
      let run = read.get(params);
      if (!run) read.set(params, run = { ...params, report: params.report === null ? null : readReport(params.report) });
      return run;
    },
    delete(uri) {
      const key = keyOf(uri);
      const params = sent.get(key);
      if (params) read.delete(params);
      sent.delete(key);
    },
  };
}

/** Editors differ in what they escape (`c:` or `c%3A`): the same document must have the same key. */
function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}
