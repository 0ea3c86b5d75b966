// @ts-check
/** @file Where things lie in the checkout. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {...string} names a path inside the checkout */
export const inRoot = (...names) => path.join(root, ...names);

export const vsixFile = inRoot('dezero-vscode.vsix');
export const examplesDir = inRoot('examples');
export const resultsDir = inRoot('test-results');
