/** @file The language client: starts the server beside the extension, and tells it what runs have shown. */
import { LanguageClient, State, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import type { HoverCommand, ReportNotification, ReportParams } from '../../protocol/server.js';
import type { LanguageServerPort } from '../compose.js';
import { LANGUAGE_ID } from '../snippet-path.js';

const REPORT: ReportNotification = 'dezero/report';
/** A record, so that none can be forgotten. */
const HOVER_COMMANDS: Readonly<Record<HoverCommand, true>> = {
  'dezero.run': true,
  'dezero.backward': true,
  'dezero.toggleRetainGrad': true,
  'dezero.toggleNoGrad': true,
  'dezero.showGraph': true,
};

export interface LanguageServerParts {
  asPath(relative: string): string;
  /** What the server has to know when it starts, and again when it had to be restarted. */
  reports(): readonly ReportParams[];
}

export class LanguageServer implements LanguageServerPort {
  readonly #client: LanguageClient;

  constructor({ asPath, reports }: LanguageServerParts) {
    const module = asPath('dist/server.js');
    this.#client = new LanguageClient(LANGUAGE_ID, 'DeZero', { module, transport: TransportKind.ipc }, clientOptions(asPath));
    this.#client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) for (const params of reports()) this.report(params);
    });
  }

  start(): Promise<void> {
    return this.#client.start();
  }

  /** Before the server runs there is no need to: it gets all reports when it does. */
  report(params: ReportParams): void {
    if (this.#client.state !== State.Running) return;
    this.#client.sendNotification(REPORT, params).catch((error: unknown) => this.#client.error(`${REPORT} was not sent`, error, false));
  }

  async stop(): Promise<void> {
    if (this.#client.needsStop()) await this.#client.dispose();
  }
}

function clientOptions(asPath: (relative: string) => string): LanguageClientOptions {
  return {
    documentSelector: [{ language: LANGUAGE_ID }],
    initializationOptions: { dezeroTypes: asPath('dist/dezero'), typescriptLib: asPath('dist/typescript-lib') },
    markdown: { isTrusted: { enabledCommands: Object.keys(HOVER_COMMANDS) } },
    // The output channel "DeZero" is the snippets' own.
    outputChannelName: 'DeZero Language Server',
  };
}
