/** @file What the program of the snippets is made of beside the snippets: TypeScript's lib files, `dezero`, and nothing from elsewhere. */
import ts from 'typescript';
import { resolveImport, type ImportHost } from '../language/imports.js';
import { SNIPPET_GLOBALS } from '../language/snippet-globals.js';
import type { ServerOptions } from './options.js';

const globalsPath = '/dezero-snippet-globals.d.ts';

/** `host`, with the libraries of the extension in the place of the workspace's, and imports found as a run finds them. */
export function adaptHost(host: ts.LanguageServiceHost, { dezeroTypes, typescriptLib }: ServerOptions): ts.LanguageServiceHost {
  const globals = ts.ScriptSnapshot.fromString(SNIPPET_GLOBALS);
  const importHost: ImportHost = { read: path => host.readFile(path), resolve: resolveRelative };
  const resolveAsRun = (specifier: string, from: string): ts.ResolvedModuleFull | undefined => {
    const target = resolveImport(importHost, from, specifier);
    return target.kind === 'file' ? { resolvedFileName: target.path, extension: ts.Extension.Ts } : undefined;
  };
  return {
    ...host,
    getDefaultLibFileName: options => `${typescriptLib}/${ts.getDefaultLibFileName(options)}`,
    // `dezero` is always there, so that an import of it can be offered before there is one.
    getScriptFileNames: () => [...host.getScriptFileNames(), `${dezeroTypes}/index.d.ts`, globalsPath],
    getScriptSnapshot: path => path === globalsPath ? globals : host.getScriptSnapshot(path),
    getScriptVersion: path => path === globalsPath ? '1' : host.getScriptVersion(path),
    fileExists: path => path === globalsPath || host.fileExists(path),
    readFile: (path, encoding) => path === globalsPath ? SNIPPET_GLOBALS : host.readFile(path, encoding),
    resolveModuleNameLiterals: (literals, containingFile, redirected, options, sourceFile) => literals.map(literal => {
      if (!isLibrary(literal.text) && !containingFile.startsWith(`${dezeroTypes}/`)) {
        return { resolvedModule: resolveAsRun(literal.text, containingFile) };
      }
      const mode = ts.getModeForUsageLocation(sourceFile, literal, options);
      return ts.resolveModuleName(literal.text, containingFile, options, host, undefined, redirected, mode);
    }),
  };
}

/** The generated code imports the operators' types. */
function isLibrary(specifier: string): boolean {
  return specifier === 'dezero' || specifier === 'dezero/operators';
}

/** The path that `specifier` means in the file `from`; both with forward slashes. */
function resolveRelative(from: string, specifier: string): string {
  const path = from.split('/').slice(0, -1);
  for (const part of specifier.split('/')) {
    if (part === '..') path.pop();
    else if (part !== '.' && part !== '') path.push(part);
  }
  return path.join('/');
}
