/** @file Recognising in virtual code the calls that stand for operators. */
import ts from 'typescript';
import { HELPERS } from '../language/helpers-name.js';

export interface HelperCall extends ts.CallExpression {
  readonly expression: ts.PropertyAccessExpression;
}

export function isHelperCall(node: ts.Node): node is HelperCall {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)
    && ts.isIdentifier(node.expression.expression) && node.expression.expression.text === HELPERS;
}
