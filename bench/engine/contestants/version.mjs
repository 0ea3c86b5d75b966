// @ts-check
/** @file Which version of a peer takes part. */
import { createRequire } from 'node:module';

/** The version of a peer, which need not export its package.json. @param {string} name @returns {string} */
export function versionOf(name) {
  return createRequire(import.meta.url)(new URL(`../../node_modules/${name}/package.json`, import.meta.url).pathname).version;
}
