/** @file Puts the parts together and wires who hears of what. What differs between hosts comes in as {@link HostParts}. */
import { EventEmitter, window, workspace, type Disposable, type Uri } from 'vscode';
import type { PanelState } from '../protocol/panel.js';
import { reportText } from '../protocol/report-text.js';
import type { ReportParams } from '../protocol/server.js';
import type { Runner } from '../runtime/client/runner.js';
import { ActiveSnippet } from './active-snippet.js';
import type { ExtensionApi, ReportEvent } from './api.js';
import { AutomaticRuns } from './automatic-runs.js';
import { Commands } from './commands.js';
import type { Compiler } from './compiler.js';
import { ContextKeys } from './context-keys.js';
import { EditorSync } from './editor-sync.js';
import { LoweredCode } from './lowered-code.js';
import { messages } from './messages.js';
import { Modes } from './modes.js';
import type { GraphPanel, PanelRequest } from './panel.js';
import { GraphPanels } from './panels.js';
import { RunDiagnostics } from './run-diagnostics.js';
import { RunOutput } from './run-output.js';
import type { Session } from './session.js';
import { Sessions } from './sessions.js';
import { settings } from './settings.js';
import { isSnippet, nameOf } from './snippet-path.js';
import { StatusBar } from './status-bar.js';

export interface LanguageServerPort {
  report(params: ReportParams): void;
  stop(): Promise<void>;
}

export interface HostParts {
  readonly extensionUri: Uri;
  readonly compiler: Compiler;
  takeRunner(): Runner;
  /** Makes the next runner ready; called when nobody waits for one. */
  warmRunner(): void;
  /** `reports` gives what the server has to know when it starts. */
  startLanguageServer(reports: () => readonly ReportParams[]): Promise<LanguageServerPort>;
}

export interface Extension {
  readonly api: Omit<ExtensionApi, 'activationMs'>;
  /** Ends the runs and the language server. */
  stop(): Promise<void>;
}

export function composeExtension(host: HostParts, subscriptions: Disposable[]): Extension {
  const { extensionUri, compiler } = host;
  const own = <T extends Disposable>(part: T): T => {
    subscriptions.push(part);
    return part;
  };
  const modes = own(new Modes());
  const sessions = own(new Sessions({
    compiler,
    takeRunner: () => host.takeRunner(),
    mode: () => modes.current,
    budget: () => settings.budget(),
    timeoutMs: document => settings.timeoutMs(document.uri),
  }));
  const active = own(new ActiveSnippet(sessions));
  const output = own(new RunOutput());
  const diagnostics = own(new RunDiagnostics());
  const statusBar = own(new StatusBar());
  const lowered = own(new LoweredCode(compiler));
  const contextKeys = new ContextKeys();
  const reported = own(new EventEmitter<ReportEvent>());

  const panels = own(new GraphPanels({
    extensionUri,
    sessions,
    active,
    state: (uri, { pinned }): PanelState => {
      const { activity, report, reportNumber } = (uri && sessions.of(uri))?.state ?? { activity: 'idle', report: null, reportNumber: 0 };
      const snippet = uri && { uri: uri.toString(), name: nameOf(uri) };
      return { snippet, pinned, activity, report, reportNumber, mode: modes.current, direction: settings.direction() };
    },
    onMessage: (message, { panel, snippet }) => void ask(message, panel, snippet).catch(fault('DeZero')),
    onBadMessage: message => output.note(`The graph panel sent what is no message: ${JSON.stringify(message)?.slice(0, 200)}`),
  }));
  const sync = own(new EditorSync(sessions, panels));
  const commands = new Commands({ extensionUri, sessions, active, modes, panels, output, lowered });
  const fault = (what: string) => (error: unknown) => {
    output.note(error instanceof Error ? (error.stack ?? error.message) : String(error));
    void window.showErrorMessage(messages.internalFault(what, error instanceof Error ? error.message : String(error)));
  };

  const ask = async (message: PanelRequest, panel: GraphPanel, snippet: Uri | null): Promise<void> => {
    const session = snippet && sessions.of(snippet);
    switch (message.type) {
      case 'action':
        return commands.act(message.action, snippet);
      case 'backward':
        return void (await commands.backward(snippet ?? undefined, message.variable));
      case 'page': {
        // Another snippet's state is on its way to the page: its Variables have the same ids.
        if (session?.document.uri.toString() !== message.uri) return;
        const answer = await session.page(message.reportNumber, message.page);
        if (answer) panel.answer(message.request, answer);
        return;
      }
      case 'reveal':
        return sync.reveal(session, message.ranges);
    }
  };

  // Who hears of what.
  let server: LanguageServerPort | null = null;
  const paramsOf = ({ document, state }: Session): ReportParams => (
    { uri: document.uri.toString(), text: state.text, report: state.report && reportText(state.report), mode: modes.current }
  );
  const showActive = () => {
    contextKeys.update(active.session, modes.current);
    const editor = window.activeTextEditor;
    statusBar.update(active.session, modes.current, { isVisible: panels.isVisible || (editor !== undefined && isSnippet(editor.document)) });
  };
  subscriptions.push(
    ...commands.register(),
    own(new AutomaticRuns(sessions, fault('DeZero'))),
    sessions.onDidRun(({ session, event }) => {
      output.handle(session, event);
      if (event.type === 'end') host.warmRunner();
    }),
    sessions.onDidChange(session => {
      diagnostics.update(session);
      panels.update(session.document.uri);
      if (session === active.session) showActive();
    }),
    sessions.onDidReport(session => {
      server?.report(paramsOf(session));
      const { report, text, outcome, elapsedMs } = session.state;
      if (report && outcome) reported.fire({ uri: session.document.uri, report, text, outcome, elapsedMs });
    }),
    sessions.onDidClose(session => {
      diagnostics.clear(session);
      panels.update(session.document.uri);
      output.closed(session);
    }),
    modes.onDidChange(() => {
      showActive();
      panels.update();
      for (const session of sessions.all) server?.report(paramsOf(session));
    }),
    active.onDidChange(showActive),
    window.onDidChangeActiveTextEditor(showActive),
    panels.onDidChangeView(showActive),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('dezero.graph.direction')) panels.update();
    }),
  );
  showActive();

  const languageServerReady = host.startLanguageServer(() => sessions.all.map(paramsOf)).then(
    started => {
      server = started;
      return true;
    },
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      output.note(messages.serverFault(reason));
      void window.showErrorMessage(messages.serverFault(reason));
      return false;
    },
  );

  return {
    api: {
      get mode() {
        return modes.current;
      },
      get isPanelVisible() {
        return panels.isVisible;
      },
      onDidChangeReport: reported.event,
      onDidPaint: panels.onDidPaint,
      snippet: uri => {
        const session = sessions.of(uri);
        return session && { ...session.state, isLive: session.isLive };
      },
      panelState: () => panels.stateOf(active.session?.document.uri ?? null),
      languageServerReady,
    },
    stop: async () => {
      sessions.dispose();
      await languageServerReady;
      await server?.stop();
    },
  };
}
