/** @file Export Graph…: the graph of a run in a file, in the format and at the place that the user picks. */
import { commands, Uri, window, workspace } from 'vscode';
import { formats, isFormat, type FormatName } from '../export/formats.js';
import type { RunReport } from '../protocol/report.js';
import { messages } from './messages.js';
import { settings } from './settings.js';
import { nameOf } from './snippet-path.js';

interface Choice {
  readonly format: FormatName;
  readonly dark: boolean;
}

const extensions: Readonly<Record<FormatName, string>> = { svg: 'svg', dot: 'dot', mermaid: 'mmd', json: 'json' };

/**
 * Asks for what it was not given.
 * @returns where the graph is now; undefined when the user thought better of it.
 */
export async function exportGraph(report: RunReport, snippet: Uri, given: { readonly format: unknown; readonly target: unknown }): Promise<Uri | undefined> {
  const choice = typeof given.format === 'string' && isFormat(given.format) ? { format: given.format, dark: false } : await pickFormat();
  if (!choice) return undefined;
  const extension = extensions[choice.format];
  const target = given.target instanceof Uri ? given.target : await window.showSaveDialog({
    title: messages.exportTitle(),
    defaultUri: beside(snippet, extension),
    filters: { [extension.toUpperCase()]: [extension] },
  });
  if (!target) return undefined;
  const text = formats[choice.format](report, { direction: settings.direction(), dark: choice.dark });
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(text));
  } catch (error) {
    void window.showErrorMessage(messages.exportFailed(nameOf(target), error instanceof Error ? error.message : String(error)));
    return undefined;
  }
  void window.showInformationMessage(messages.exported(nameOf(target)), messages.open())
    .then(open => (open === undefined ? undefined : commands.executeCommand('vscode.open', target)));
  return target;
}

async function pickFormat(): Promise<Choice | undefined> {
  const choices: readonly (Choice & { label: string; detail: string })[] = [
    { format: 'svg', dark: false, label: 'SVG', detail: messages.svgLight() },
    { format: 'svg', dark: true, label: messages.svgDarkLabel(), detail: messages.svgDark() },
    { format: 'dot', dark: false, label: 'DOT', detail: messages.dot() },
    { format: 'mermaid', dark: false, label: 'Mermaid', detail: messages.mermaid() },
    { format: 'json', dark: false, label: 'JSON', detail: messages.json() },
  ];
  return window.showQuickPick(choices, { title: messages.exportTitle(), placeHolder: messages.exportPlaceholder() });
}

/** The snippet's name with another ending; for one that is not saved yet, in the workspace. */
function beside(snippet: Uri, extension: string): Uri {
  const name = `${nameOf(snippet).replace(/\.dz\.ts$/, '')}.${extension}`;
  if (snippet.scheme !== 'untitled') return Uri.joinPath(snippet, '..', name);
  const folder = workspace.workspaceFolders?.[0]?.uri;
  return folder ? Uri.joinPath(folder, name) : Uri.file(name);
}
