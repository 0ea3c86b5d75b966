// @ts-check
/**
 * @file Runs test/host in the extension host of a desktop VS Code.
 *
 *     npm run test:electron                                     downloads VS Code
 *     VSCODE_EXECUTABLE_PATH=/usr/share/code/code npm run …     takes this one: the program itself, not the script `code`
 *     VSCODE_VERSION=1.100.0 npm run …                          downloads this version
 *     npm run test:electron -- --no-fallback                    fails when there is none; else VS Code in the browser runs them
 */
import { runTests, TestRunFailedError } from '@vscode/test-electron';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleHostTests } from './test/bundle-host-tests.mjs';
import { closeAtEnd } from './tools/closing.mjs';
import { run, runOrFail } from './tools/command.mjs';
import { explain, Failure, runScript } from './tools/failure.mjs';
import { inRoot, root } from './tools/paths.mjs';
import { say } from './tools/progress.mjs';
import { downloadVSCode } from './vscode/desktop.mjs';
import { copyOfFolder } from './vscode/user-data.mjs';

const { values } = parseArgs({
  allowNegative: true,
  options: { grep: { type: 'string' }, fallback: { type: 'boolean', default: true } },
});

/** @returns {Promise<string | undefined>} */
async function findDesktop() {
  const given = process.env.VSCODE_EXECUTABLE_PATH;
  if (given && !fs.existsSync(given)) {
    throw new Failure(`VSCODE_EXECUTABLE_PATH names ${given}, and there is no such file. Correct it, or unset it to have VS Code downloaded.`);
  }
  if (given) return given;
  try {
    return await downloadVSCode({ version: process.env.VSCODE_VERSION });
  } catch (error) {
    if (!values.fallback) throw new Failure(`VS Code could not be downloaded: ${error instanceof Error ? error.message : error}`);
    say(`VS Code could not be downloaded: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

/** @param {string} vscodeExecutablePath */
async function runOnDesktop(vscodeExecutablePath) {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'dz-')); // short: a socket in it must stay under 103 characters
  closeAtEnd(() => fs.rmSync(userData, { recursive: true, force: true, maxRetries: 5 }));
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: root,
      extensionTestsPath: await bundleHostTests(),
      launchArgs: [
        copyOfFolder(inRoot('test/host/workspace')),
        '--disable-extensions', '--disable-workspace-trust', '--locale', 'en', `--user-data-dir=${userData}`,
      ],
      // Set by a terminal inside VS Code, it would make Electron a plain Node.
      extensionTestsEnv: { TEST_GREP: values.grep, ELECTRON_RUN_AS_NODE: undefined },
    });
    return 0;
  } catch (error) {
    if (!(error instanceof TestRunFailedError)) throw error;
    console.error(explain(new Failure(error.message)));
    return 1;
  }
}

await runScript(async () => {
  await runOrFail('Building the extension', process.execPath, [inRoot('scripts/build.mjs')], { cwd: root });
  const desktop = await findDesktop();
  if (desktop) return runOnDesktop(desktop);
  say('Running the tests in VS Code in the browser instead.');
  const args = [inRoot('scripts/test-inhost.mjs'), ...(values.grep ? ['--grep', values.grep] : [])];
  return (await run(process.execPath, args, { cwd: root })).code;
});
