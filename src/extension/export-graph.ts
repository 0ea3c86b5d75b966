/** @file Export Graph…: the graph of a run in a file or in the clipboard, in the format and at the place that the user picks. */
import { commands, env, UIKind, Uri, window, workspace } from 'vscode';
import { formats, isFormat } from '../export/formats.js';
import type { RunReport } from '../protocol/report.js';
import { pickExport, pickPicture, pixels, type Choice, type ExportFormat } from './export-pick.js';
import { messages } from './messages.js';
import { graphPage } from './graph-page.js';
import { copyPicture, drawPicture, NotCopiedError, pictureOptions, pictureSize, usualPicture, type Draw } from './picture.js';
import { settings } from './settings.js';
import { nameOf } from './snippet-path.js';

/** What there is to export, and what exports it. */
export interface Exportable {
  readonly snippet: Uri;
  readonly report: RunReport;
  /** The snippet's text that `report` is of. */
  readonly text: string;
  readonly draw: Draw;
  readonly extensionUri: Uri;
}

/** The arguments of the command: what is missing, or is none, is asked for. */
export interface Given {
  readonly format: unknown;
  /** A place, or 'clipboard'. */
  readonly target: unknown;
  /** Of PNG: `{ scale, dark, transparent }`. */
  readonly picture: unknown;
}

const endings: Readonly<Record<ExportFormat, string>> = { png: 'png', svg: 'svg', html: 'html', dot: 'dot', mermaid: 'mmd', json: 'json' };
const names: Readonly<Record<ExportFormat, string>> = { png: 'PNG', svg: 'SVG', html: 'HTML', dot: 'DOT', mermaid: 'Mermaid', json: 'JSON' };

/**
 * Asks for what it was not given.
 * @returns where the graph is now; undefined when it is in no file
 */
export async function exportGraph(graph: Exportable, given: Given): Promise<Uri | undefined> {
  const choice = choiceOf(given) ?? await pickExport();
  if (!choice) return undefined;
  if (choice.to === 'clipboard') {
    await (choice.format === 'png' ? copyGraphPicture(graph, given.picture) : copyText(graph, choice));
    return undefined;
  }
  try {
    return await exportFile(graph, choice, given);
  } catch (error) {
    void window.showErrorMessage(reasonOf(error));
    return undefined;
  }
}

/**
 * Copies the picture: as the theme is, where `given` says nothing else.
 * @returns whether it is in the clipboard
 */
export async function copyGraphPicture({ report, snippet, draw }: Exportable, given: unknown): Promise<boolean> {
  const usual = usualPicture(report);
  const options = pictureOptions(given, usual) ?? usual;
  try {
    const size = await copyPicture(report, options, draw);
    void window.showInformationMessage(messages.copiedPicture(pixels(size)));
    return true;
  } catch (error) {
    const buttons = error instanceof NotCopiedError ? [messages.saveAsPng()] : [];
    void window.showWarningMessage(reasonOf(error), ...buttons)
      .then(save => (save === undefined ? undefined : commands.executeCommand('dezero.exportGraph', snippet, 'png', undefined, options)));
    return false;
  }
}

function choiceOf({ format, target }: Given): Choice | null {
  if (typeof format !== 'string' || !(isFormat(format) || format === 'png' || format === 'html')) return null;
  // A page is to be opened, not pasted.
  return { to: target === 'clipboard' && format !== 'html' ? 'clipboard' : 'file', format, dark: false };
}

async function copyText({ report }: Exportable, { format, dark }: Choice): Promise<void> {
  if (!isFormat(format)) return;
  await env.clipboard.writeText(formats[format](report, { direction: settings.direction(), dark }));
  void window.showInformationMessage(messages.copiedText(names[format]));
}

async function exportFile(graph: Exportable, choice: Choice, given: Given): Promise<Uri | undefined> {
  const content = await contentOf(graph, choice, given);
  if (!content) return undefined;
  const ending = endings[choice.format];
  const target = given.target instanceof Uri ? given.target : await window.showSaveDialog({
    title: messages.exportTitle(),
    defaultUri: beside(graph.snippet, ending),
    filters: { [names[choice.format]]: [ending] },
  });
  if (!target) return undefined;
  const bytes = await content();
  await workspace.fs.writeFile(target, typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes)
    .then(undefined, (error: unknown) => { throw new Error(messages.exportFailed(nameOf(target), reasonOf(error))); });
  void window.showInformationMessage(messages.exported(nameOf(target)), messages.open()).then(open => (open === undefined ? undefined : openFile(target, choice.format)));
  return target;
}

/** Made only when its place is known; undefined when the user thought better of it. */
async function contentOf(graph: Exportable, { format, dark }: Choice, given: Given): Promise<(() => string | Promise<string | Uint8Array>) | undefined> {
  const { report, draw } = graph;
  if (isFormat(format)) return () => formats[format](report, { direction: settings.direction(), dark });
  if (format === 'html') return () => graphPage(graph, settings.direction());
  const usual = { ...usualPicture(report), dark: false };
  const options = pictureOptions(given.picture, usual) ?? (given.target instanceof Uri ? usual : await pickPicture(pictureSize(report)));
  return options && (() => drawPicture(report, options, draw));
}

/** A page is for the browser, where that is on the file's machine: the editor would show its text. */
async function openFile(file: Uri, format: ExportFormat): Promise<void> {
  if (format === 'html' && env.uiKind === UIKind.Desktop && env.remoteName === undefined) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}

/** The snippet's name with another ending; for one that is not saved yet, in the workspace. */
function beside(snippet: Uri, ending: string): Uri {
  const name = `${nameOf(snippet).replace(/\.dz\.ts$/, '')}.${ending}`;
  if (snippet.scheme !== 'untitled') return Uri.joinPath(snippet, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.file(name);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
