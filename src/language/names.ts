/** @file Which places of a text write the variable that stands at a place: by JavaScript's scopes, without types. */
import ts from 'typescript';
import { assignedNames, isAssignment } from './names-in-patterns.js';
import { withoutWrappers } from './operators.js';

/** Offsets; the end is exclusive. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

export interface NameAt {
  readonly name: string;
  readonly range: TextSpan;
  /** Every place that writes this same variable: declarations, parameters, assignments, in the order of the text. */
  readonly writes: readonly TextSpan[];
}

export interface NameIndex {
  /** The variable whose name touches `offset`; null for anything else: imports, properties, functions, classes, types. */
  lookup(offset: number): NameAt | null;
}

const FILE = '/snippet.ts';

/** An index of `source`, built at the first look-up. Syntax errors are no hindrance. */
export function createNameIndex(source: string): NameIndex {
  let index: ScopeIndex | null = null;
  return { lookup: offset => (index ??= new ScopeIndex(source)).lookup(offset) };
}

class ScopeIndex implements NameIndex {
  private readonly file: ts.SourceFile;
  private readonly checker: ts.TypeChecker;
  private readonly writes = new Map<ts.Symbol, TextSpan[]>();

  constructor(source: string) {
    this.file = ts.createSourceFile(FILE, source, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
    // A checker without a library still knows every scope.
    this.checker = ts.createProgram([FILE], { noLib: true, noResolve: true, target: ts.ScriptTarget.ESNext, types: [] }, this.host()).getTypeChecker();
    this.collect(this.file);
    for (const spans of this.writes.values()) spans.sort((a, b) => a.start - b.start);
  }

  lookup(offset: number): NameAt | null {
    const name = identifierAt(this.file, offset);
    const symbol = name && this.variableOf(name);
    if (!symbol) return null;
    return { name: name.text, range: this.spanOf(name), writes: this.writes.get(symbol) ?? [] };
  }

  private variableOf(name: ts.Identifier): ts.Symbol | null {
    const { parent } = name;
    const symbol = ts.isShorthandPropertyAssignment(parent) && parent.name === name ? this.checker.getShorthandAssignmentValueSymbol(parent)
      : ts.isExportSpecifier(parent) ? this.checker.getExportSpecifierLocalTargetSymbol(parent)
      : ts.isBindingElement(parent) && parent.propertyName === name ? undefined
      : this.checker.getSymbolAtLocation(name);
    return symbol && symbol.flags & ts.SymbolFlags.Variable ? symbol : null;
  }

  private collect(node: ts.Node): void {
    for (const name of writtenNames(node)) {
      const symbol = this.variableOf(name);
      if (!symbol) continue;
      const span = this.spanOf(name);
      const spans = this.writes.get(symbol) ?? [];
      this.writes.set(symbol, spans);
      // The default of `[a = 1] = xs` looks like one more assignment to `a`.
      if (!spans.some(({ start }) => start === span.start)) spans.push(span);
    }
    ts.forEachChild(node, child => this.collect(child));
  }

  private spanOf(name: ts.Identifier): TextSpan {
    return { start: name.getStart(this.file), end: name.end };
  }

  private host(): ts.CompilerHost {
    return {
      getSourceFile: path => (path === FILE ? this.file : undefined),
      getDefaultLibFileName: () => '',
      getCurrentDirectory: () => '/',
      getCanonicalFileName: path => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      fileExists: path => path === FILE,
      readFile: () => undefined,
      writeFile: () => undefined,
    };
  }
}

/** The names that this node itself writes, its children apart. */
function writtenNames(node: ts.Node): ts.Identifier[] {
  if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) return ts.isIdentifier(node.name) ? [node.name] : [];
  if (isAssignment(node)) return assignedNames(node.left);
  if (ts.isBinaryExpression(node)) return isAssignmentToken(node.operatorToken.kind) ? plainName(node.left) : [];
  if (ts.isForOfStatement(node) || ts.isForInStatement(node)) return ts.isVariableDeclarationList(node.initializer) ? [] : assignedNames(node.initializer);
  if (ts.isPostfixUnaryExpression(node)) return plainName(node.operand);
  if (!ts.isPrefixUnaryExpression(node)) return [];
  return node.operator === ts.SyntaxKind.PlusPlusToken || node.operator === ts.SyntaxKind.MinusMinusToken ? plainName(node.operand) : [];
}

function isAssignmentToken(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

function plainName(target: ts.Expression): ts.Identifier[] {
  const inner = withoutWrappers(target);
  return ts.isIdentifier(inner) ? [inner] : [];
}

/** The identifier that contains `offset` or ends there. */
function identifierAt(file: ts.SourceFile, offset: number): ts.Identifier | null {
  let found: ts.Identifier | null = null;
  const search = (node: ts.Node): void => {
    if (offset < node.getStart(file) || offset > node.end) return;
    if (ts.isIdentifier(node) && node.text) found = node;
    ts.forEachChild(node, search);
  };
  search(file);
  return found;
}
