// @ts-check
/**
 * @file Builds dist/: bundles, the engine's declarations, TypeScript's library files.
 *
 *     npm run build [-- --production] [--watch]
 */
import { parseArgs } from 'node:util';
import { buildBundles, watchBundles } from './build/bundles.mjs';
import { copyTypeScriptLibrary, emitEngineDeclarations } from './build/declarations.mjs';
import { closeAtEnd } from './tools/closing.mjs';
import { runScript } from './tools/failure.mjs';
import { say } from './tools/progress.mjs';

const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
const production = values.production ?? false;

await runScript(async () => {
  await Promise.all([buildBundles({ production }), emitEngineDeclarations({ production })]);
  const libraries = copyTypeScriptLibrary();
  say(`Built dist/ (${production ? 'production' : 'with source maps'}), ${libraries} TypeScript library files.`);
  if (!values.watch) return;
  await watchBundles({ production });
  say('Watching for changes; Ctrl-C ends it.');
  await new Promise(resolve => closeAtEnd(() => resolve(undefined)));
});
