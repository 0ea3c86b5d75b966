// @ts-check
/** @file Type-checks each room against the globals that it may see. */
import { createRequire } from 'node:module';
import { run } from './tools/command.mjs';
import { runScript } from './tools/failure.mjs';
import { root } from './tools/paths.mjs';

const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');

await runScript(async () => {
  let failed = 0;
  for (const project of ['.', 'src/engine', 'src/language', 'webview', 'scripts']) {
    const { code } = await run(process.execPath, [tsc, '-p', project], { cwd: root });
    if (code) console.error(`Type errors in project ${project}.`);
    failed += Number(code > 0);
  }
  return failed ? 1 : 0;
});
