// @ts-check
/**
 * @file Builds for production and packs dezero-vscode.vsix.
 *
 *     npm run package
 */
import { runScript } from './tools/failure.mjs';
import { packExtension } from './build/pack.mjs';

await runScript(() => packExtension());
