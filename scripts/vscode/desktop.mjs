// @ts-check
/** @file VS Code on the desktop: the `code` of the PATH, or the one that @vscode/test-electron downloads. */
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, SilentReporter } from '@vscode/test-electron';
import fs from 'node:fs';
import os from 'node:os';
import { findOnPath, runOrFail } from '../tools/command.mjs';
import { inRoot } from '../tools/paths.mjs';

/** @returns {string | undefined} why no window of VS Code can be opened here */
export function whyNoDesktop() {
  if (process.env.VSCODE_IPC_HOOK_CLI) return 'this terminal belongs to a remote VS Code';
  if (process.platform !== 'linux') return undefined;
  if (process.env.WSL_DISTRO_NAME || /microsoft/i.test(os.release())) return "this is WSL, and Windows' VS Code cannot use an extensions folder here";
  return process.env.DISPLAY || process.env.WAYLAND_DISPLAY ? undefined : 'this machine has no display (DISPLAY and WAYLAND_DISPLAY are unset)';
}

/** @returns {string | undefined} */
export const findCode = () => findOnPath('code');

/**
 * Downloads into .vscode-test/ unless it is there. Rejects without internet.
 * @param {{ version?: string | undefined }} [options]
 * @returns {Promise<string>} the executable
 */
export function downloadVSCode({ version = 'stable' } = {}) {
  return downloadAndUnzipVSCode({ version, cachePath: inRoot('.vscode-test'), timeout: 15_000, reporter: new SilentReporter() });
}

/** @param {string} executable */
export const commandLineOf = executable => resolveCliPathFromVSCodeExecutablePath(executable);

/**
 * Opens a window with settings and extensions of its own, so that a person's own VS Code stays as it is.
 * @param {string} cli
 * @param {{ vsix: string, folder: string, file: string }} what
 */
export async function openDesktop(cli, { vsix, folder, file }) {
  const home = inRoot('.vscode-test/profile');
  fs.mkdirSync(home, { recursive: true });
  const own = ['--user-data-dir', `${home}/user-data`, '--extensions-dir', `${home}/extensions`];
  const root = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const options = { output: /** @type {const} */ ('collect'), shell: process.platform === 'win32' };
  await runOrFail('Installing the extension in VS Code', cli, [...root, ...own, '--install-extension', vsix, '--force'], options);
  await runOrFail('Opening VS Code', cli, [...root, ...own, '--new-window', '--disable-workspace-trust', folder, file], options);
}
