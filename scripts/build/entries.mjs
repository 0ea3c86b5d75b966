// @ts-check
/** @file What is bundled from where to where, for which host. */

/** @typedef {'extension' | 'node' | 'cli' | 'typescript' | 'webview'} Host */
/** @typedef {{ source: string, output: string, host: Host }} Entry */

/** @type {Entry[]} */
export const entries = [
  { source: 'src/extension/node/main.ts', output: 'dist/extension.js', host: 'extension' },
  // Loaded after the activation, which must not wait for it: it is ten times as large as the rest.
  { source: 'src/extension/node/language-client.ts', output: 'dist/language-client.js', host: 'extension' },
  { source: 'src/server/node.ts', output: 'dist/server.js', host: 'node' },
  // Of its own, for TypeScript is large: the extension loads it when a snippet is first run.
  { source: 'src/language/index.ts', output: 'dist/language.js', host: 'node' },
  { source: 'src/runtime/node/runner-main.ts', output: 'dist/runner.js', host: 'node' },
  // Once for the server, the language and the command line, for it is larger than all of them together.
  { source: 'node_modules/typescript/lib/typescript.js', output: 'dist/typescript.js', host: 'typescript' },
  { source: 'src/cli/main.ts', output: 'dist/cli.js', host: 'cli' },
  { source: 'webview/main.ts', output: 'dist/webview/panel.js', host: 'webview' },
  { source: 'webview/layout/worker.ts', output: 'dist/webview/layout-worker.js', host: 'webview' },
];

/** Bundles for Node are CommonJS: VS Code's extension host and a child process load them as such. */
const plainNode = /** @type {const} */ ({ platform: 'node', format: 'cjs', target: 'node20' });
const node = { ...plainNode, alias: { typescript: './typescript.js' }, external: ['./typescript.js'] };

/** @type {Record<Host, import('esbuild').BuildOptions>} */
export const hosts = {
  extension: { ...node, external: [...node.external, 'vscode'] },
  node,
  cli: { ...node, banner: { js: '#!/usr/bin/env node' } },
  typescript: plainNode,
  webview: { platform: 'browser', format: 'iife', target: 'es2022' },
};
