/** @file Which operator or call a position points at: the token that a reader means when asking for the value made there. */
import ts from 'typescript';
import type { TextSpan } from '../../language/names.js';
import { contains } from '../text-span.js';

export interface PointedExpression {
  /** The operator's token, or the callee's last name. */
  readonly anchor: TextSpan;
  /** The whole operation or call. */
  readonly span: TextSpan;
  /** The operator as written; null for a call. */
  readonly operator: string | null;
}

const overloaded = new Set([
  ts.SyntaxKind.PlusToken, ts.SyntaxKind.MinusToken, ts.SyntaxKind.AsteriskToken, ts.SyntaxKind.SlashToken, ts.SyntaxKind.AsteriskAsteriskToken,
  ts.SyntaxKind.PlusEqualsToken, ts.SyntaxKind.MinusEqualsToken, ts.SyntaxKind.AsteriskEqualsToken, ts.SyntaxKind.SlashEqualsToken,
  ts.SyntaxKind.AsteriskAsteriskEqualsToken,
]);

export function parseSnippet(source: string): ts.SourceFile {
  return ts.createSourceFile('snippet.ts', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** The operator or call whose anchor contains `offset`, if any. */
export function findPointedExpression(file: ts.SourceFile, offset: number): PointedExpression | null {
  const spanOf = (node: ts.Node): TextSpan => ({ start: node.getStart(file), end: node.end });

  const describe = (node: ts.Node): PointedExpression | null => {
    if (ts.isBinaryExpression(node) && overloaded.has(node.operatorToken.kind)) {
      return {
        anchor: spanOf(node.operatorToken),
        span: spanOf(node),
        operator: node.operatorToken.getText(file),
      };
    }
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
      const start = node.getStart(file);
      return { anchor: { start, end: start + 1 }, span: spanOf(node), operator: '-' };
    }
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = calleeName(node.expression);
      return name && { anchor: spanOf(name), span: spanOf(node), operator: null };
    }
    return null;
  };

  const visit = (node: ts.Node): PointedExpression | null => {
    if (offset < node.pos || offset >= node.end) return null;
    const pointed = describe(node);
    if (pointed && contains(pointed.anchor, offset)) return pointed;
    return ts.forEachChild(node, child => visit(child) ?? undefined) ?? null;
  };
  return visit(file);
}

function calleeName(callee: ts.Expression): ts.Node | null {
  if (ts.isIdentifier(callee)) return callee;
  if (ts.isPropertyAccessExpression(callee)) return callee.name;
  return null;
}
