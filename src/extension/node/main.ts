/** @file Entry point in the Node extension host: brings what a host with files and processes has, and starts the rest. */
import { workspace, type ExtensionContext } from 'vscode';
import type { ExtensionApi } from '../api.js';
import { composeExtension, type Extension } from '../compose.js';
import { NodeCompiler } from './compiler.js';
import { ConfiguredRunners } from './configured-runners.js';
import type * as LanguageClientRoom from './language-client.js';
import { loadBundle } from './load-bundle.js';

/** What the workbench does when a snippet opens comes first; the first run finds all of this ready. */
const WARM_UP_AFTER_MS = 400;

let extension: Extension | undefined;

export function activate(context: ExtensionContext): ExtensionApi {
  const start = performance.now();
  const asPath = (relative: string) => context.asAbsolutePath(relative);
  const compiler = new NodeCompiler(asPath('dist/language.js'));
  const runners = new ConfiguredRunners(asPath('dist/runner.js'));
  context.subscriptions.push(runners);

  extension = composeExtension({
    extensionUri: context.extensionUri,
    compiler,
    takeRunner: () => runners.take(),
    warmRunner: () => runners.warm(),
    startLanguageServer: async reports => {
      await activated();
      const { LanguageServer } = loadBundle<typeof LanguageClientRoom>(asPath('dist/language-client.js'));
      const server = new LanguageServer({ asPath, reports });
      await server.start();
      return server;
    },
  }, context.subscriptions);

  const warmUp = () => {
    if (workspace.isTrusted) runners.warm();
    compiler.warm();
  };
  const timer = setTimeout(warmUp, WARM_UP_AFTER_MS);
  context.subscriptions.push({ dispose: () => clearTimeout(timer) }, workspace.onDidGrantWorkspaceTrust(() => runners.warm()));

  const activationMs = performance.now() - start;
  return Object.defineProperties({ activationMs }, Object.getOwnPropertyDescriptors(extension.api)) as ExtensionApi;
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}

/** The next turn of the event loop: by then `activate` has returned. */
function activated(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
