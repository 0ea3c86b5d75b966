/** @file Scopes: the loops and the named functions of a file, in which what is recorded belongs together. */
import ts from 'typescript';
import { isErased, rewriteOf, withoutWrappers } from './operators.js';

export type Loop = ts.IterationStatement;

export function isLoop(node: ts.Node): node is Loop {
  return ts.isIterationStatement(node, false);
}

/** The head of a loop in few words: `for i`, `for x of xs`, `while`. */
export function loopName(loop: Loop): string {
  if (ts.isWhileStatement(loop)) return 'while';
  if (ts.isDoStatement(loop)) return 'do while';
  const { initializer } = loop as ts.ForStatement | ts.ForInOrOfStatement;
  const [declaration] = initializer && ts.isVariableDeclarationList(initializer) ? initializer.declarations : [];
  const name = declaration && ts.isIdentifier(declaration.name) ? ` ${declaration.name.text}` : '';
  if (ts.isForStatement(loop)) return `for${name}`;
  const word = ts.isForOfStatement(loop) ? 'of' : 'in';
  const over = withoutWrappers((loop as ts.ForInOrOfStatement).expression);
  return ts.isIdentifier(over) ? `for${name} ${word} ${over.text}` : `for${name}`;
}

/**
 * What a function whose calls are scopes is called, `parent` being the node above it: its name, or for a callback what it is given to:
 * `map =>`. Null for one that may be left and entered again in the middle: what it records counts as its caller's.
 */
export function functionName(node: ts.FunctionLikeDeclaration, parent: ts.Node): string | null {
  if (!node.body || ('asteriskToken' in node && node.asteriskToken)) return null;
  if (ts.canHaveModifiers(node) && node.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.AsyncKeyword)) return null;
  if (ts.isConstructorDeclaration(node)) return ts.isClassLike(parent) && parent.name ? `new ${parent.name.text}` : null;
  return nameText(node.name) ?? (isNamedBy(parent) ? nameText(parent.name) : null) ?? assignedName(parent) ?? callbackName(node, parent);
}

/** Whether anything of `node` may make a Variable: a call, or an operator. */
export function mayRecord(node: ts.Node, parent: ts.Node): boolean {
  if (isErased(node)) return false;
  if (ts.isCallExpression(node) || ts.isNewExpression(node) || rewriteOf(node, parent)) return true;
  return ts.forEachChild(node, child => mayRecord(child, node)) ?? false;
}

function isNamedBy(parent: ts.Node): parent is ts.VariableDeclaration | ts.PropertyAssignment | ts.PropertyDeclaration {
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent);
}

function assignedName(parent: ts.Node): string | null {
  if (!ts.isBinaryExpression(parent) || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return null;
  const target = withoutWrappers(parent.left);
  return ts.isIdentifier(target) ? target.text : ts.isPropertyAccessExpression(target) ? target.name.text : null;
}

function callbackName(node: ts.FunctionLikeDeclaration, parent: ts.Node): string {
  if (!ts.isCallExpression(parent) || !parent.arguments.some(argument => argument === node)) return '=>';
  const callee = withoutWrappers(parent.expression);
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
  return name === '' ? '=>' : `${name} =>`;
}

function nameText(name: ts.PropertyName | ts.BindingName | undefined): string | null {
  if (!name || ts.isComputedPropertyName(name) || ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) return null;
  return name.text;
}
