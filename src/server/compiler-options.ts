/** @file How the editor's TypeScript reads a snippet: as the check without an editor does, and the same in every folder. */
import type ts from 'typescript';
import { CHECK_OPTIONS } from '../language/check.js';
import type { ServerOptions } from './options.js';

export function snippetCompilerOptions({ dezeroTypes }: ServerOptions): ts.CompilerOptions {
  return {
    ...CHECK_OPTIONS,
    // By them TypeScript also knows what to call the library in an import that it offers.
    paths: {
      dezero: [`${dezeroTypes}/index.d.ts`],
      'dezero/operators': [`${dezeroTypes}/operators.d.ts`],
    },
    // An untitled document has no extension.
    allowNonTsExtensions: true,
  };
}
