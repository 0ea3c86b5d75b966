/** @file The identifiers that a declaration, a parameter list or a destructuring assignment writes. */
import ts from 'typescript';
import { withoutWrappers } from './operators.js';

/** All names of a declared pattern, in the order of the text. */
export function declaredNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap(element => (ts.isBindingElement(element) ? declaredNames(element.name) : []));
}

export function declaredNamesOfList(list: ts.VariableDeclarationList): ts.Identifier[] {
  return list.declarations.flatMap(declaration => declaredNames(declaration.name));
}

/** Names of all parameters; TypeScript's `this` is none. */
export function parameterNames(parameters: readonly ts.ParameterDeclaration[]): ts.Identifier[] {
  return parameters.flatMap(parameter => declaredNames(parameter.name)).filter(name => name.text !== 'this');
}

/** The plain names that an assignment to `target` writes: of `[a, o.x, ...b]`, a and b. */
export function assignedNames(target: ts.Expression): ts.Identifier[] {
  const inner = withoutWrappers(target);
  if (ts.isIdentifier(inner)) return [inner];
  if (ts.isArrayLiteralExpression(inner)) return inner.elements.flatMap(assignedNames);
  if (ts.isSpreadElement(inner)) return assignedNames(inner.expression);
  if (isAssignment(inner)) return assignedNames(inner.left);
  if (!ts.isObjectLiteralExpression(inner)) return [];
  return inner.properties.flatMap(property => {
    if (ts.isShorthandPropertyAssignment(property)) return [property.name];
    if (ts.isPropertyAssignment(property)) return assignedNames(property.initializer);
    return ts.isSpreadAssignment(property) ? assignedNames(property.expression) : [];
  });
}

export function isAssignment(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
}

export function isPattern(target: ts.Expression): boolean {
  const inner = withoutWrappers(target);
  return ts.isArrayLiteralExpression(inner) || ts.isObjectLiteralExpression(inner);
}

/** Names that a block's own statements declare for the block alone, hiding those around it. */
export function blockNames(block: ts.Block): Set<string> {
  const names = new Set<string>();
  for (const statement of block.statements) {
    if (ts.isVariableStatement(statement) && statement.declarationList.flags & ts.NodeFlags.BlockScoped) {
      for (const name of declaredNamesOfList(statement.declarationList)) names.add(name.text);
    } else if ((ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement) || ts.isEnumDeclaration(statement)) && statement.name) names.add(statement.name.text);
  }
  return names;
}
