/** @file A snippet and the files it imports, compiled to a Program. */
import { blankSourceFile } from 'ts-blank-space';
import ts from 'typescript';
import type { Program, ProgramFile } from '../protocol/program.js';
import { removeTypeImports, resolveImport, staticImports, type ImportHost } from './imports.js';
import { lowerFile, type Lowered } from './lower.js';
import { FileMarks, Marks, rangeOf } from './marks.js';
import { HELPERS } from './helpers-name.js';
import { parseSource, syntaxErrors } from './parse.js';
import { ProgramError, type ProgramProblem } from './program-error.js';
import { chainMaps, LoweredPositions, shiftFirstLine } from './source-map.js';

export interface SourceHost extends ImportHost {
  /** Whether the host's JavaScript has `using`. */
  readonly hasUsing: boolean;
}

const HELPERS_IMPORT = `import { ${HELPERS} } from 'dezero/lowered';`;

/**
 * Compiles the file at path `entry` and, once each, the files that it imports.
 * @throws ProgramError with all problems of all files: syntax errors, and imports that a snippet cannot have
 */
export function compileProgram(entry: string, host: SourceHost): Program {
  return new ProgramCompiler(host).compile(entry);
}

class ProgramCompiler {
  private readonly marks = new Marks();
  private readonly problems: ProgramProblem[] = [];
  private readonly paths: string[] = [];

  constructor(private readonly host: SourceHost) {}

  compile(entry: string): Program {
    this.indexOf(entry);
    const files: ProgramFile[] = [];
    // The list grows while its files are compiled.
    for (let i = 0; i < this.paths.length; i++) {
      const file = this.compileFile(this.paths[i]!, i);
      if (file) files.push(file);
    }
    if (this.problems.length) throw new ProgramError(this.problems);
    return { files, sites: this.marks.sites, bindings: this.marks.bindings, scopes: this.marks.scopes };
  }

  private indexOf(path: string): number {
    const known = this.paths.indexOf(path);
    return known >= 0 ? known : this.paths.push(path) - 1;
  }

  private compileFile(path: string, index: number): ProgramFile | null {
    const source = this.host.read(path);
    if (source === undefined) {
      this.problems.push({ message: `Cannot read ${path}: there is no such file.`, range: { file: index, line: 1, column: 1, endLine: 1, endColumn: 1 }, path });
      return null;
    }
    const file = parseSource(path, source);
    const errors = syntaxErrors(file);
    for (const error of errors) {
      const message = ts.flattenDiagnosticMessageText(error.messageText, '\n');
      this.problems.push({ message, code: error.code, range: rangeOf(file, index, error.start, error.start + error.length), path });
    }
    if (errors.length) return null;

    const problem = (node: ts.Node, message: string) => {
      this.problems.push({ message, range: rangeOf(file, index, node.getStart(file), node.end), path });
    };
    const blanked = blankTypes(file);
    const lowered = lowerFile(file, { text: blanked ?? source, marks: new FileMarks(this.marks, file, index), hasUsing: this.host.hasUsing, problem });
    const gone = removeTypeImports(file, lowered.edits, lowered.values);
    const imports = this.followImports(file, lowered, gone, problem);
    const hashbang = ts.getShebang(source);
    if (hashbang) lowered.edits.replace(0, hashbang.length, '');
    return { path, source, ...(blanked === null ? transform(path, lowered) : finish(path, lowered)), imports };
  }

  /** Checks every import, and gives the indices of the files that are still imported when the program runs. */
  private followImports(file: ts.SourceFile, lowered: Lowered, gone: ReadonlySet<ts.Node>, problem: (node: ts.Node, message: string) => void): Record<string, number> {
    const imports: Record<string, number> = {};
    const isGone = (specifier: ts.Node) => [...gone].some(({ pos, end }) => specifier.pos >= pos && specifier.end <= end);
    for (const specifier of [...staticImports(file), ...lowered.dynamicImports]) {
      const target = resolveImport(this.host, file.fileName, specifier.text);
      if (target.kind === 'error') problem(specifier, target.message);
      else if (target.kind === 'file' && !isGone(specifier)) imports[specifier.text] = this.indexOf(target.path);
    }
    for (const statement of file.statements) {
      if (ts.isImportEqualsDeclaration(statement) && !statement.isTypeOnly && ts.isExternalModuleReference(statement.moduleReference)) {
        problem(statement, "'import … = require(…)' does not exist in an ES module: write 'import … from'.");
      } else if (ts.isExportAssignment(statement) && statement.isExportEquals) {
        problem(statement, "'export =' does not exist in an ES module: write 'export default'.");
      }
    }
    return imports;
  }
}

/** The source with blanks for its types; null where it has what blanks cannot stand for: enums, namespaces, parameter properties, decorators. */
function blankTypes(file: ts.SourceFile): string | null {
  let isErasable = !hasDecorators(file);
  const text = isErasable ? blankSourceFile(file, () => { isErasable = false; }) : '';
  return isErasable ? text : null;
}

/** Decorators and their `accessor`, which are not JavaScript yet. */
function hasDecorators(file: ts.SourceFile): boolean {
  if (!/@|\baccessor\b/.test(file.text)) return false;
  const find = (node: ts.Node): boolean => ts.isDecorator(node) || node.kind === ts.SyntaxKind.AccessorKeyword || !!ts.forEachChild(node, find);
  return find(file);
}

/** The ordinary way: lines stay as they are. */
function finish(path: string, { edits, prologue }: Lowered): Pick<ProgramFile, 'code' | 'map'> {
  edits.prepend(`${HELPERS_IMPORT}${prologue} `);
  return { code: edits.toString(), map: edits.map(path) };
}

/** TypeScript's own transform of the lowered code, with the maps of both steps joined. */
function transform(path: string, { edits, prologue }: Lowered): Pick<ProgramFile, 'code' | 'map'> {
  const code = edits.toString();
  const output = ts.transpileModule(code, {
    fileName: path,
    compilerOptions: {
      // The newest that has no decorators, so that they are lowered.
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      sourceMap: true,
      verbatimModuleSyntax: false,
    },
  });
  const head = `${HELPERS_IMPORT}${prologue} `;
  const chained = chainMaps(output.sourceMapText ?? '', new LoweredPositions(code, edits.map(path)), path, edits.source);
  return {
    code: head + output.outputText.replace(/^\/\/# sourceMappingURL=.*\n?/m, ''),
    map: shiftFirstLine(chained, head.length, path, edits.source),
  };
}
