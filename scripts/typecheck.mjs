// Type-checks each room against the globals that it may see.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';

const tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
for (const project of ['.', 'src/engine', 'src/language', 'webview']) {
  execFileSync(process.execPath, [tsc, '-p', project], { stdio: 'inherit' });
}
