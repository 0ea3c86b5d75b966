// @ts-check
/** @file Starts and ends VS Code's server, and installs a VSIX for it. */
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { closeAtEnd } from '../tools/closing.mjs';
import { runOrFail } from '../tools/command.mjs';
import { Failure } from '../tools/failure.mjs';
import { installVSCodeServer } from './install.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} dataDir settings, logs, and extensions unless `extensionsDir` says otherwise
 * @property {string} [extensionsDir]
 * @property {number} [port] a free one if this is not given or is taken
 * @property {string[]} [args]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string[]} [nodeArgs] for its Node
 *
 * @typedef {object} RunningServer
 * @property {number} port
 * @property {string} authority host:port
 * @property {(folder: string, payload?: [string, string][]) => string} address of the workbench on a folder
 * @property {Promise<number>} ended resolves to the exit code
 * @property {() => Promise<void>} close
 */

/** Without an empty gallery the server would ask the public one. */
const serverEnv = { EXTENSIONS_GALLERY: '{}' };

/**
 * Resolves when it listens. Its output goes to `server.log` in the data folder.
 * @param {ServerOptions} options
 * @returns {Promise<RunningServer>}
 */
export async function startServer({ dataDir, extensionsDir, port: wanted, args = [], env = {}, nodeArgs = [] }) {
  const { node, serverMain } = await installVSCodeServer();
  const port = await freePort(wanted);
  // Other users of this machine can reach the port too: only who knows the token gets in.
  const token = crypto.randomBytes(16).toString('hex');
  const child = spawn(node, [
    ...nodeArgs, serverMain, '--host', '127.0.0.1', '--port', String(port), '--connection-token', token,
    '--accept-server-license-terms', '--telemetry-level', 'off', '--disable-getting-started-override',
    '--server-data-dir', dataDir, ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []), ...args,
  ], {
    env: { ...process.env, ...serverEnv, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true, // a process group of its own, so that `close` reaches extension hosts and snippets too
  });
  /** @type {Promise<number>} */
  const ended = new Promise(resolve => child.once('close', code => resolve(code ?? 1)));
  const close = closeAtEnd(() => endGroup(child, ended));
  await listening(child, ended, path.join(dataDir, 'server.log'));

  const authority = `127.0.0.1:${port}`;
  /** @type {RunningServer['address']} */
  const address = (folder, payload) => {
    const query = new URLSearchParams({ tkn: token, folder, ...(payload && { payload: JSON.stringify(payload) }) });
    return `http://${authority}/?${query}`;
  };
  return { port, authority, address, ended, close };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 * @param {string} logFile
 */
function listening(child, ended, logFile) {
  let output = '';
  return new Promise((resolve, reject) => {
    /** @param {Buffer} data */
    const onData = data => {
      fs.appendFileSync(logFile, data);
      output += data;
      if (output.includes('Extension host agent listening on')) resolve(undefined);
    };
    child.stdout?.on('data', onData);
    child.stderr?.on('data', onData);
    child.once('error', reject);
    ended.then(code => reject(new Failure(`VS Code's server ended with exit code ${code} before it listened:\n${output}`)));
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 */
async function endGroup(child, ended) {
  /** @param {NodeJS.Signals} signal */
  const kill = signal => {
    try {
      if (child.pid) process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  };
  kill('SIGTERM');
  const timer = setTimeout(kill, 3_000, 'SIGKILL');
  await ended;
  clearTimeout(timer);
  kill('SIGKILL'); // whatever of the group outlived the server
}

/**
 * @param {string} vsix
 * @param {{ dataDir: string, extensionsDir?: string }} folders
 */
export async function installExtension(vsix, { dataDir, extensionsDir }) {
  const { node, serverMain } = await installVSCodeServer();
  const args = [
    serverMain, '--accept-server-license-terms', '--server-data-dir', dataDir,
    ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []), '--install-extension', vsix, '--force',
  ];
  await runOrFail(`Installing ${path.basename(vsix)} in VS Code`, node, args, { env: { ...process.env, ...serverEnv }, output: 'collect' });
}

/**
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
function freePort(wanted = 0) {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', error => (wanted ? resolve(freePort()) : reject(error)));
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = /** @type {net.AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
