/** @file The editor's and the checker's view of a `.dz.ts` file: TypeScript with operators as calls, and Volar's mappings back. */
import type { CodeInformation, CodeMapping } from '@volar/language-core';
import ts from 'typescript';
import { HELPERS } from './helpers-name.js';
import { isErased, rewriteOf, type Rewrite } from './operators.js';
import { parseSource } from './parse.js';

/** Source text that stands in the virtual code unchanged. */
const KEPT: CodeInformation = { verification: true, completion: true, semantic: true, navigation: true, structure: true, format: false };
/** Generated text: an error in it is an error of the operator. */
const GENERATED: CodeInformation = { verification: true };
/** The operator's token, which shows the helper's types. */
const TOKEN: CodeInformation = { verification: true, semantic: true };
/** The second copy of the target of `a += b` reports only what the first, which is written and not read, cannot: unset, null, wrong operand. */
const READ_CODES = new Set([2345, 2448, 2454, 2531, 2532, 2533, 2769, 18047, 18048, 18049]);
const COPY: CodeInformation = { verification: { shouldReport: (_source, code) => READ_CODES.has(Number(code)) } };

/**
 * `source` with each operator of {@link rewriteOf} as a call of `__dz`, whose type is `Operators` of `dezero/operators`.
 * Everything else stays as it is, syntax errors too.
 */
export function toVirtualCode(fileName: string, source: string): { text: string; mappings: CodeMapping[] } {
  const file = parseSource(fileName, source);
  const writer = new VirtualWriter(file);
  writer.writeChildren(file);
  return writer.finish();
}

class VirtualWriter {
  private text = '';
  private readonly mappings: CodeMapping[] = [];
  private readonly source: string;
  /** How far the source is written. */
  private at = 0;
  private rewrites = 0;

  constructor(private readonly file: ts.SourceFile) {
    this.source = file.text;
  }

  finish(): { text: string; mappings: CodeMapping[] } {
    this.keepTo(this.source.length);
    // The very end, which is where a cursor stands in an empty file.
    if (!this.mappings.length || !endsKept(this.mappings.at(-1)!, this.source.length)) this.map(this.source.length, 0, this.text.length, 0, KEPT);
    // At the end and not an import, which `organizeImports` would move into the user's text.
    if (this.rewrites) this.text += `\ndeclare const ${HELPERS}: import('dezero/operators').Operators;\n`;
    if (!this.file.statements.some(isModuleSyntax)) this.text += '\nexport {};\n';
    return { text: this.text, mappings: this.mappings };
  }

  writeChildren(node: ts.Node): void {
    ts.forEachChild(node, child => this.write(child, node));
  }

  private write(node: ts.Node, parent: ts.Node): void {
    if (isErased(node)) return;
    const rewrite = rewriteOf(node, parent);
    if (!rewrite) {
      this.writeChildren(node);
      return;
    }
    this.rewrites++;
    this.writeRewrite(rewrite);
  }

  private writeRewrite(rewrite: Rewrite): void {
    const { node } = rewrite;
    const start = node.getStart(this.file);
    switch (rewrite.kind) {
      case 'binary': {
        // The space: without it, a hover on the operand's first character would find the helper.
        this.insert(start, ` ${HELPERS}.${rewrite.helper}(`);
        const nameEnd = this.text.length - 1;
        this.write(rewrite.node.left, node);
        this.keepTo(rewrite.node.operatorToken.getStart(this.file));
        this.mapToken(rewrite.node.operatorToken, nameEnd - rewrite.helper.length, rewrite.helper.length);
        this.text += ',';
        this.write(rewrite.node.right, node);
        this.insert(rewrite.node.right.end, ')');
        return;
      }
      case 'unfinished':
        // The operator stays, and with it the parser's own error; `any`, lest more be reported.
        this.insert(start, ` ${HELPERS}.half((`);
        this.write(rewrite.node.left, node);
        this.insert(rewrite.node.left.end, ' as any)');
        this.insert(this.skipBlanks(rewrite.node.end), ')');
        return;
      case 'compound': {
        const { left, operatorToken, right } = rewrite.node;
        this.write(left, node);
        this.keepTo(operatorToken.getStart(this.file));
        const call = `= ${HELPERS}.${rewrite.helper}(`;
        this.mapToken(operatorToken, this.text.length + call.length - 1 - rewrite.helper.length, rewrite.helper.length);
        this.text += call;
        this.map(start, left.end - start, this.text.length, left.end - start, COPY);
        this.text += `${this.source.slice(start, left.end)}, `;
        this.map(this.at, 0, this.text.length, 0, GENERATED);
        this.write(right, node);
        this.insert(right.end, ')');
        return;
      }
      case 'negation': {
        this.keepTo(start);
        const call = ` ${HELPERS}.neg(`;
        this.map(start, 1, this.text.length, call.length, GENERATED);
        this.map(start, 1, this.text.length + call.length - 4, 3, TOKEN);
        this.text += call;
        this.at = start + 1;
        this.write(rewrite.node.operand, node);
        this.insert(rewrite.node.operand.end, ')');
      }
    }
  }

  private keepTo(end: number): void {
    if (end <= this.at) return;
    this.map(this.at, end - this.at, this.text.length, end - this.at, KEPT);
    this.text += this.source.slice(this.at, end);
    this.at = end;
  }

  /** Generated text is a span of no length in the source: else Volar would lose the spans that lie over nested operators. */
  private insert(at: number, text: string): void {
    this.keepTo(at);
    this.map(at, 0, this.text.length, text.length, GENERATED);
    this.text += text;
  }

  private mapToken(token: ts.Node, generated: number, length: number): void {
    const start = token.getStart(this.file);
    this.map(start, token.end - start, generated, length, TOKEN);
    this.at = token.end;
  }

  private map(source: number, sourceLength: number, generated: number, generatedLength: number, data: CodeInformation): void {
    this.mappings.push({
      sourceOffsets: [source],
      generatedOffsets: [generated],
      lengths: [sourceLength],
      ...(sourceLength === generatedLength ? {} : { generatedLengths: [generatedLength] }),
      data,
    });
  }

  private skipBlanks(at: number): number {
    while (this.source[at] === ' ' || this.source[at] === '\t') at++;
    return at;
  }
}

function endsKept(mapping: CodeMapping, end: number): boolean {
  return mapping.data === KEPT && mapping.sourceOffsets[0]! + mapping.lengths[0]! === end;
}

function isModuleSyntax(statement: ts.Statement): boolean {
  if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) || ts.isExportAssignment(statement)) return true;
  return ts.canHaveModifiers(statement) && !!statement.modifiers?.some(modifier => modifier.kind === ts.SyntaxKind.ExportKeyword);
}
