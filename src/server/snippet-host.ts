/** @file What the program of the snippets is made of beside the snippets: TypeScript's lib files, `dezero`, and nothing from elsewhere. */
import ts from 'typescript';
import type { ServerOptions } from './options.js';

/** `host`, with the libraries of the extension in the place of the workspace's. */
export function adaptHost(host: ts.LanguageServiceHost, { dezeroTypes, typescriptLib }: ServerOptions): ts.LanguageServiceHost {
  return {
    ...host,
    getDefaultLibFileName: options => `${typescriptLib}/${ts.getDefaultLibFileName(options)}`,
    resolveModuleNameLiterals: (literals, containingFile, redirected, options, sourceFile) => literals.map(literal => {
      if (!isImportable(literal.text)) return { resolvedModule: undefined };
      const mode = ts.getModeForUsageLocation(sourceFile, literal, options);
      return ts.resolveModuleName(literal.text, containingFile, options, host, undefined, redirected, mode);
    }),
    // Always there, so that an import of it can be offered before there is one.
    getScriptFileNames: () => [...host.getScriptFileNames(), `${dezeroTypes}/index.d.ts`],
  };
}

/** What a run can import: packages of the workspace it cannot, so they must not seem to work here. */
function isImportable(specifier: string): boolean {
  return /^\.\.?(\/|$)/.test(specifier) || specifier === 'dezero' || specifier === 'dezero/operators';
}
