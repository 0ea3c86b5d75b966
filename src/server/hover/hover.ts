/** @file The hover: what the last run left at a place, above what TypeScript says of it. */
import type { Hover, HoverParams, LanguageServer } from '@volar/language-server';
import type { CancellationToken } from '@volar/language-server';
import ts from 'typescript';
import { URI } from 'vscode-uri';
import { createNameIndex } from '../../language/names.js';
import { HELPERS } from '../../language/operators.js';
import type { ServerOptions } from '../options.js';
import type { ReportStore } from '../reports.js';
import type { TextSpan } from '../text-span.js';
import { createTypedPlaces, type TypedPlaces } from '../typed-places.js';
import { findTarget } from './find-target.js';
import { codeBlock } from './markdown.js';
import { findPointedExpression, type PointedExpression } from './pointed-expression.js';
import { renderNotRun, renderStale, renderTarget } from './render.js';

export function createHoverHandler(server: LanguageServer, reports: ReportStore, options: ServerOptions) {
  return async (params: HoverParams, token: CancellationToken): Promise<Hover | null> => {
    const uri = URI.parse(params.textDocument.uri);
    const document = server.documents.get(uri);
    if (!document) return null;
    const languageService = await server.project.getLanguageService(uri);
    const typeHover = await languageService.getHover(uri, params.position, token);
    if (token.isCancellationRequested) return null;

    const source = document.getText();
    const offset = document.offsetAt(params.position);
    const pointed = pointedOperator(source, offset);
    const places = createTypedPlaces(languageService, uri, options);
    const run = describeRun(params.textDocument.uri, source, offset, reports, places);
    const types = pointed ? describeOperator(pointed, places) : typeText(typeHover);
    const parts = [run?.text, types].filter(part => part !== undefined && part !== '');
    if (parts.length === 0) return null;

    const span = run?.span ?? pointed?.anchor;
    const range = span ? { start: document.positionAt(span.start), end: document.positionAt(span.end) } : typeHover?.range;
    return { contents: { kind: 'markdown', value: parts.join('\n\n---\n\n') }, ...range ? { range } : {} };
  };
}

interface RunText {
  readonly text: string;
  readonly span?: TextSpan;
}

function describeRun(uri: string, source: string, offset: number, reports: ReportStore, places: TypedPlaces): RunText | null {
  const last = reports.get(uri);
  if (!last?.report) return places.isVariable(offset) ? { text: renderNotRun(uri) } : null;
  if (last.text !== source) return places.isVariable(offset) ? { text: renderStale(uri) } : null;
  const target = findTarget(source, offset, last.report, createNameIndex(source));
  return target && { text: renderTarget(target, { uri, report: last.report, mode: last.mode }), span: target.span };
}

/** The operator under the cursor: TypeScript would show the helper that stands for it. */
function pointedOperator(source: string, offset: number): PointedExpression | null {
  const file = ts.createSourceFile('snippet.ts', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  const pointed = findPointedExpression(file, offset);
  return pointed?.operator ? pointed : null;
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
