// @ts-check
/** @file `npm start` on a desktop. */
import { examplesDir, inRoot, vsixFile } from '../tools/paths.mjs';
import { say } from '../tools/progress.mjs';
import { commandLineOf, downloadVSCode, findCode, openDesktop, whyNoDesktop } from '../vscode/desktop.mjs';

/** @returns {Promise<boolean>} whether VS Code opened; if not, it has said why */
export async function openOnDesktop() {
  const reason = whyNoDesktop();
  if (reason) {
    say(`No VS Code on the desktop: ${reason}.`);
    return false;
  }
  const cli = findCode() ?? (await download());
  if (!cli) return false;
  try {
    await openDesktop(cli, { vsix: vsixFile, folder: examplesDir, file: inRoot('examples/hello.dz.ts') });
  } catch (error) {
    say(`${cli} did not open: ${error instanceof Error ? error.message : error}`);
    return false;
  }
  say(`Opened ${cli} on examples/, with settings and extensions of its own in .vscode-test/profile.`);
  console.log('Your own VS Code is unchanged. To have the extension there too: code --install-extension dezero-vscode.vsix');
  return true;
}

/** @returns {Promise<string | undefined>} */
async function download() {
  say('There is no `code` on the PATH. Downloading VS Code …');
  try {
    return commandLineOf(await downloadVSCode());
  } catch (error) {
    say(`The download did not work: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}
