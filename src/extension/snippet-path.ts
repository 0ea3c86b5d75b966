/** @file Documents and the paths that Programs and reports know them by. */
import { Uri, workspace, type TextDocument } from 'vscode';

export const LANGUAGE_ID = 'dezero';

export function isSnippet(document: TextDocument): boolean {
  return document.languageId === LANGUAGE_ID;
}

/** A file's own path; the whole URI of a document that is no file (untitled, virtual), so that it can be found again. */
export function pathOf(uri: Uri): string {
  return uri.scheme === 'file' ? uri.fsPath : uri.toString();
}

export function uriOf(path: string): Uri {
  // A scheme has at least two letters: `C:` is a drive.
  return /^[a-z][a-z\d+.-]+:/i.test(path) ? Uri.parse(path) : Uri.file(path);
}

export function openDocument(uri: Uri): TextDocument | undefined {
  const key = uri.toString();
  return workspace.textDocuments.find(document => document.uri.toString() === key && !document.isClosed);
}

export function nameOf(uri: Uri): string {
  return uri.path.split('/').at(-1) ?? uri.path;
}
