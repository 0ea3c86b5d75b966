// @ts-check
/** @file The types that a snippet sees: the engine's declarations as module `dezero`, and TypeScript's library files. */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from '../tools/command.mjs';
import { Failure } from '../tools/failure.mjs';
import { inRoot, root } from '../tools/paths.mjs';

const require = createRequire(import.meta.url);

/**
 * src/engine/*.ts → dist/dezero/*.d.ts.
 * @param {{ production: boolean }} options in production a type error fails the build; else `npm run typecheck` is the judge
 */
export async function emitEngineDeclarations({ production }) {
  const outDir = inRoot('dist/dezero');
  if (production) fs.rmSync(outDir, { recursive: true, force: true }); // nothing of a module that is gone gets into the VSIX
  const args = ['-p', 'src/engine', '--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--rootDir', 'src/engine', '--outDir', outDir];
  const { code, text } = await run(process.execPath, [require.resolve('typescript/lib/tsc.js'), ...args], { cwd: root, output: 'collect' });
  if (code === 0) return;
  const message = `The engine in src/engine has type errors, so the declarations that snippets see may be wrong:\n${text.trim()}`;
  if (production || !fs.existsSync(path.join(outDir, 'index.d.ts'))) throw new Failure(message);
  console.warn(message);
}

/** lib.esnext.d.ts and all that it refers to, without the DOM: a snippet has no document. */
export function copyTypeScriptLibrary() {
  const from = path.dirname(require.resolve('typescript/lib/lib.esnext.d.ts'));
  const to = inRoot('dist/typescript-lib');
  fs.rmSync(to, { recursive: true, force: true });
  fs.mkdirSync(to, { recursive: true });
  const pending = ['lib.esnext.d.ts'];
  const seen = new Set(pending);
  for (const name of pending) {
    const text = fs.readFileSync(path.join(from, name), 'utf8');
    fs.writeFileSync(path.join(to, name), text);
    for (const [, lib] of text.matchAll(/^\/\/\/\s*<reference\s+lib="([^"]+)"/gm)) {
      const next = `lib.${lib}.d.ts`;
      if (!seen.has(next)) pending.push(next);
      seen.add(next);
    }
  }
  return seen.size;
}
