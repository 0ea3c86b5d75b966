/** @file Which operators of a `.dz.ts` file become calls: the one place that decides it, for the editor's code and for the code that runs. */
import ts from 'typescript';

const { SyntaxKind } = ts;

export type BinaryHelper = 'add' | 'sub' | 'mul' | 'div' | 'pow';

/** How each helper is written in the source. */
export const HELPER_TOKENS: Readonly<Record<BinaryHelper | 'neg', string>> = { add: '+', sub: '-', mul: '*', div: '/', pow: '**', neg: '-' };

const BINARY: ReadonlyMap<ts.SyntaxKind, BinaryHelper> = new Map([
  [SyntaxKind.PlusToken, 'add'],
  [SyntaxKind.MinusToken, 'sub'],
  [SyntaxKind.AsteriskToken, 'mul'],
  [SyntaxKind.SlashToken, 'div'],
  [SyntaxKind.AsteriskAsteriskToken, 'pow'],
]);

const COMPOUND: ReadonlyMap<ts.SyntaxKind, BinaryHelper> = new Map([
  [SyntaxKind.PlusEqualsToken, 'add'],
  [SyntaxKind.MinusEqualsToken, 'sub'],
  [SyntaxKind.AsteriskEqualsToken, 'mul'],
  [SyntaxKind.SlashEqualsToken, 'div'],
  [SyntaxKind.AsteriskAsteriskEqualsToken, 'pow'],
]);

/** An operator that becomes a call. */
export type Rewrite =
  /** `a * b` */
  | { readonly kind: 'binary'; readonly helper: BinaryHelper; readonly node: ts.BinaryExpression }
  /** `a * ` with nothing typed after it yet. */
  | { readonly kind: 'unfinished'; readonly node: ts.BinaryExpression }
  /** `t *= r` */
  | { readonly kind: 'compound'; readonly helper: BinaryHelper; readonly node: ts.BinaryExpression }
  /** `-a` */
  | { readonly kind: 'negation'; readonly node: ts.PrefixUnaryExpression };

/** What `node` becomes; null where JavaScript's own operator stays. `parent` is the node above it. */
export function rewriteOf(node: ts.Node, parent: ts.Node): Rewrite | null {
  if (ts.isBinaryExpression(node)) return rewriteOfBinary(node);
  if (!ts.isPrefixUnaryExpression(node) || node.operator !== SyntaxKind.MinusToken) return null;
  if (isNumeric(node) || isMissing(node.operand)) return null;
  // `-a ** 2` is a syntax error of JavaScript; `neg(a) ** 2` would be none.
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === SyntaxKind.AsteriskAsteriskToken && parent.left === node) return null;
  return { kind: 'negation', node };
}

function rewriteOfBinary(node: ts.BinaryExpression): Rewrite | null {
  const token = node.operatorToken.kind;
  const helper = BINARY.get(token);
  if (helper) {
    if (isNumeric(node)) return null;
    if (helper === 'add' && (isText(node.right) || isText(node.left))) return null;
    if (helper === 'pow' && isUnary(node.left)) return null;
    return isMissing(node.right) ? { kind: 'unfinished', node } : { kind: 'binary', helper, node };
  }
  const compound = COMPOUND.get(token);
  if (!compound || isMissing(node.right)) return null;
  if (compound === 'add' && isText(node.right)) return null;
  return isAssignable(node.left) ? { kind: 'compound', helper: compound, node } : null;
}

/** Whether nothing of `node` runs: types, and what is only declared. Enums run, but their initialisers are TypeScript's to evaluate. */
export function isErased(node: ts.Node): boolean {
  if (ts.isTypeNode(node)) return !ts.isExpressionWithTypeArguments(node);
  switch (node.kind) {
    case SyntaxKind.InterfaceDeclaration:
    case SyntaxKind.TypeAliasDeclaration:
    case SyntaxKind.EnumDeclaration:
      return true;
    case SyntaxKind.ImportDeclaration:
      return (node as ts.ImportDeclaration).importClause?.phaseModifier === SyntaxKind.TypeKeyword;
    case SyntaxKind.ExportDeclaration:
    case SyntaxKind.ExportSpecifier:
      return (node as ts.ExportDeclaration | ts.ExportSpecifier).isTypeOnly;
    case SyntaxKind.HeritageClause:
      return (node as ts.HeritageClause).token === SyntaxKind.ImplementsKeyword;
    case SyntaxKind.FunctionDeclaration:
    case SyntaxKind.MethodDeclaration:
    case SyntaxKind.Constructor:
      if (!(node as ts.FunctionLikeDeclaration).body) return true;
  }
  return ts.canHaveModifiers(node) && !!node.modifiers?.some(modifier => modifier.kind === SyntaxKind.DeclareKeyword);
}

/** Whether a compound assignment's target has no part that could do something, so that its text may be written twice. */
export function isRepeatable(target: ts.Expression): boolean {
  const inner = withoutWrappers(target);
  if (isName(inner)) return true;
  if (ts.isPropertyAccessExpression(inner)) return isName(inner.expression) || inner.expression.kind === SyntaxKind.SuperKeyword;
  if (!ts.isElementAccessExpression(inner)) return false;
  const key = withoutWrappers(inner.argumentExpression);
  return (isName(inner.expression) || inner.expression.kind === SyntaxKind.SuperKeyword)
    && (ts.isIdentifier(key) || ts.isStringLiteralLike(key) || ts.isNumericLiteral(key));
}

/** `e` without parentheses, casts and `!`. */
export function withoutWrappers(e: ts.Expression): ts.Expression {
  while (ts.isParenthesizedExpression(e) || ts.isNonNullExpression(e) || ts.isAssertionExpression(e) || ts.isSatisfiesExpression(e)) e = e.expression;
  return e;
}

function isName(e: ts.Expression): boolean {
  const inner = withoutWrappers(e);
  return ts.isIdentifier(inner) || inner.kind === SyntaxKind.ThisKeyword;
}

function isAssignable(e: ts.Expression): boolean {
  const inner = withoutWrappers(e);
  return ts.isIdentifier(inner) || ts.isPropertyAccessExpression(inner) || ts.isElementAccessExpression(inner);
}

/** What the parser puts where it expected an expression. */
function isMissing(e: ts.Node): boolean {
  return e.pos === e.end && e.kind === SyntaxKind.Identifier;
}

/** Made of number literals alone: no Variable can come in. */
function isNumeric(e: ts.Expression): boolean {
  while (ts.isParenthesizedExpression(e)) e = e.expression;
  if (ts.isNumericLiteral(e) || ts.isBigIntLiteral(e)) return true;
  if (ts.isPrefixUnaryExpression(e)) return (e.operator === SyntaxKind.MinusToken || e.operator === SyntaxKind.PlusToken) && isNumeric(e.operand);
  // The right side first: a long sum leans to the left.
  return ts.isBinaryExpression(e) && BINARY.has(e.operatorToken.kind) && isNumeric(e.right) && isNumeric(e.left);
}

/** Certainly a string, so that `+` beside it joins text. */
function isText(e: ts.Expression): boolean {
  while (ts.isParenthesizedExpression(e)) e = e.expression;
  if (ts.isStringLiteralLike(e) || ts.isTemplateExpression(e)) return true;
  return ts.isBinaryExpression(e) && e.operatorToken.kind === SyntaxKind.PlusToken && (isText(e.right) || isText(e.left));
}

function isUnary(e: ts.Expression): boolean {
  if (ts.isPrefixUnaryExpression(e)) return e.operator !== SyntaxKind.PlusPlusToken && e.operator !== SyntaxKind.MinusMinusToken;
  return ts.isTypeOfExpression(e) || ts.isVoidExpression(e) || ts.isDeleteExpression(e) || ts.isAwaitExpression(e) || ts.isTypeAssertionExpression(e);
}
