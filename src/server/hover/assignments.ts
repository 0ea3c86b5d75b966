/** @file When a name's writes happen: what is written where nothing is assigned, and what is read before its own assignment ends. */
import ts from 'typescript';
import type { TextSpan } from '../../language/names.js';

/** Whether the name at `name` is declared and given nothing: `let y;`. */
export function isBareDeclaration(file: ts.SourceFile, name: TextSpan): boolean {
  const declaration = enclosing(file, name).find(ts.isVariableDeclaration);
  if (!declaration || declaration.name.end !== name.end || !ts.isIdentifier(declaration.name)) return false;
  const statement = declaration.parent.parent;
  return !declaration.initializer && !ts.isForOfStatement(statement) && !ts.isForInStatement(statement);
}

/** The targets of the assignments on whose right side `place` stands: in `x = x * 2` the second `x` is read before the first is written. */
export function pendingTargets(file: ts.SourceFile, place: TextSpan): TextSpan[] {
  const targets: TextSpan[] = [];
  for (const node of enclosing(file, place)) {
    // The body of a function runs later, and may see what is assigned by then.
    if (ts.isFunctionLike(node)) break;
    const target = ts.isVariableDeclaration(node) ? node.name : isAssignment(node) ? node.left : null;
    if (target && target.end <= place.start) targets.push({ start: target.getStart(file), end: target.end });
  }
  return targets;
}

function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** The nodes around a span, the innermost first. */
function enclosing(file: ts.SourceFile, { start, end }: TextSpan): ts.Node[] {
  const path: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (start < node.pos || end > node.end) return;
    path.unshift(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return path;
}
