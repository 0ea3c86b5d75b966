/** @file The commands `dezero.*`. Each acts on the snippet it is given, or else on the active one. */
import { Uri, commands, window, workspace, type Disposable } from 'vscode';
import type { PanelAction } from '../protocol/panel.js';
import type { RunReport } from '../protocol/report.js';
import type { RunResult } from '../protocol/runtime.js';
import type { ActiveSnippet } from './active-snippet.js';
import { pickVariable } from './backward-pick.js';
import { openExample } from './examples.js';
import { copyGraphPicture, exportGraph, type Exportable } from './export-graph.js';
import type { LoweredCode } from './lowered-code.js';
import { messages } from './messages.js';
import type { Modes } from './modes.js';
import type { GraphPanels } from './panels.js';
import type { RunOutput } from './run-output.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';
import { settings } from './settings.js';
import { nameOf } from './snippet-path.js';

export interface CommandParts {
  readonly extensionUri: Uri;
  readonly sessions: Sessions;
  readonly active: ActiveSnippet;
  readonly modes: Modes;
  readonly panels: GraphPanels;
  readonly output: RunOutput;
  readonly lowered: LoweredCode;
}

export class Commands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  register(): Disposable[] {
    const { extensionUri, output } = this.#parts;
    const register = (id: string, run: (...args: readonly unknown[]) => unknown) => commands.registerCommand(id, run);
    return [
      register('dezero.run', uri => this.run(uri)),
      register('dezero.backward', (uri, variable) => this.backward(uri, variable)),
      register('dezero.toggleRetainGrad', uri => this.#toggle('retainGrad', uri)),
      register('dezero.toggleNoGrad', uri => this.#toggle('noGrad', uri)),
      register('dezero.clearGrads', uri => this.#clearGrads(uri)),
      register('dezero.showGraph', (uri, element) => this.#showGraph(uri, element)),
      register('dezero.pinGraph', uri => this.#pinGraph(uri)),
      register('dezero.stop', uri => this.#stop(uri)),
      register('dezero.exportGraph', (uri, format, target, picture) => this.#exportGraph(uri, graph => exportGraph(graph, { format, target, picture }))),
      register('dezero.copyPicture', (uri, picture) => this.#exportGraph(uri, graph => copyGraphPicture(graph, picture))),
      register('dezero.showLowered', uri => this.#showLowered(uri)),
      register('dezero.openExamples', name => openExample(extensionUri, typeof name === 'string' ? name : undefined)),
      // For the status bar alone, so not among the contributed ones.
      register('dezero.showOutput', () => output.show()),
    ];
  }

  /** What a button of a panel asks for; `snippet` is the panel's. */
  async act(action: PanelAction, snippet: Uri | null): Promise<void> {
    if (action === 'toggleDirection') return settings.setDirection(settings.direction() === 'LR' ? 'TB' : 'LR');
    if (action === 'openExamples') return commands.executeCommand('dezero.openExamples');
    // A pinned panel stays when its snippet is closed.
    if (snippet && !this.#parts.sessions.of(snippet) && !await reopened(snippet)) return;
    await commands.executeCommand(`dezero.${action}`, snippet ?? undefined);
  }

  async run(target?: unknown): Promise<RunReport | null> {
    const session = this.#trustedSession(target);
    if (!session) return null;
    this.#parts.panels.showAtFirst(session);
    const report = await session.run();
    this.#explainEnd(session);
    return report;
  }

  async backward(target?: unknown, variable?: unknown): Promise<RunReport | null> {
    const session = this.#trustedSession(target);
    if (!session || !this.#isIdle(session)) return null;
    if (typeof variable === 'string') return this.#shownResult(session, session.backward(variable));
    if (!session.isLive) await this.run(session.document.uri);
    const { report } = session.state;
    if (!report || !session.isLive || !this.#canDifferentiate(session, report)) return null;
    const picked = await pickVariable(nameOf(session.document.uri), report, this.#parts.modes.current);
    return picked === undefined ? null : this.#shownResult(session, session.backward(picked));
  }

  async #clearGrads(target: unknown): Promise<RunReport | null> {
    const session = this.#trustedSession(target);
    return session && this.#isIdle(session) ? this.#shownResult(session, session.clearGrads()) : null;
  }

  /** Flips a mode. A snippet that has a result runs again, so that all views show the mode's own result. */
  async #toggle(name: 'retainGrad' | 'noGrad', target: unknown): Promise<void> {
    const { modes } = this.#parts;
    modes.toggle(name);
    const session = this.#session(target);
    if (!session || session.state.activity === 'idle' || !workspace.isTrusted) return;
    await session.run();
    this.#explainEnd(session);
  }

  /** `element` is selected there: a hover leads to its own Variable. */
  #showGraph(target: unknown, element: unknown): void {
    const session = this.#session(target) ?? this.#offerExamples();
    if (!session) return;
    this.#parts.active.adopt(session);
    const panel = this.#parts.panels.show(session);
    if (typeof element === 'string') panel.select([element]);
  }

  #pinGraph(target: unknown): void {
    const session = this.#session(target) ?? this.#offerExamples();
    if (session) this.#parts.panels.togglePin(session);
  }

  #stop(target: unknown): void {
    const session = this.#session(target);
    if (session?.state.activity === 'running') session.stop();
    else void window.showInformationMessage(messages.nothingRuns());
  }

  async #exportGraph<T>(target: unknown, run: (graph: Exportable) => Promise<T>): Promise<T | undefined> {
    const session = this.#session(target) ?? this.#offerExamples();
    if (!session) return undefined;
    const { uri } = session.document;
    const { report, text } = session.state;
    const { panels, extensionUri } = this.#parts;
    if (report && report.variables.length > 0) return run({ snippet: uri, report, text, draw: drawn => panels.draw(session, drawn), extensionUri });
    offer(messages.noGraph(nameOf(uri)), { [messages.run()]: () => this.run(uri) });
    return undefined;
  }

  async #showLowered(target: unknown): Promise<void> {
    const session = this.#session(target) ?? this.#offerExamples();
    if (session) await this.#parts.lowered.show(session.document);
  }

  /** The snippet that a command was given, as an address or its text, or else the active one. */
  #session(target: unknown): Session | null {
    const { sessions, active } = this.#parts;
    const uri = target instanceof Uri ? target : typeof target === 'string' ? Uri.parse(target) : null;
    return (uri && sessions.of(uri)) ?? active.session;
  }

  #trustedSession(target: unknown): Session | null {
    const session = this.#session(target) ?? this.#offerExamples();
    if (!session || workspace.isTrusted) return session;
    offer(messages.untrusted(), { [messages.manageTrust()]: () => commands.executeCommand('workbench.trust.manage') });
    return null;
  }

  #offerExamples(): null {
    offer(messages.noSnippet(), { [messages.openExamples()]: () => commands.executeCommand('dezero.openExamples') });
    return null;
  }

  #isIdle(session: Session): boolean {
    if (session.state.activity !== 'running') return true;
    offer(messages.stillRunning(nameOf(session.document.uri)), { [messages.stop()]: () => session.stop() });
    return false;
  }

  #canDifferentiate(session: Session, report: RunReport): boolean {
    const name = nameOf(session.document.uri);
    if (report.variables.every(variable => variable.dtype === null)) {
      offer(messages.noVariables(name), {});
      return false;
    }
    if (report.mode.noGrad && report.functions.length === 0 && report.variables.some(({ state }) => state === 'unrecorded')) {
      const turnOff = () => (this.#parts.modes.current.noGrad ? this.#toggle('noGrad', session.document.uri) : this.run(session.document.uri));
      offer(messages.nothingRecorded(name), { [messages.turnOffNoGrad()]: turnOff });
      return false;
    }
    return true;
  }

  async #shownResult(session: Session, pending: Promise<RunResult | null>): Promise<RunReport | null> {
    const { uri } = session.document;
    const wasLive = session.isLive || session.state.activity === 'running';
    const result = await pending;
    if (!result && !wasLive) offer(messages.notRun(nameOf(uri)), { [messages.run()]: () => this.run(uri) });
    if (!result) return null;
    // The user asked for this step, and it may fail for a reason that is at no line: say it.
    if (result.outcome === 'failed' && result.report.error) offer(result.report.error.message, {});
    this.#explainEnd(session);
    return result.report;
  }

  /** Limits are settings: whoever runs into one is told where to change it. Other errors show at their line. */
  #explainEnd({ state: { outcome, report } }: Session): void {
    if (!report?.error) return;
    const setting = outcome === 'timeout' ? 'dezero.run.timeout' : outcome === 'out-of-memory' ? 'dezero.run.memory' : null;
    const { message } = report.error;
    if (setting) offer(message, { [messages.openSettings()]: () => commands.executeCommand('workbench.action.openSettings', setting) });
    else if (outcome === 'crashed') offer(message, {});
  }
}

/** Opens a snippet that no editor shows; says so where it cannot. */
async function reopened(snippet: Uri): Promise<boolean> {
  try {
    await workspace.openTextDocument(snippet);
    return true;
  } catch {
    void window.showWarningMessage(messages.snippetGone(nameOf(snippet)));
    return false;
  }
}

/** Shows a message with buttons; does not wait for an answer, so that no command hangs on one. */
function offer(message: string, buttons: Readonly<Record<string, () => unknown>>): void {
  void window.showWarningMessage(message, ...Object.keys(buttons)).then(chosen => (chosen === undefined ? undefined : buttons[chosen]?.()));
}
