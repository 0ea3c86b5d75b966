// @ts-check
/** @file What has to be there before the first run: the peers from npm, and the engine in one file. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const bench = fileURLToPath(new URL('..', import.meta.url));

/** Without their install scripts: none of those is needed, and js-pytorch's builds a GPU binding. A peer that cannot be had is missing in the table. */
export function installPeers() {
  if (existsSync(join(bench, 'node_modules/.package-lock.json'))) return;
  console.error('Installing the peers (npm ci in bench/) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: bench, encoding: 'utf8', shell: process.platform === 'win32' });
  if (status !== 0) console.error(`The peers could not be installed, so the table is without them: ${stderr.split('\n')[0]}`);
}

/** As the runner has it. @returns {Promise<{ file: string, remove: () => void }>} */
export async function bundleEngine() {
  const folder = mkdtempSync(join(tmpdir(), 'dezero-bench-'));
  const file = join(folder, 'engine.cjs');
  await esbuild.build({
    entryPoints: [join(bench, '../src/engine/index.ts')],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  });
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
