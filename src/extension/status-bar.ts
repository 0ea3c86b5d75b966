/** @file The status bar: the two modes and the last run of the active snippet. */
import { MarkdownString, Range, StatusBarAlignment, ThemeColor, window, type Command, type StatusBarItem } from 'vscode';
import type { RunError, RunMode, RunReport } from '../protocol/report.js';
import { formatDuration } from './duration.js';
import { errorPosition } from './error-place.js';
import { messages } from './messages.js';
import type { Session } from './session.js';
import { nameOf, uriOf } from './snippet-path.js';

const MAX_MESSAGE = 60;
const MAX_PRINTED = 10;

export class StatusBar {
  readonly #run = item('dezero.run', messages.statusRun(), 12);
  readonly #retainGrad = item('dezero.retainGrad', messages.statusRetainGrad(), 11);
  readonly #noGrad = item('dezero.noGrad', messages.statusNoGrad(), 10);

  constructor() {
    this.#retainGrad.command = 'dezero.toggleRetainGrad';
    this.#noGrad.command = 'dezero.toggleNoGrad';
  }

  update(session: Session | null, mode: RunMode, options: { readonly isVisible: boolean }): void {
    const items = [this.#run, this.#retainGrad, this.#noGrad];
    if (!options.isVisible || !session) {
      for (const each of items) each.hide();
      return;
    }
    this.#retainGrad.text = messages.retainGrad(mode.retainGrad);
    this.#retainGrad.tooltip = messages.retainGradTooltip(mode.retainGrad);
    this.#noGrad.text = messages.noGrad(mode.noGrad);
    this.#noGrad.tooltip = messages.noGradTooltip(mode.noGrad);
    const { text, tooltip, command, isError } = lastRun(session);
    this.#run.text = text;
    this.#run.tooltip = tooltip;
    this.#run.command = command;
    this.#run.backgroundColor = isError ? new ThemeColor('statusBarItem.errorBackground') : undefined;
    for (const each of items) each.show();
  }

  dispose(): void {
    for (const each of [this.#run, this.#retainGrad, this.#noGrad]) each.dispose();
  }
}

interface Content {
  readonly text: string;
  readonly tooltip: string | MarkdownString;
  readonly command: Command | string;
  readonly isError: boolean;
}

function lastRun({ state, document }: Session): Content {
  const name = nameOf(document.uri);
  const { activity, report } = state;
  if (activity === 'running') {
    return { text: `$(sync~spin) ${messages.running()}`, tooltip: messages.runningTooltip(name), command: 'dezero.stop', isError: false };
  }
  if (!report) {
    return { text: `$(play) ${messages.notRunYet()}`, tooltip: messages.notRunYetTooltip(name), command: 'dezero.run', isError: false };
  }
  const { error } = report;
  if (error) {
    const message = error.line === null ? shorten(error.message) : messages.failedAt(error.line, shorten(error.message));
    return { text: `✗ ${message}`, tooltip: messages.failedTooltip(), command: toError(report, error), isError: true };
  }
  const words = activity === 'stale' ? messages.staleTooltip() : messages.ranTooltip(report.totals.variables, report.totals.functions);
  const tooltip = new MarkdownString(words);
  // What the run printed is in the output channel, which need not be open.
  if (report.console.length > 0) tooltip.appendCodeblock(report.console.slice(-MAX_PRINTED).map(({ text }) => text).join('\n'), 'text');
  const mark = activity === 'stale' ? '○' : '✓';
  return { text: `${mark} ${messages.ran(formatDuration(report.durationMs))}`, tooltip, command: 'dezero.showOutput', isError: false };
}

/** Opens the error's file at its place; an error without one is in the output. */
function toError(report: RunReport, error: RunError): Command | string {
  const path = report.files[error.file];
  if (error.line === null || path === undefined) return 'dezero.showOutput';
  const position = errorPosition(error);
  const selection = new Range(position, position);
  return { command: 'vscode.open', title: messages.goToError(), arguments: [uriOf(path), { selection }] };
}

function shorten(message: string): string {
  const [line = ''] = message.split('\n');
  // `$(` would be read as an icon.
  const plain = line.replaceAll('$(', '$ (');
  return plain.length > MAX_MESSAGE ? `${plain.slice(0, MAX_MESSAGE)}…` : plain;
}

function item(id: string, name: string, priority: number): StatusBarItem {
  const made = window.createStatusBarItem(id, StatusBarAlignment.Left, priority);
  made.name = name;
  return made;
}
