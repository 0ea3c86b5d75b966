/** @file Operators and calls as they run: `a * b` becomes `__dz.mul(a, b, site)`, and a call notes its site just before it happens. */
import ts from 'typescript';
import type { Edits } from './edits.js';
import type { FileMarks } from './marks.js';
import { HELPERS } from './helpers-name.js';
import { isRepeatable, withoutWrappers, type Rewrite } from './operators.js';

/** What the lowering of one kind of syntax needs of the whole. */
export interface LoweringContext {
  readonly file: ts.SourceFile;
  readonly edits: Edits;
  readonly marks: FileMarks;
  visit(node: ts.Node, parent: ts.Node): void;
  /** The name of a variable of the module for a part of a target that must be evaluated once. */
  targetVariable(): string;
}

export function lowerOperator(context: LoweringContext, rewrite: Rewrite): void {
  switch (rewrite.kind) {
    case 'binary': {
      const { left, operatorToken, right } = rewrite.node;
      const site = siteOf(context, rewrite.node, operatorToken);
      context.edits.open(rewrite.node.getStart(context.file), `${HELPERS}.${rewrite.helper}(`);
      context.visit(left, rewrite.node);
      replaceToken(context, left, operatorToken, ',');
      context.visit(right, rewrite.node);
      context.edits.close(right.end, `, ${site})`);
      return;
    }
    case 'negation': {
      const { edits, file } = context;
      const start = rewrite.node.getStart(file);
      const operand = rewrite.node.operand.getStart(file);
      const site = siteOf(context, rewrite.node, { pos: start, end: start + 1 });
      const end = edits.isBlank(start + 1, operand) ? operand : start + 1;
      edits.replace(start, end, `${edits.touchesName(start) ? ' ' : ''}${HELPERS}.neg(`);
      context.visit(rewrite.node.operand, rewrite.node);
      edits.close(rewrite.node.end, `, ${site})`);
      return;
    }
    case 'compound':
      lowerCompound(context, rewrite.node, rewrite.helper);
      return;
    case 'unfinished':
      // The parser has reported it: nothing of this file will run.
      return;
  }
}

/**
 * JavaScript evaluates the target's parts once, then reads the old value, then evaluates the right side.
 * `t = add(t, r)` keeps that for a target without effects; else `set` and `ref` do, or a variable where a private name or `super` must stay in place.
 */
function lowerCompound(context: LoweringContext, node: ts.BinaryExpression, helper: string): void {
  const { edits, file } = context;
  const { left, operatorToken, right } = node;
  const site = siteOf(context, node, operatorToken);
  const target = withoutWrappers(left);
  const start = left.getStart(file);
  const call = (old: string) => `= ${HELPERS}.${helper}(${old},`;

  if (isRepeatable(left)) {
    const old = edits.text.slice(start, left.end).trim();
    if (ts.isIdentifier(target)) {
      replaceToken(context, left, operatorToken, ` = ${HELPERS}.bind(${context.marks.binding(target, 'assignment')}, ${HELPERS}.${helper}(${old},`);
      context.visit(right, node);
      edits.close(right.end, `, ${site}))`);
      return;
    }
    replaceToken(context, left, operatorToken, ` ${call(old)}`);
  } else if (ts.isPropertyAccessExpression(target) && ts.isPrivateIdentifier(target.name)) {
    const variable = context.targetVariable();
    // Not in parentheses: at the beginning of a statement those would continue the one before.
    edits.open(start, `${HELPERS}.at(${site}, ${variable} = `);
    if (target.getStart(file) > start) edits.replace(start, target.getStart(file), '');
    context.visit(target.expression, target);
    edits.close(target.expression.end, ')');
    if (left.end > target.end) edits.replace(target.end, left.end, '');
    replaceToken(context, left, operatorToken, ` ${call(`${variable}.${target.name.text}`)}`);
  } else if (ts.isElementAccessExpression(target) && target.expression.kind === ts.SyntaxKind.SuperKeyword) {
    const variable = context.targetVariable();
    edits.insert(target.argumentExpression.getStart(file), `${variable} = `);
    context.visit(target.argumentExpression, target);
    replaceToken(context, left, operatorToken, ` ${call(`super[${variable}]`)}`);
  } else if (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) {
    edits.open(start, `${HELPERS}.set(${HELPERS}.${helper}, ${HELPERS}.ref(`);
    if (target.getStart(file) > start) edits.replace(start, target.getStart(file), '');
    context.visit(target.expression, target);
    if (ts.isPropertyAccessExpression(target)) edits.replace(target.expression.end, left.end, `, ${JSON.stringify(target.name.text)})`);
    else {
      edits.replace(target.expression.end, target.argumentExpression.getStart(file), ', ');
      context.visit(target.argumentExpression, target);
      edits.replace(target.argumentExpression.end, left.end, ')');
    }
    replaceToken(context, left, operatorToken, ',');
  }
  context.visit(right, node);
  edits.close(right.end, `, ${site})`);
}

/**
 * A call's site is noted when all arguments have been evaluated, around the last one. The callee is left alone, so that
 * "x.foo is not a function" keeps its words.
 */
export function lowerCall(context: LoweringContext, node: ts.CallExpression | ts.NewExpression): void {
  const { edits, file } = context;
  const callee = node.expression;
  const last = node.arguments?.at(-1);
  // A direct `eval` would see the helper's name in its arguments' place, and `import()` is no call.
  const isPlain = ts.isCallExpression(node) && (callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'eval'));
  const site = isPlain ? 0 : siteOf(context, node, anchorOf(callee, file));
  context.visit(callee, node);
  for (const argument of node.arguments ?? []) if (argument !== last || isPlain) context.visit(argument, node);
  if (isPlain) return;
  if (!node.arguments) edits.insert(node.end, `(...${HELPERS}.here(${site}))`);
  else if (!last) edits.insert(node.end - 1, `...${HELPERS}.here(${site})`);
  else if (ts.isSpreadElement(last)) {
    // After it, for the spread may run a generator; and around it, "xs is not iterable" would speak of the helper.
    context.visit(last, node);
    edits.close(last.end, `, ...${HELPERS}.here(${site})`);
  } else {
    edits.open(last.getStart(file), `${HELPERS}.at(${site}, `);
    context.visit(last, node);
    edits.close(last.end, ')');
  }
}

function anchorOf(callee: ts.Expression, file: ts.SourceFile): ts.TextRange {
  const inner = withoutWrappers(callee);
  const name = ts.isPropertyAccessExpression(inner) ? inner.name : ts.isElementAccessExpression(inner) ? inner.argumentExpression : inner;
  return { pos: name.getStart(file), end: name.end };
}

function siteOf(context: LoweringContext, node: ts.Node, anchor: ts.Node | ts.TextRange): number {
  const pos = 'kind' in anchor ? anchor.getStart(context.file) : anchor.pos;
  return context.marks.site({ pos: node.getStart(context.file), end: node.end }, { pos, end: anchor.end });
}

/** Puts `text` for the operator, without the blanks before it and with one after it. */
function replaceToken({ edits, file }: LoweringContext, left: ts.Expression, token: ts.Node, text: string): void {
  const start = token.getStart(file);
  const isJoined = start > left.end && edits.isBlank(left.end, start);
  if (isJoined) edits.replace(left.end, start, '');
  edits.replace(start, token.end, (start === left.end || isJoined ? text : text.trimStart()) + edits.gap(token.end));
}
