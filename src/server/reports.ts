/** @file The last run report of each document, as the extension sends them. */
import { URI } from 'vscode-uri';
import type { ReportNotification, ReportParams } from '../protocol/server.js';

export const reportNotification: ReportNotification = 'dezero/report';

export interface ReportStore {
  set(params: ReportParams): void;
  get(uri: string): ReportParams | undefined;
  /** The document was closed, and its run with it. */
  delete(uri: string): void;
}

export function createReportStore(): ReportStore {
  const reports = new Map<string, ReportParams>();
  return {
    set(params) {
      reports.set(keyOf(params.uri), params);
    },
    get: uri => reports.get(keyOf(uri)),
    delete: uri => void reports.delete(keyOf(uri)),
  };
}

/** Editors differ in what they escape (`c:` or `c%3A`): the same document must have the same key. */
function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}
