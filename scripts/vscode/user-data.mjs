// @ts-check
/** @file The folder in which a VS Code server keeps settings, logs and state, and temporary copies of workspaces. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { closeAtEnd } from '../tools/closing.mjs';

/** No questions, no telemetry, no look for updates: nothing that a test could trip over or that leaves the machine. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.editor.useModal': 'off', // else settings open as a modal that takes every click
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden', // else an empty chat takes a third of the window
  'workbench.startupEditor': 'none',
};

/** @param {string} prefix */
export function temporaryFolder(prefix) {
  const dir = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), prefix));
  closeAtEnd(() => fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return dir;
}

/**
 * A copy that tests may change.
 * @param {string} folder
 */
export function copyOfFolder(folder) {
  const dir = path.join(temporaryFolder('dezero-workspace-'), path.basename(folder));
  fs.cpSync(folder, dir, { recursive: true });
  return dir;
}

/**
 * Writes the user settings unless the folder has some: a person's own stay.
 * @param {string} dir
 * @param {Record<string, unknown>} [settings]
 */
export function prepareUserData(dir, settings = {}) {
  const file = path.join(dir, 'data/User/settings.json');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
}

/** @param {Record<string, unknown>} [settings] */
export function freshUserData(settings) {
  const dir = temporaryFolder('dezero-vscode-');
  prepareUserData(dir, settings);
  return dir;
}

/**
 * Copies the logs of the server and of the extension host out of a folder that will go.
 * @param {string} dataDir
 * @param {string} target
 */
export function keepLogs(dataDir, target) {
  fs.rmSync(target, { recursive: true, force: true });
  for (const name of ['server.log', 'data/logs']) {
    const from = path.join(dataDir, name);
    if (fs.existsSync(from)) fs.cpSync(from, path.join(target, path.basename(name)), { recursive: true });
  }
}
