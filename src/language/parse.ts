/** @file Parses a source, and tells its syntax errors. */
import ts from 'typescript';

export function parseSource(path: string, source: string): ts.SourceFile {
  return ts.createSourceFile(path, source, ts.ScriptTarget.ESNext, false, ts.ScriptKind.TS);
}

export function syntaxErrors(file: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  // TypeScript keeps them on the file, but not in its public types; a program only to ask for them would cost more than the parse.
  return (file as ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] }).parseDiagnostics;
}
