// @ts-check
/** @file Type-checks each room against the globals that it may see. */
import { createRequire } from 'node:module';
import { run } from './tools/command.mjs';
import { runScript } from './tools/failure.mjs';
import { root } from './tools/paths.mjs';

const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');

const projects = ['.', 'src/engine', 'src/language', 'webview', 'scripts', 'bench'];

/** @param {string} project */
async function check(project) {
  const { code, text } = await run(process.execPath, [tsc, '-p', project, '--pretty'], { cwd: root, output: 'collect' });
  if (code) console.error(`Type errors in project ${project}:\n${text}`);
  return code;
}

await runScript(async () => {
  const pending = [...projects];
  let failed = 0;
  const worker = async () => {
    for (let project = pending.shift(); project; project = pending.shift()) failed += Number((await check(project)) > 0);
  };
  await Promise.all([worker(), worker()]); // more at a time cost memory and gain nothing on two cores
  return failed ? 1 : 0;
});
