/** @file The hover: what the last run left at a place, above what TypeScript says of it. */
import type { CancellationToken, Hover, HoverParams, LanguageServer } from '@volar/language-server';
import type ts from 'typescript';
import { URI } from 'vscode-uri';
import { createNameIndex, type TextSpan } from '../../language/names.js';
import { HELPERS } from '../../language/helpers-name.js';
import type { ServerOptions } from '../options.js';
import type { LastRun, ReportStore } from '../reports.js';
import { createTypedPlaces, type TypedPlaces } from '../typed-places.js';
import { findTarget } from './find-target.js';
import { codeBlock } from './markdown.js';
import { findPointedExpression, parseSnippet, type PointedExpression } from './pointed-expression.js';
import { renderNotRun, renderStale, renderTarget } from './render.js';

export function createHoverHandler(server: LanguageServer, reports: ReportStore, options: ServerOptions) {
  return async (params: HoverParams, token: CancellationToken): Promise<Hover | null> => {
    const uri = URI.parse(params.textDocument.uri);
    const document = server.documents.get(uri);
    if (!document) return null;
    const languageService = await server.project.getLanguageService(uri);
    const snippet = parseSnippet(document.getText());
    const offset = document.offsetAt(params.position);
    // Over an operator TypeScript would show the helper that stands for it.
    const pointed = findPointedExpression(snippet, offset);
    const operator = pointed?.operator ? pointed : null;
    const typeHover = operator ? null : await languageService.getHover(uri, params.position, token);
    if (token.isCancellationRequested) return null;

    const places = createTypedPlaces(languageService, uri, options);
    const run = describeRun(reports.get(params.textDocument.uri), params.textDocument.uri, snippet, offset, places);
    const types = operator ? describeOperator(operator, places) : typeText(typeHover);
    const parts = [run?.text, types].filter(part => part !== undefined && part !== '');
    if (parts.length === 0) return null;

    const span = run?.span ?? operator?.anchor;
    const range = span ? { start: document.positionAt(span.start), end: document.positionAt(span.end) } : typeHover?.range;
    return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, ...range ? { range } : {} };
  };
}

interface RunText {
  readonly text: string;
  readonly span?: TextSpan;
}

function describeRun(last: LastRun | undefined, uri: string, snippet: ts.SourceFile, offset: number, places: TypedPlaces): RunText | null {
  if (last?.report && last.text === snippet.text) {
    const target = findTarget(snippet, offset, last.report, createNameIndex(snippet.text));
    return target && { text: renderTarget(target, { uri, report: last.report, mode: last.mode }), span: target.span };
  }
  if (!places.isVariable(offset)) return null;
  return { text: last?.report ? renderStale(uri) : renderNotRun(uri) };
}

function describeOperator({ operator, anchor }: PointedExpression, places: TypedPlaces): string {
  const operation = operator && places.describeOperation(operator, anchor.start);
  return operation ? codeBlock(operation, 'typescript') : '';
}

function typeText(hover: Hover | null | undefined): string {
  if (!hover) return '';
  const { contents } = hover;
  // Volar always answers with one block of Markdown.
  const text = typeof contents === 'object' && 'value' in contents ? contents.value : '';
  return text.includes(HELPERS) ? '' : text;
}
