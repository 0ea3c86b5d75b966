/** @file One file's lowering: walks its syntax tree once, in the order of the text, and edits operators, calls, bindings and scopes. */
import ts from 'typescript';
import type { Binding } from '../protocol/program.js';
import { Edits } from './edits.js';
import { lowerCall, lowerOperator, type LoweringContext } from './lower-operators.js';
import { isUsing, lowerScope, openUse, replaceUsingKeyword, usingDeclarations, type LoweredScope } from './lower-using.js';
import type { FileMarks } from './marks.js';
import { assignedNames, blockNames, declaredNames, declaredNamesOfList, isAssignment, isPattern, parameterNames } from './names-in-patterns.js';
import { HELPERS } from './helpers-name.js';
import { isErased, rewriteOf, withoutWrappers } from './operators.js';
import { functionName, isLoop, loopName, mayRecord, type Loop } from './scopes.js';

export interface LowerOptions {
  /** The source, or the source with its types blanked out. */
  readonly text: string;
  readonly marks: FileMarks;
  /** Whether the host runs `using` itself. */
  readonly hasUsing: boolean;
  /** Told of what cannot be lowered. */
  problem(node: ts.Node, message: string): void;
}

export interface Lowered {
  readonly edits: Edits;
  /** Stands before the first statement, in its line. */
  readonly prologue: string;
  /** Names that the code uses as values, so that imports of types alone can go. */
  readonly values: ReadonlySet<string>;
  /** The literal arguments of `import(…)`. */
  readonly dynamicImports: readonly ts.StringLiteralLike[];
}

export function lowerFile(file: ts.SourceFile, options: LowerOptions): Lowered {
  return new Lowering(file, options).lower();
}

const LOGICAL_ASSIGNMENTS = new Set([ts.SyntaxKind.BarBarEqualsToken, ts.SyntaxKind.AmpersandAmpersandEqualsToken, ts.SyntaxKind.QuestionQuestionEqualsToken]);

class Lowering implements LoweringContext {
  readonly edits: Edits;
  readonly marks: FileMarks;
  private readonly values = new Set<string>();
  private readonly dynamicImports: ts.StringLiteralLike[] = [];
  /** The scopes around the current place that are lowered; null for one whose `using` the host runs. */
  private scope: LoweredScope | null = null;
  private scopes = 0;
  private needsTarget = false;

  constructor(readonly file: ts.SourceFile, private readonly options: LowerOptions) {
    this.edits = new Edits(file.text, options.text);
    this.marks = options.marks;
  }

  lower(): Lowered {
    const { statements } = this.file;
    const lists = this.options.hasUsing ? [] : usingDeclarations(statements);
    const scope = lists.length ? lowerScope(lists, this.scopes++, 'module') : null;
    this.visitStatements(statements, this.file, scope);
    if (scope) this.edits.insert(statements.at(-1)!.end, scope.after);
    // `var`: in a cycle of imports a function may run before its own module does.
    const prologue = (this.needsTarget ? ` var ${this.targetVariable()};` : '') + (scope ? ` ${scope.before}` : '');
    return { edits: this.edits, prologue, values: this.values, dynamicImports: this.dynamicImports };
  }

  targetVariable(): string {
    this.needsTarget = true;
    return `${HELPERS}_t`;
  }

  visit(node: ts.Node, parent: ts.Node): void {
    if (isErased(node)) return;
    if (ts.isFunctionLike(node)) return this.visitFunction(node as ts.FunctionLikeDeclaration, parent);
    const rewrite = rewriteOf(node, parent);
    if (rewrite) return lowerOperator(this, rewrite);
    if (isLoop(node)) return this.visitLoop(node);
    switch (node.kind) {
      case ts.SyntaxKind.Identifier:
        this.visitIdentifier(node as ts.Identifier, parent);
        return;
      case ts.SyntaxKind.BinaryExpression:
        this.visitAssignment(node as ts.BinaryExpression);
        return;
      case ts.SyntaxKind.CallExpression:
      case ts.SyntaxKind.NewExpression:
        this.visitCall(node as ts.CallExpression | ts.NewExpression, parent);
        return;
      case ts.SyntaxKind.VariableDeclarationList:
        this.visitDeclarations(node as ts.VariableDeclarationList, parent);
        return;
      case ts.SyntaxKind.Block:
      case ts.SyntaxKind.ModuleBlock:
        this.visitBlock(node as ts.Block, []);
        return;
      case ts.SyntaxKind.CaseClause:
      case ts.SyntaxKind.DefaultClause:
        this.visitClause(node as ts.CaseOrDefaultClause);
        return;
      case ts.SyntaxKind.ImportDeclaration:
        return;
      default:
        this.visitChildren(node);
    }
  }

  private visitChildren(node: ts.Node): void {
    ts.forEachChild(node, child => this.visit(child, node));
  }

  private visitIdentifier(node: ts.Identifier, parent: ts.Node): void {
    const isLabelOfProperty = ts.isPropertyAccessExpression(parent) ? parent.name === node
      : (ts.isPropertyAssignment(parent) || ts.isClassElement(parent)) && parent.name === node;
    if (isLabelOfProperty) return;
    this.values.add(node.text);
    if (node.text.startsWith(HELPERS)) this.options.problem(node, `'${node.text}': names that begin with '${HELPERS}' belong to lowered code. Choose another name.`);
  }

  private visitCall(node: ts.CallExpression | ts.NewExpression, parent: ts.Node): void {
    if (ts.isDecorator(parent)) return this.visitChildren(node);
    const [specifier] = node.arguments ?? [];
    if (node.expression.kind === ts.SyntaxKind.ImportKeyword && specifier && ts.isStringLiteralLike(specifier)) this.dynamicImports.push(specifier);
    lowerCall(this, node);
  }

  /** `y = e`, and every binary expression that is not rewritten. */
  private visitAssignment(node: ts.BinaryExpression): void {
    const { left, operatorToken, right } = node;
    const target = withoutWrappers(left);
    const writes = isAssignment(node) || LOGICAL_ASSIGNMENTS.has(operatorToken.kind);
    if (writes && isPattern(left)) {
      this.visitPattern(left, node);
      this.visit(right, node);
      return;
    }
    this.visit(left, node);
    if (writes && ts.isIdentifier(target) && !isAnonymousFunction(right)) this.bind(target, 'assignment', right, node);
    else this.visit(right, node);
  }

  /** The target of a destructuring assignment: `[a = 1, o.x]`, whose `=` is a default and no assignment. */
  private visitPattern(target: ts.Node, parent: ts.Node): void {
    if (isAssignment(target)) {
      this.visitPattern(target.left, target);
      this.visit(target.right, target);
    } else if (ts.isArrayLiteralExpression(target) || ts.isObjectLiteralExpression(target) || ts.isParenthesizedExpression(target)
      || ts.isSpreadElement(target) || ts.isSpreadAssignment(target) || ts.isPropertyAssignment(target)) {
      ts.forEachChild(target, child => this.visitPattern(child, target));
    } else this.visit(target, parent);
  }

  private visitDeclarations(list: ts.VariableDeclarationList, parent: ts.Node): void {
    const scope = isUsing(list) && !this.options.hasUsing ? this.scope : null;
    if (isUsing(list) && ts.isForStatement(parent) && !this.options.hasUsing) {
      this.options.problem(list, "'using' in the head of a 'for' loop is not supported by this host. Declare it before the loop, in a block of its own.");
    }
    if (scope) replaceUsingKeyword(this, list);
    for (const declaration of list.declarations) {
      const { name, initializer } = declaration;
      this.visit(name, list);
      if (!initializer) continue;
      if (scope) this.bind(name as ts.Identifier, 'declaration', initializer, list, openUse(scope, list));
      else if (ts.isIdentifier(name) && !isAnonymousFunction(initializer) && !isLiteral(initializer)) this.bind(name, 'declaration', initializer, list);
      else this.visit(initializer, declaration);
    }
  }

  /** `value` becomes `__dz.bind(id, value)`. */
  private bind(name: ts.Identifier, kind: Binding['kind'], value: ts.Expression, parent: ts.Node, inner = ''): void {
    this.edits.open(value.getStart(this.file), `${HELPERS}.bind(${this.marks.binding(name, kind)}, ${inner}`);
    this.visit(value, parent);
    this.edits.close(value.end, inner ? '))' : ')');
  }

  private noteAll(names: readonly ts.Identifier[], kind: Binding['kind']): string[] {
    return names.map(name => `${HELPERS}.bind(${this.marks.binding(name, kind)}, ${name.text})`);
  }

  private visitFunction(node: ts.FunctionLikeDeclaration, parent: ts.Node): void {
    const { body } = node;
    const outer = { scope: this.scope, loop: this.marks.loop };
    this.scope = null;
    ts.forEachChild(node, child => { if (child !== body) this.visit(child, node); });
    if (body) {
      const name = mayRecord(body, node) ? functionName(node, parent) : null;
      const notes = this.noteAll(parameterNames(node.parameters), 'parameter');
      const frame = name === null ? null : this.marks.scope('function', name, node);
      if (frame !== null) this.marks.loop = null;
      if (ts.isBlock(body)) this.visitBlock(body, notes, frame);
      else this.visitConciseBody(body, node, notes, frame);
    }
    this.scope = outer.scope;
    this.marks.loop = outer.loop;
  }

  private visitConciseBody(body: ts.Expression, node: ts.FunctionLikeDeclaration, notes: readonly string[], frame: number | null): void {
    const [open, close] = frame === null ? ['', ''] : [`{ ${enterFrame(frame)} return `, `; ${LEAVE_FRAME} }`];
    const wrapped = notes.length > 0 || frame !== null;
    if (wrapped) this.edits.insert(body.getStart(this.file), `${open}(${notes.map(note => `${note}, `).join('')}`);
    this.visit(body, node);
    if (wrapped) this.edits.close(body.end, `)${close}`);
  }

  /** `notes` are expressions to run first; `frame` is the function whose body the block is. */
  private visitBlock(block: ts.Block | ts.ModuleBlock, notes: readonly string[], frame: number | null = null): void {
    const lists = this.options.hasUsing ? [] : usingDeclarations(block.statements);
    const scope = lists.length ? lowerScope(lists, this.scopes++, 'block') : null;
    const before = [...(frame === null ? [] : [enterFrame(frame)]), ...notes.map(note => `${note};`), ...(scope ? [scope.before] : [])];
    const after = [...(scope ? [scope.after] : []), ...(frame === null ? [] : [LEAVE_FRAME])].join(' ');
    const inserted = before.join(' ');
    const directive = block.statements[prologueLength(block.statements) - 1];
    if (inserted) this.edits.insert(directive?.end ?? block.getStart(this.file) + 1, `${directive ? this.semicolonAfter(directive) : ''} ${inserted}`);
    this.visitStatements(block.statements, block, scope ?? this.scope);
    if (after) this.edits.insert(block.end - 1, ` ${after} `);
  }

  private visitStatements(statements: readonly ts.Statement[], parent: ts.Node, scope: LoweredScope | null): void {
    const outer = this.scope;
    this.scope = scope;
    for (const statement of statements) {
      this.visit(statement, parent);
      const names = destructuredNames(statement);
      if (names.length) this.edits.insert(statement.end, `${this.semicolonAfter(statement)} ${this.noteAll(names, ts.isVariableStatement(statement) ? 'declaration' : 'assignment').join('; ')};`);
    }
    this.scope = outer;
  }

  private semicolonAfter(statement: ts.Statement): string {
    return this.file.text[statement.end - 1] === ';' ? '' : ';';
  }

  private visitClause(clause: ts.CaseOrDefaultClause): void {
    for (const list of usingDeclarations(clause.statements)) {
      this.options.problem(list, "'using' cannot stand directly in a 'case': put braces around the case's statements.");
    }
    if (ts.isCaseClause(clause)) this.visit(clause.expression, clause);
    this.visitStatements(clause.statements, clause, this.scope);
  }

  /** What the loop does before its first turn is not in it: its head's initializer, and what it goes through. */
  private visitLoop(loop: Loop): void {
    const outer = this.marks.loop;
    const id = mayRecord(loop.statement, loop) ? this.marks.scope('loop', loopName(loop), loop) : null;
    const turn = id === null ? [] : [`${HELPERS}.turn(${id})`];
    const enter = (): void => { this.marks.loop = id ?? outer; };
    if (ts.isForOfStatement(loop)) this.visitForOf(loop, turn, enter);
    else {
      ts.forEachChild(loop, child => {
        if (child !== loop.statement && (child === (loop as ts.ForStatement).initializer || ts.isForInStatement(loop))) this.visit(child, loop);
        else {
          enter();
          if (child === loop.statement) this.visitTurn(loop.statement, loop, turn);
          else this.visit(child, loop);
        }
      });
    }
    this.marks.loop = outer;
  }

  /** The body of a loop; `notes` are expressions to run first. */
  private visitTurn(body: ts.Statement, loop: Loop, notes: readonly string[]): void {
    if (ts.isBlock(body)) return this.visitBlock(body, notes);
    if (notes.length) this.edits.insert(body.getStart(this.file), `{ ${notes.join('; ')}; `);
    this.visit(body, loop);
    if (notes.length) this.edits.insert(body.end, ' }');
  }

  private visitForOf(node: ts.ForOfStatement, turn: readonly string[], enter: () => void): void {
    const { initializer, expression, statement } = node;
    const isList = ts.isVariableDeclarationList(initializer);
    if (isList && isUsing(initializer) && !this.options.hasUsing) return this.visitForOfUsing(node, initializer, turn, enter);
    if (isList) initializer.declarations.forEach(declaration => this.visit(declaration.name, initializer));
    else this.visitPattern(initializer, node);
    this.visit(expression, node);
    enter();
    if (!ts.isBlock(statement)) return this.visitTurn(statement, node, turn);
    const names = isList ? declaredNamesOfList(initializer) : assignedNames(initializer);
    const hidden = blockNames(statement);
    this.visitBlock(statement, [...turn, ...this.noteAll(names.filter(name => !hidden.has(name.text)), isList ? 'declaration' : 'assignment')]);
  }

  /** `for (using x of xs) body` becomes `for (const i of xs) { …try { const x = u.use(i); body } … }`. */
  private visitForOfUsing(node: ts.ForOfStatement, list: ts.VariableDeclarationList, turn: readonly string[], enter: () => void): void {
    const [declaration] = list.declarations;
    const item = `${HELPERS}_i${this.scopes}`;
    const scope = lowerScope([list], this.scopes++, 'block');
    const names = declaration ? declaredNames(declaration.name) : [];
    this.edits.replace(list.getStart(this.file), list.end, `const ${item}`);
    this.visit(node.expression, node);
    enter();
    const declared = names.map(name => `const ${name.text} = ${HELPERS}.bind(${this.marks.binding(name, 'declaration')}, ${openUse(scope, list)}${item}));`);
    this.edits.insert(node.statement.getStart(this.file), `{ ${turn.map(note => `${note}; `).join('')}${scope.before} ${declared.join(' ')} `);
    this.visit(node.statement, node);
    this.edits.insert(node.statement.end, ` ${scope.after} }`);
  }
}

/** Around the body of a function whose calls are scopes: it may end by a return or a throw anywhere. */
const enterFrame = (scope: number): string => `${HELPERS}.enter(${scope}); try {`;
const LEAVE_FRAME = `} finally { ${HELPERS}.leave(); }`;

/** How many directives (`'use strict'`) a body begins with. */
function prologueLength(statements: readonly ts.Statement[]): number {
  const end = statements.findIndex(statement => !(ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression)));
  return end < 0 ? statements.length : end;
}

/** Names that a statement of a list writes by destructuring: noted after it. */
function destructuredNames(statement: ts.Statement): ts.Identifier[] {
  if (isErased(statement)) return [];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [] : declaredNames(name)));
  }
  if (!ts.isExpressionStatement(statement)) return [];
  const expression = withoutWrappers(statement.expression);
  return isAssignment(expression) && isPattern(expression.left) ? assignedNames(expression.left) : [];
}

/** JavaScript names such a function after the variable, which a call around it would prevent. */
function isAnonymousFunction(e: ts.Expression): boolean {
  const inner = withoutWrappers(e);
  return ts.isArrowFunction(inner) || ((ts.isFunctionExpression(inner) || ts.isClassExpression(inner)) && !inner.name);
}

/** A new name that begins as a literal holds no Variable: nothing to note. */
function isLiteral(e: ts.Expression): boolean {
  const inner = withoutWrappers(e);
  if (ts.isPrefixUnaryExpression(inner)) return isLiteral(inner.operand);
  return ts.isLiteralExpression(inner) || inner.kind === ts.SyntaxKind.TrueKeyword || inner.kind === ts.SyntaxKind.FalseKeyword || inner.kind === ts.SyntaxKind.NullKeyword;
}
