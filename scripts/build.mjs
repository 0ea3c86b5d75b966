// @ts-check
/**
 * @file Builds dist/: bundles, the engine's declarations, TypeScript's library files.
 *
 *     npm run build [-- --production] [--watch] [--tests]
 */
import { parseArgs } from 'node:util';
import { buildBundles, watchBundles } from './build/bundles.mjs';
import { copyTypeScriptLibrary, emitEngineDeclarations } from './build/declarations.mjs';
import { buildKernels } from './build/kernels.mjs';
import { bundleHostTests } from './test/bundle-host-tests.mjs';
import { closeAtEnd } from './tools/closing.mjs';
import { runScript } from './tools/failure.mjs';
import { say } from './tools/progress.mjs';

const { values } = parseArgs({
  options: {
    production: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    tests: { type: 'boolean', default: false }, // also those that run in the extension host
  },
});
const { production } = values;

await runScript(async () => {
  await buildKernels();
  await Promise.all([buildBundles({ production }), emitEngineDeclarations({ production })]);
  const libraries = copyTypeScriptLibrary();
  if (values.tests) await bundleHostTests();
  say(`Built dist/ (${production ? 'production' : 'with source maps'}), ${libraries} TypeScript library files.`);
  if (!values.watch) return;
  await watchBundles({ production });
  say('Watching for changes; Ctrl-C ends it.');
  await new Promise(resolve => closeAtEnd(() => resolve(undefined)));
});
