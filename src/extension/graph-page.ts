/** @file The graph as an HTML page: brings the panel's bundles and the sources of the run. */
import { Uri, workspace } from 'vscode';
import { page } from '../export/page.js';
import type { GraphDirection } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';
import { openDocument, uriOf } from './snippet-path.js';

export interface Paged {
  readonly report: RunReport;
  /** The snippet's text that `report` is of; its other files are taken as they stand. */
  readonly text: string;
  readonly extensionUri: Uri;
}

export async function graphPage({ report, text, extensionUri }: Paged, direction: GraphDirection): Promise<string> {
  const sources = await Promise.all(report.files.map((path, index) => (index === 0 ? text : sourceOf(uriOf(path)))));
  return page({ report, sources, direction }, bundle => readText(Uri.joinPath(extensionUri, 'dist/webview', bundle)));
}

async function sourceOf(uri: Uri): Promise<string | null> {
  return openDocument(uri)?.getText() ?? readText(uri).catch(() => null);
}

async function readText(uri: Uri): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(uri));
}
