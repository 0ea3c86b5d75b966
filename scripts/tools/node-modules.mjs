// @ts-check
/** @file Installs node_modules when it is missing or is not what package-lock.json says. */
import fs from 'node:fs';
import { npm } from './command.mjs';
import { inRoot, root } from './paths.mjs';
import { say } from './progress.mjs';

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> }} Lock */

/** Compares contents, not times: a checkout or a copy gives every file a new time. */
function isUpToDate() {
  const installedFile = inRoot('node_modules/.package-lock.json');
  if (!fs.existsSync(installedFile)) return false;
  /** @type {Lock} */
  const wanted = JSON.parse(fs.readFileSync(inRoot('package-lock.json'), 'utf8'));
  /** @type {Lock} */
  const installed = JSON.parse(fs.readFileSync(installedFile, 'utf8'));
  return Object.entries(wanted.packages).every(([folder, { version, optional }]) => {
    if (folder === '') return true;
    const present = installed.packages[folder];
    return present ? present.version === version : optional; // other platforms' optional packages stay away
  });
}

export async function ensureNodeModules() {
  if (isUpToDate()) return;
  say('Installing node_modules (npm ci) …');
  await npm('Installing node_modules', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
}
