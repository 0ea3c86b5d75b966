/** @file Builds the language server into a temporary folder and talks to it over stdio, as an editor would. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import type { Diagnostic, Hover, InitializeResult } from 'vscode-languageserver';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter, type MessageConnection } from 'vscode-languageserver/node';
import type { RunReport } from '../../src/protocol/report.js';
import { reportText } from '../../src/protocol/report-text.js';
import type { ReportParams } from '../../src/protocol/server.js';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

export interface BuiltServer {
  readonly script: string;
  readonly dezeroTypes: string;
  readonly typescriptLib: string;
  /** An empty folder for a test's own files. */
  folder(name: string): string;
  remove(): void;
}

/** Bundles the server and generates `dezero`'s declarations from the engine. */
async function buildServer(): Promise<BuiltServer> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'dezero-server-')));
  const script = join(home, 'server.js');
  const dezeroTypes = join(home, 'dezero');
  const typescriptLib = join(home, 'typescript-lib');
  await build({
    entryPoints: [join(root, 'src/server/node.ts')], outfile: script, bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true, logLevel: 'error',
    mainFields: ['module', 'main'],
  });
  const typescript = dirname(require.resolve('typescript'));
  mkdirSync(typescriptLib);
  for (const file of readdirSync(typescript)) {
    if (/^lib\..*d\.ts$/.test(file)) cpSync(join(typescript, file), join(typescriptLib, file));
  }
  // Whether the engine type-checks is another check's business.
  spawnSync(process.execPath, [
    join(typescript, 'tsc.js'), '-p', join(root, 'src/engine'), '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--noCheck', '--outDir', dezeroTypes,
  ]);
  return {
    script, dezeroTypes, typescriptLib,
    folder(name) {
      const path = join(home, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}

export interface Client {
  readonly connection: MessageConnection;
  readonly capabilities: InitializeResult['capabilities'];
  /** Opens a document and returns its URI. */
  open(path: string, text: string): string;
  change(uri: string, text: string): void;
  close(uri: string): void;
  /** What the server says of the document's newest text. */
  diagnostics(uri: string): Promise<Diagnostic[]>;
  hover(uri: string, text: string, offset: number): Promise<string | null>;
  report(run: Omit<ReportParams, 'report'> & { readonly report: RunReport | null }): Promise<void>;
  stop(): Promise<void>;
}

async function startClient(server: BuiltServer, workspace: string): Promise<Client> {
  const child: ChildProcess = spawn(process.execPath, [server.script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!));
  const versions = new Map<string, number>();
  const published = new Map<string, { version: number; diagnostics: Diagnostic[] }>();
  const waiting = new Set<() => void>();
  connection.onNotification('textDocument/publishDiagnostics', (params: { uri: string; version: number; diagnostics: Diagnostic[] }) => {
    published.set(params.uri, params);
    for (const wake of waiting) wake();
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.onRequest('client/registerCapability', () => null);
  connection.listen();
  const rootUri = pathToFileURL(workspace).href;
  const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'snippets' }],
    initializationOptions: { dezeroTypes: server.dezeroTypes, typescriptLib: server.typescriptLib },
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] }, publishDiagnostics: { relatedInformation: true }, definition: { linkSupport: true } },
      workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    capabilities,
    open(path, text) {
      const uri = pathToFileURL(path).href;
      versions.set(uri, 1);
      void connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'dezero', version: 1, text } });
      return uri;
    },
    change(uri, text) {
      const version = versions.get(uri)! + 1;
      versions.set(uri, version);
      void connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] });
    },
    close(uri) {
      void connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    async diagnostics(uri) {
      // The last publication for a version is the whole; what comes before it may be the syntax errors alone.
      const settled = (): Diagnostic[] | null => {
        const last = published.get(uri);
        return last && last.version === versions.get(uri) ? last.diagnostics : null;
      };
      while (settled() === null) await new Promise<void>(resolve => waiting.add(resolve));
      const pulled = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
      return pulled.items;
    },
    async hover(uri, text, offset) {
      const before = text.slice(0, offset).split('\n');
      const position = { line: before.length - 1, character: before.at(-1)!.length };
      const hover = await connection.sendRequest<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
      return hover && (hover.contents as { value: string }).value;
    },
    report: run => connection.sendNotification('dezero/report', { ...run, report: run.report && reportText(run.report) } satisfies ReportParams),
    async stop() {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      connection.dispose();
    },
  };
}

/** Writes files into `folder`, by name. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** What the tests of one file share. */
export interface Started {
  readonly server: BuiltServer;
  readonly client: Client;
  /** Empty, and the client's workspace. */
  readonly folder: string;
}

/** Has a server and a client from before the first test of the file to after its last. */
export function withServer(ready: (started: Started) => void): void {
  let started: Started | undefined;
  beforeAll(async () => {
    const server = await buildServer();
    const folder = server.folder('snippets');
    started = { server, folder, client: await startClient(server, folder) };
    ready(started);
  }, 120_000);
  afterAll(async () => {
    await started?.client.stop();
    started?.server.remove();
  });
}
