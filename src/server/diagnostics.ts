/** @file TypeScript's diagnostics of a snippet, in the words of what the user wrote. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic, type LanguageServiceContext } from '@volar/language-server';
import ts from 'typescript';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { URI } from 'vscode-uri';
import { explainDiagnostics } from '../language/diagnostics.js';

interface Diagnosed {
  readonly languageService: ts.LanguageService;
  /** The snippet's, by which the program knows its virtual code. */
  readonly fileName: string;
}

/** Diagnostics of `document`, which is a snippet's virtual code; Volar maps their places back. */
export function diagnose(document: TextDocument, context: LanguageServiceContext, { languageService, fileName }: Diagnosed): Diagnostic[] {
  const program = languageService.getProgram();
  const file = program?.getSourceFile(fileName);
  if (!program || !file) return [];
  // Of the suggestions only what greys out or strikes through: the others propose edits of the virtual code.
  const hints = languageService.getSuggestionDiagnostics(fileName).filter(hint => hint.reportsUnnecessary || hint.reportsDeprecated);
  return [...program.getSyntacticDiagnostics(file), ...explainDiagnostics(program, file, program.getSemanticDiagnostics(file)), ...hints]
    .flatMap(diagnostic => toLsp(diagnostic, document, context) ?? []);
}

function toLsp(diagnostic: ts.Diagnostic, document: TextDocument, context: LanguageServiceContext): Diagnostic | null {
  const { start, length } = diagnostic;
  if (start === undefined || length === undefined) return null;
  const tags = [
    ...diagnostic.reportsUnnecessary ? [DiagnosticTag.Unnecessary] : [],
    ...diagnostic.reportsDeprecated ? [DiagnosticTag.Deprecated] : [],
  ];
  return {
    range: { start: document.positionAt(start), end: document.positionAt(start + length) },
    severity: severities[diagnostic.category],
    source: 'ts',
    code: diagnostic.code,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
    ...tags.length > 0 ? { tags } : {},
    relatedInformation: (diagnostic.relatedInformation ?? []).flatMap(related => locate(related, context) ?? []),
  };
}

function locate(related: ts.DiagnosticRelatedInformation, context: LanguageServiceContext) {
  if (!related.file || related.start === undefined || related.length === undefined) return null;
  const { file, start, length } = related;
  const uri = context.inject<Provide, 'typescript/documentUri'>('typescript/documentUri', file.fileName);
  if (!uri) return null;
  const position = (offset: number) => file.getLineAndCharacterOfPosition(offset);
  return {
    location: { uri: uri.toString(), range: { start: position(start), end: position(start + length) } },
    message: ts.flattenDiagnosticMessageText(related.messageText, '\n'),
  };
}

interface Provide {
  'typescript/documentUri': (fileName: string) => URI;
}

const severities: Record<ts.DiagnosticCategory, DiagnosticSeverity> = {
  [ts.DiagnosticCategory.Error]: DiagnosticSeverity.Error,
  [ts.DiagnosticCategory.Warning]: DiagnosticSeverity.Warning,
  [ts.DiagnosticCategory.Suggestion]: DiagnosticSeverity.Hint,
  [ts.DiagnosticCategory.Message]: DiagnosticSeverity.Information,
};
