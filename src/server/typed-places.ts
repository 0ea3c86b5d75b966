/** @file What TypeScript knows of a place in a snippet: whether a Variable stands there, and the types an operator works on. */
import type { LanguageService } from '@volar/language-service';
import ts from 'typescript';
import type { URI } from 'vscode-uri';
import { isHelperCall, type HelperCall } from './helper-call.js';
import type { ServerOptions } from './options.js';
import { typeScriptOf } from './typescript-service.js';

export interface TypedPlaces {
  /** Whether the name at `offset`, or the value of the call or operator there, is a Variable. */
  isVariable(offset: number): boolean;
  /** The types around the operator whose token begins at `offset`, as `Variable * number → Variable`; null for JavaScript's own arithmetic. */
  describeOperation(operator: string, offset: number): string | null;
}

/** Reads the program as it is now. All offsets are of the snippet's own text. */
export function createTypedPlaces(languageService: LanguageService, uri: URI, { dezeroTypes }: ServerOptions): TypedPlaces {
  const program = typeScriptOf(languageService)?.getProgram();
  const checker = program?.getTypeChecker();

  /** Where two spans of the virtual code meet, a source offset has a place in each. */
  function* nodesAt(offset: number): Generator<ts.Node> {
    const { language, project } = languageService.context;
    const script = language.scripts.get(uri);
    const file = project.typescript && program?.getSourceFile(project.typescript.uriConverter.asFileName(uri));
    if (!script?.generated || !file) return;
    const map = language.maps.get(script.generated.root, script);
    for (const [generated] of map.toGeneratedLocation(offset, data => !!data.semantic)) {
      const node = innermostNode(file, generated);
      if (node) yield node;
    }
  }

  return {
    isVariable(offset) {
      if (!checker) return false;
      for (const node of nodesAt(offset)) {
        if (!ts.isIdentifier(node) || ts.isPartOfTypeNode(node)) continue;
        if (isVariableType(checker.getTypeAtLocation(callOf(node) ?? node), checker, dezeroTypes)) return true;
      }
      return false;
    },
    describeOperation(operator, offset) {
      if (!checker) return null;
      for (const node of nodesAt(offset)) {
        const call = callOf(node);
        if (call && isHelperCall(call)) return describeCall(call, operator, checker);
      }
      return null;
    },
  };
}

function describeCall(call: HelperCall, operator: string, checker: ts.TypeChecker): string | null {
  const result = checker.getTypeAtLocation(call);
  if (result.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike | ts.TypeFlags.StringLike | ts.TypeFlags.Any)) return null;
  const name = (type: ts.Type) => checker.typeToString(checker.getBaseTypeOfLiteralType(type));
  const [left, right] = call.arguments.map(argument => name(checker.getTypeAtLocation(argument)));
  const operands = right === undefined ? `${operator}${left}` : `${left} ${operator} ${right}`;
  return `${operands} → ${name(result)}`;
}

function innermostNode(file: ts.SourceFile, offset: number): ts.Node | null {
  let innermost: ts.Node | null = null;
  const visit = (node: ts.Node): void => {
    if (offset < node.getStart(file) || offset >= node.end) return;
    innermost = node;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return innermost;
}

/** The call whose callee's name `node` is. */
function callOf(node: ts.Node): ts.CallExpression | ts.NewExpression | null {
  const callee = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node;
  const call = callee.parent;
  return (ts.isCallExpression(call) || ts.isNewExpression(call)) && call.expression === callee ? call : null;
}

/** A Variable of `dezero`, a class made from it, or a union with one. */
function isVariableType(type: ts.Type, checker: ts.TypeChecker, dezeroTypes: string): boolean {
  if (type.isUnion()) return type.types.some(member => isVariableType(member, checker, dezeroTypes));
  // An instance: the class itself is no interface type.
  if (!type.isClassOrInterface()) return false;
  const { symbol } = type;
  if (symbol.name === 'Variable' && symbol.declarations?.some(({ parent }) => parent.getSourceFile().fileName.startsWith(dezeroTypes))) return true;
  return checker.getBaseTypes(type).some(base => isVariableType(base, checker, dezeroTypes));
}
