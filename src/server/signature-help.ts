/** @file Signature help inside an operand: of the call that the user wrote, not of the operator's helper. */
import ts from 'typescript';
import { isHelperCall } from './helper-call.js';

/** In `f(a * b)` the cursor behind `b` stands in a generated call; asks for the help of the call around it. */
export function skipHelperSignatures(languageService: ts.LanguageService): void {
  const original = languageService.getSignatureHelpItems.bind(languageService);
  languageService.getSignatureHelpItems = (fileName, position, options) => {
    const file = languageService.getProgram()?.getSourceFile(fileName);
    return original(fileName, file ? beforeHelpers(file, position) : position, options);
  };
}

function beforeHelpers(file: ts.SourceFile, position: number): number {
  for (let call = innermostCall(file, position); call && isHelperCall(call); call = innermostCall(file, position)) {
    position = call.getStart(file);
  }
  return position;
}

/** The call between whose parentheses `position` stands. */
function innermostCall(file: ts.SourceFile, position: number): ts.Node | null {
  let innermost: ts.Node | null = null;
  const visit = (node: ts.Node): void => {
    if (position < node.pos || position > node.end) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const inside = node.arguments && position >= node.arguments.pos && (position < node.end || file.text[node.end - 1] !== ')');
      if (inside) innermost = node;
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return innermost;
}
