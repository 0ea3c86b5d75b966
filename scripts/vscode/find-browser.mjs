// @ts-check
/** @file Finds a Chromium-like browser, or installs one. */
import { chromium } from 'playwright-core';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { findOnPath, run } from '../tools/command.mjs';
import { Failure } from '../tools/failure.mjs';
import { say } from '../tools/progress.mjs';

const onPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge', 'msedge'];

/** Where the installers of macOS and Windows put them, off the PATH. */
function usualFiles() {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return apps.map(name => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform !== 'win32') return ['/snap/bin/chromium', '/opt/google/chrome/chrome'];
  const folders = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA];
  const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
  return folders.flatMap(folder => (folder ? programs.map(program => path.join(folder, program)) : []));
}

/** @returns {string | undefined} */
function findBrowser() {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (fs.existsSync(given)) return given;
    throw new Failure(`CHROME_PATH names ${given}, and there is no such file. Correct it, or unset it to have a browser looked for.`);
  }
  for (const name of onPath) {
    const file = findOnPath(name);
    if (file) return file;
  }
  return [...usualFiles(), chromium.executablePath()].find(file => fs.existsSync(file));
}

/** Debian's package, where that works without a question: on Debian itself (Ubuntu's is an empty shell around snap), as root. */
async function installDebianPackage() {
  const isDebian = fs.existsSync('/etc/os-release') && /^ID=debian$/m.test(fs.readFileSync('/etc/os-release', 'utf8'));
  if (!isDebian || process.getuid?.() !== 0) return;
  say('Installing a browser (Debian package chromium) …');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, output: /** @type {const} */ ('collect') };
  await run('apt-get', ['update', '-qq'], options);
  const { code, text } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  if (code) console.error(text);
}

async function installPlaywrightDownload() {
  say("Installing a browser (Playwright's download of Chromium) …");
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', 'chromium']);
}

/** @returns {Promise<string>} the path of its executable */
export async function ensureBrowser() {
  for (const install of [installDebianPackage, installPlaywrightDownload]) {
    const found = findBrowser();
    if (found) return found;
    await install();
  }
  const found = findBrowser();
  if (found) return found;
  throw new Failure(
    'No browser was found on the PATH or in the usual places, and none could be installed. ' +
    'Install Chrome, Chromium or Edge, or set CHROME_PATH to the executable of one.',
  );
}
