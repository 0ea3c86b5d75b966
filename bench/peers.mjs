// @ts-check
/** @file The peers from npm, which have to be there before the first run. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bench = fileURLToPath(new URL('.', import.meta.url));

/** Without their install scripts: none of those is needed, and js-pytorch's builds a GPU binding. A peer that cannot be had is missing in the table. */
export function installPeers() {
  if (existsSync(join(bench, 'node_modules/.package-lock.json'))) return;
  console.error('Installing the peers (npm ci in bench/) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: bench, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) console.error(`The peers could not be installed, so the table is without them: ${stderr.split('\n')[0]}`);
}
