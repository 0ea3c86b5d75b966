/** @file Puts the language server together; what differs between hosts comes in as `server`. */
import type { Connection, LanguageServer } from '@volar/language-server';
import { URI } from 'vscode-uri';
import type { ReportParams } from '../protocol/server.js';
import { createHoverHandler } from './hover/hover.js';
import { readServerOptions } from './options.js';
import { createReportStore, reportNotification } from './reports.js';
import { createSnippetProject } from './typescript-project.js';
import { createTypeScriptService, typeScriptOf } from './typescript-service.js';

/** Starts to listen on `connection`, which `server` was created with. */
export function serve(connection: Connection, server: LanguageServer): void {
  const reports = createReportStore();
  connection.onInitialize(params => {
    const options = readServerOptions(params.initializationOptions);
    const result = server.initialize(params, createSnippetProject(options), [createTypeScriptService()]);
    // In the place of Volar's own handler, which knows the virtual code but no run.
    connection.onHover(createHoverHandler(server, reports, options));
    return result;
  });
  connection.onInitialized(() => {
    server.initialized();
    // Snippets import `.dz.ts` and `.ts` files that are not open.
    void server.fileWatcher.watchFiles(['**/*.ts']);
    server.documents.onDidOpen(({ document }) => void warmUp(server, document.uri));
    server.documents.onDidClose(({ document }) => reports.delete(document.uri));
  });
  connection.onShutdown(() => server.shutdown());
  connection.onNotification(reportNotification, (params: ReportParams) => reports.set(params));
  connection.listen();
}

/** Reads TypeScript's lib files while Volar still waits for a pause in the typing, so that the first hover need not. */
async function warmUp(server: LanguageServer, uri: string): Promise<void> {
  const languageService = await server.project.getLanguageService(URI.parse(uri));
  typeScriptOf(languageService)?.getProgram();
}
