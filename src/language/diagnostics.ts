/** @file TypeScript's errors about the calls that stand for operators, told as errors of the operators. */
import ts from 'typescript';
import { HELPERS } from './helpers-name.js';
import { isRelative, notImportable } from './imports.js';
import { HELPER_TOKENS } from './operators.js';

/** TypeScript's numbers for what it says of operators itself. */
const UNARY = 2356;
const BINARY = 2365;
const UNKNOWN = 18046;
const POSSIBLY_NULL = 18047;
const POSSIBLY_UNDEFINED = 18048;
const POSSIBLY_BOTH = 18049;

/** What TypeScript says of a call's arguments. */
const ARGUMENT_ERRORS = new Set([2345, 2554, 2769]);
const NOT_ASSIGNABLE = 2322;

const NO_SUCH_NAME = 2304;
const NO_SUCH_MODULE = 2307;
/** Unknown names and modules for which TypeScript advises to install types or to add a `lib`: nothing that would help a snippet. */
const UNKNOWN_OF_A_HOST = new Set([2580, 2581, 2582, 2584, 2591, 2592, 2593, 2868]);

type HelperCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression & { readonly name: { readonly text: keyof typeof HELPER_TOKENS } } };

/**
 * `diagnostics` of `file`, a snippet's virtual code in `program`; those about helper calls in the words that TypeScript has for operators.
 * Places are those of the virtual code.
 */
export function explainDiagnostics<T extends ts.Diagnostic>(program: ts.Program, file: ts.SourceFile, diagnostics: readonly T[]): T[] {
  const checker = program.getTypeChecker();
  return diagnostics.map(diagnostic => {
    if (diagnostic.start === undefined || diagnostic.file !== file) return diagnostic;
    if (ARGUMENT_ERRORS.has(diagnostic.code)) return explainOperands(diagnostic, file, checker);
    if (UNKNOWN_OF_A_HOST.has(diagnostic.code) || diagnostic.code === NO_SUCH_MODULE) return explainUnknown(diagnostic, file);
    return diagnostic.code === NOT_ASSIGNABLE ? hintAtWiderType(diagnostic, file, checker) : diagnostic;
  });
}

function explainUnknown<T extends ts.Diagnostic>(diagnostic: T, file: ts.SourceFile): T {
  const node = nodeAt(file, diagnostic);
  if (node && ts.isStringLiteralLike(node)) return isRelative(node.text) ? diagnostic : { ...diagnostic, code: NO_SUCH_MODULE, messageText: notImportable(node.text) };
  return node && ts.isIdentifier(node) ? { ...diagnostic, code: NO_SUCH_NAME, messageText: `Cannot find name '${node.text}'.` } : diagnostic;
}

function explainOperands<T extends ts.Diagnostic>(diagnostic: T, file: ts.SourceFile, checker: ts.TypeChecker): T {
  const call = helperCallAt(file, diagnostic);
  if (!call) return diagnostic;
  const token = HELPER_TOKENS[call.expression.name.text];
  const types = call.arguments.map(argument => checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(argument)));
  for (const [i, argument] of call.arguments.entries()) {
    const problem = problemOfOperand(types[i]!, argument.getText(file).trim());
    if (problem) return { ...diagnostic, ...problem, ...spanOf(argument, file), relatedInformation: undefined };
  }
  const names = types.map(type => `'${checker.typeToString(type)}'`);
  const messageText = names.length === 1 ? `Operator '${token}' cannot be applied to type ${names[0]}.` : `Operator '${token}' cannot be applied to types ${names.join(' and ')}.`;
  return { ...diagnostic, code: names.length === 1 ? UNARY : BINARY, messageText, ...spanOf(writtenExpression(call, file), file), relatedInformation: undefined };
}

/** What is wrong with one operand alone, whatever the operator. */
function problemOfOperand(type: ts.Type, text: string): { code: number; messageText: string } | null {
  // Generated text inside would show.
  const subject = text.includes(HELPERS) || text.includes('\n') ? 'Object' : `'${text}'`;
  if (type.flags & ts.TypeFlags.Unknown) return { code: UNKNOWN, messageText: `${subject} is of type 'unknown'.` };
  if (!type.isUnion()) return null;
  const flags = type.types.reduce((all, part) => all | part.flags, 0);
  const isNull = (flags & ts.TypeFlags.Null) !== 0;
  const isUndefined = (flags & ts.TypeFlags.Undefined) !== 0;
  if (isNull && isUndefined) return { code: POSSIBLY_BOTH, messageText: `${subject} is possibly 'null' or 'undefined'.` };
  if (isNull) return { code: POSSIBLY_NULL, messageText: `${subject} is possibly 'null'.` };
  return isUndefined ? { code: POSSIBLY_UNDEFINED, messageText: `${subject} is possibly 'undefined'.` } : null;
}

/** `let s = 0; s += variable`: the type that TypeScript gave to `s` is too narrow for what it becomes. */
function hintAtWiderType<T extends ts.Diagnostic>(diagnostic: T, file: ts.SourceFile, checker: ts.TypeChecker): T {
  const name = nodeAt(file, diagnostic);
  const assignment = name?.parent;
  if (!name || !ts.isIdentifier(name) || !assignment || !ts.isBinaryExpression(assignment) || assignment.left !== name || !isHelperCall(assignment.right)) return diagnostic;
  const declaration = checker.getSymbolAtLocation(name)?.valueDeclaration;
  if (!declaration || !ts.isVariableDeclaration(declaration) || declaration.type || !declaration.initializer) return diagnostic;
  const becomes = checker.typeToString(checker.getTypeAtLocation(assignment.right));
  const began = checker.typeToString(checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(declaration)));
  const start = declaration.initializer.getText(file);
  const written = start.includes(HELPERS) || start.length > 40 ? '…' : start;
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  return { ...diagnostic, messageText: `${message} To let '${name.text}' become a ${becomes}, declare it as let ${name.text}: ${becomes} | ${began} = ${written}` };
}

/** A call that stands for `t += r` spans the whole assignment in the source. */
function writtenExpression(call: HelperCall, file: ts.SourceFile): ts.Node {
  const { parent } = call;
  const isCompound = ts.isBinaryExpression(parent) && parent.right === call && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
    && parent.left.getText(file) === call.arguments[0]?.getText(file);
  return isCompound ? parent : call;
}

function spanOf(node: ts.Node, file: ts.SourceFile): { start: number; length: number } {
  const start = node.getStart(file);
  return { start, length: node.end - start };
}

function isHelperCall(node: ts.Node): node is HelperCall {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && ts.isIdentifier(node.expression.expression)
    && node.expression.expression.text === HELPERS && Object.hasOwn(HELPER_TOKENS, node.expression.name.text);
}

/** The innermost helper call of which the diagnostic marks an argument, the name or the whole. */
function helperCallAt(file: ts.SourceFile, { start = 0, length = 0 }: ts.Diagnostic): HelperCall | null {
  let found: HelperCall | null = null;
  const search = (node: ts.Node): void => {
    if (start < node.pos || start + length > node.end) return;
    if (isHelperCall(node)) {
      const isArgument = node.arguments.some(argument => argument.getStart(file) === start && argument.end === start + length);
      if (isArgument || start === node.expression.name.getStart(file) || start === node.getStart(file)) found = node;
    }
    ts.forEachChild(node, search);
  };
  search(file);
  return found;
}

function nodeAt(file: ts.SourceFile, { start = 0, length = 0 }: ts.Diagnostic): ts.Node | null {
  let found: ts.Node | null = null;
  const search = (node: ts.Node): void => {
    if (start < node.pos || start + length > node.end) return;
    if (node.getStart(file) === start && node.end === start + length) found = node;
    ts.forEachChild(node, search);
  };
  search(file);
  return found;
}
