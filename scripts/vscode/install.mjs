// @ts-check
/** @file Installs VS Code's server and workbench from the npm registry: no compiler, no install scripts. */
import fs from 'node:fs';
import path from 'node:path';
import { npm } from '../tools/command.mjs';
import { closeAtEnd } from '../tools/closing.mjs';
import { inRoot } from '../tools/paths.mjs';
import { say } from '../tools/progress.mjs';
import { replaceNativeModules } from './native-stand-ins.mjs';
import { codeServerVersion, nodePackage } from './versions.mjs';

/** @typedef {{ node: string, serverMain: string }} VSCodeServer both are paths of files */

/** Holds all that is installed or kept outside node_modules; VSCODE_ENV_DIR lets several checkouts share it. */
export const envDir = process.env.VSCODE_ENV_DIR ? path.resolve(process.env.VSCODE_ENV_DIR) : inRoot('.vscode-env');

const npmFlags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/** Packages of the server that an extension does not need here; most of them want a compiler or are large. */
const unneeded = [
  '@devcontainers/cli', '@github/copilot-sdk', '@microsoft/mxc-sdk', '@vscode/copilot-api', '@vscode/sandbox-runtime',
  '@vscode/sqlite3', '@vscode/windows-process-tree', '@vscode/windows-registry', 'kerberos', 'ssh2',
];

/**
 * The folder's name holds the versions, and it appears under that name only when it is complete: so it is its own stamp,
 * an interrupted install leaves nothing that looks whole, and two at a time do no harm.
 * @returns {Promise<VSCodeServer>}
 */
export async function installVSCodeServer() {
  const node = nodePackage();
  const versions = `code-server-${codeServerVersion}-${node ? `${node.name}-${node.version}` : `node-${process.versions.node}`}`;
  const dir = path.join(envDir, versions);
  if (!fs.existsSync(dir)) await installInto(dir, node);
  return {
    node: node ? path.join(dir, 'node_modules', node.name, 'bin/node') : process.execPath,
    serverMain: path.join(serverFolder(dir), 'out/server-main.js'),
  };
}

/** @param {string} dir */
const serverFolder = dir => path.join(dir, 'node_modules/code-server/lib/vscode');

/**
 * @param {string} dir
 * @param {{ name: string, version: string } | undefined} node
 */
async function installInto(dir, node) {
  say(`Installing VS Code for the browser (code-server ${codeServerVersion}${node ? `, Node ${node.version}` : ''}) from the npm registry, about 150 MB …`);
  const partial = `${dir}.${process.pid}`;
  fs.mkdirSync(partial, { recursive: true });
  const removePartial = closeAtEnd(() => fs.rmSync(partial, { recursive: true, force: true }));

  const dependencies = { 'code-server': codeServerVersion, ...(node && { [node.name]: node.version }) };
  writeJson(path.join(partial, 'package.json'), { private: true, dependencies });
  await npm('Installing code-server', ['install', ...npmFlags], { cwd: partial, output: 'collect' });

  const server = serverFolder(partial);
  const manifestFile = path.join(server, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(manifestFile, 'utf8'));
  const needed = Object.entries(manifest.dependencies).filter(([name]) => !unneeded.includes(name));
  writeJson(manifestFile, { ...manifest, dependencies: Object.fromEntries(needed) });
  for (const cwd of [server, path.join(server, 'extensions')]) {
    await npm(`Installing the packages of code-server in ${cwd}`, ['install', '--omit=dev', ...npmFlags], { cwd, output: 'collect' });
  }
  replaceNativeModules(path.join(server, 'node_modules'));

  // Another process may have been faster; its folder is as good.
  if (!fs.existsSync(dir)) fs.renameSync(partial, dir);
  await removePartial();
  say('Installed VS Code for the browser.');
}

/**
 * @param {string} file
 * @param {unknown} value
 */
function writeJson(file, value) {
  fs.writeFileSync(file, JSON.stringify(value, null, 2));
}
