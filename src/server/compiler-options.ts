/** @file How TypeScript reads a snippet: the same in every folder, as every run of it is. */
import ts from 'typescript';
import type { ServerOptions } from './options.js';

export function snippetCompilerOptions({ dezeroTypes }: ServerOptions): ts.CompilerOptions {
  return {
    strict: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    moduleDetection: ts.ModuleDetectionKind.Force,
    // No DOM and no @types: a snippet sees neither a page nor Node.
    lib: ['lib.esnext.d.ts'],
    types: [],
    libReplacement: false,
    paths: {
      dezero: [`${dezeroTypes}/index.d.ts`],
      'dezero/operators': [`${dezeroTypes}/operators.d.ts`],
    },
    allowImportingTsExtensions: true,
    allowNonTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  };
}
