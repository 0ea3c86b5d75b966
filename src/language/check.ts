/** @file Type errors of snippets, without an editor. */
import type { CodeMapping } from '@volar/language-core';
import ts from 'typescript';
import { explainDiagnostics } from './diagnostics.js';
import { resolveImport, type ImportHost } from './imports.js';
import { rangeOf } from './marks.js';
import { parseSource, syntaxErrors } from './parse.js';
import { SNIPPET_GLOBALS } from './snippet-globals.js';
import { toVirtualCode } from './virtual-code.js';
import { sourceSpan, type SourceSpan } from './virtual-places.js';

/** Paths are absolute, with forward slashes. */
export interface CheckHost extends ImportHost {
  /** The folder of `dezero`'s types: `index.d.ts` and `operators.d.ts`, or the same as `.ts`. */
  readonly dezeroTypes: string;
  /** The folder of TypeScript's `lib.*.d.ts`. */
  readonly typescriptLib: string;
}

/** Lines and columns count from 1; the end is exclusive. */
export interface CheckProblem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: number;
  readonly message: string;
}

const GLOBALS_PATH = '/dezero-snippet-globals.d.ts';

export const CHECK_OPTIONS: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  // No DOM and no @types: a snippet sees neither a page nor Node.
  lib: ['lib.esnext.d.ts'],
  types: [],
  libReplacement: false,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
};

/** The errors of `files` and of the files that they import, in the order of the program. */
export function checkFiles(files: readonly string[], host: CheckHost): CheckProblem[] {
  return new Checker(host).check(files);
}

/** As a compiler prints it. */
export function formatProblem({ path, line, column, code, message }: CheckProblem): string {
  return `${path}:${line}:${column} - error TS${code}: ${message}`;
}

interface Snippet {
  readonly source: ts.SourceFile;
  readonly mappings: readonly CodeMapping[];
}

/** Parsed library files, which are the same at the next check. */
const libraries = new WeakMap<CheckHost, Map<string, ts.SourceFile>>();

class Checker {
  private readonly snippets = new Map<string, Snippet>();

  private readonly library: Map<string, ts.SourceFile>;

  constructor(private readonly host: CheckHost) {
    const known = libraries.get(host);
    this.library = known ?? new Map();
    if (!known) libraries.set(host, this.library);
  }

  check(files: readonly string[]): CheckProblem[] {
    const program = ts.createProgram([...files, GLOBALS_PATH], CHECK_OPTIONS, this.compilerHost());
    const problems = new Map<string, CheckProblem>();
    for (const file of program.getSourceFiles()) {
      const snippet = this.snippets.get(file.fileName);
      if (!snippet) continue;
      const syntactic = syntaxErrors(snippet.source).map(error => problemAt(snippet.source, error, { start: error.start, end: error.start + error.length }));
      const semantic = syntactic.length ? [] : explainDiagnostics(program, file, program.getSemanticDiagnostics(file)).map(error => locate(snippet, error));
      for (const problem of [...syntactic, ...semantic]) {
        // One error may be found in both copies of a compound assignment's target.
        if (problem) problems.set(`${problem.path}:${problem.line}:${problem.column}:${problem.code}`, problem);
      }
    }
    return [...problems.values()];
  }

  private compilerHost(): ts.CompilerHost {
    const read = (path: string) => (path === GLOBALS_PATH ? SNIPPET_GLOBALS : this.host.read(path));
    const host: ts.CompilerHost = {
      getSourceFile: (path, options) => this.sourceFile(path, options, read(path)),
      getDefaultLibFileName: options => `${this.host.typescriptLib}/${ts.getDefaultLibFileName(options)}`,
      getDefaultLibLocation: () => this.host.typescriptLib,
      getCurrentDirectory: () => '/',
      getCanonicalFileName: path => path,
      useCaseSensitiveFileNames: () => true,
      getNewLine: () => '\n',
      fileExists: path => read(path) !== undefined,
      readFile: read,
      writeFile: () => undefined,
      resolveModuleNameLiterals: (literals, from) => literals.map(({ text }) => ({ resolvedModule: this.resolveModule(text, from, host) })),
    };
    return host;
  }

  private sourceFile(path: string, options: ts.ScriptTarget | ts.CreateSourceFileOptions, text: string | undefined): ts.SourceFile | undefined {
    if (text === undefined) return undefined;
    if (path.endsWith('.d.ts') || this.isLibrary(path)) {
      const known = this.library.get(path);
      const file = known?.text === text ? known : ts.createSourceFile(path, text, options);
      this.library.set(path, file);
      return file;
    }
    // Operators work in the `.ts` files that a snippet imports, too.
    const virtual = toVirtualCode(path, text);
    this.snippets.set(path, { source: parseSource(path, text), mappings: virtual.mappings });
    return ts.createSourceFile(path, virtual.text, options);
  }

  private resolveModule(specifier: string, from: string, host: ts.CompilerHost): ts.ResolvedModuleFull | undefined {
    if (specifier === 'dezero' || specifier === 'dezero/operators') {
      const stem = `${this.host.dezeroTypes}/${specifier === 'dezero' ? 'index' : 'operators'}`;
      return resolved([`${stem}.d.ts`, `${stem}.ts`].find(path => host.fileExists(path)));
    }
    if (this.isLibrary(from)) return ts.resolveModuleName(specifier, from, CHECK_OPTIONS, host).resolvedModule;
    const target = resolveImport(this.host, from, specifier);
    return target.kind === 'file' ? resolved(target.path) : undefined;
  }

  private isLibrary(path: string): boolean {
    return path.startsWith(`${this.host.dezeroTypes}/`) || path.startsWith(`${this.host.typescriptLib}/`);
  }
}

/** null for what is no error, or none of the user's text. */
function locate({ source, mappings }: Snippet, error: ts.Diagnostic): CheckProblem | null {
  if (error.category !== ts.DiagnosticCategory.Error || error.start === undefined) return null;
  const span = sourceSpan(mappings, error.start, error.length ?? 0, error.code);
  return span && problemAt(source, error, span);
}

function problemAt(source: ts.SourceFile, { code, messageText }: ts.Diagnostic, { start, end }: SourceSpan): CheckProblem {
  const { line, column, endLine, endColumn } = rangeOf(source, 0, start, end);
  return { path: source.fileName, line, column, endLine, endColumn, code, message: ts.flattenDiagnosticMessageText(messageText, '\n') };
}

function resolved(path: string | undefined): ts.ResolvedModuleFull | undefined {
  if (path === undefined) return undefined;
  return { resolvedFileName: path, extension: path.endsWith('.d.ts') ? ts.Extension.Dts : ts.Extension.Ts };
}
