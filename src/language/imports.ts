/** @file A file's imports: which are allowed, which file a relative one means, and which are of types alone and go. */
import ts from 'typescript';
import type { Edits } from './edits.js';
import { isErased } from './operators.js';

/** How a relative specifier resolves. */
export interface ImportHost {
  /** A file's text; undefined where there is none. */
  read(path: string): string | undefined;
  /** The path that `specifier` means as it is written in the file `from`, without any search for extensions. */
  resolve(from: string, specifier: string): string;
}

export type ImportTarget =
  | { readonly kind: 'library' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'error'; readonly message: string };

/** What is wrong with a specifier that is neither `dezero` nor relative. */
export function notImportable(specifier: string): string {
  return `Cannot import '${specifier}': a snippet may import from 'dezero' and from relative .dz.ts or .ts files only.`;
}

export function isRelative(specifier: string): boolean {
  return /^\.\.?(?:\/|$)/.test(specifier);
}

/** Specifiers of all static imports and re-exports that are not of types alone. */
export function staticImports(file: ts.SourceFile): ts.StringLiteralLike[] {
  return file.statements.flatMap(statement => {
    if (!(ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) || isErased(statement)) return [];
    return statement.moduleSpecifier && ts.isStringLiteralLike(statement.moduleSpecifier) ? [statement.moduleSpecifier] : [];
  });
}

export function resolveImport(host: ImportHost, from: string, specifier: string): ImportTarget {
  if (specifier === 'dezero') return { kind: 'library' };
  if (!isRelative(specifier)) return { kind: 'error', message: notImportable(specifier) };
  const tried = candidates(host.resolve(from, specifier));
  const path = tried.find(candidate => host.read(candidate) !== undefined);
  if (path !== undefined) return { kind: 'file', path };
  return { kind: 'error', message: `Cannot import '${specifier}': there is no file ${tried.join(' or ')}.` };
}

/** The files that a path may mean, in the order of trying. */
function candidates(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  const stem = path.endsWith('.js') ? path.slice(0, -3) : path;
  return stem.endsWith('.dz') ? [`${stem}.ts`] : [`${stem}.dz.ts`, `${stem}.ts`];
}

/**
 * Takes away imported names that no value uses: they are types, which a module does not export when it runs. As in TypeScript,
 * an import of which nothing is left goes altogether. Gives back the declarations that went.
 */
export function removeTypeImports(file: ts.SourceFile, edits: Edits, values: ReadonlySet<string>): ReadonlySet<ts.Node> {
  const gone = new Set<ts.Node>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !statement.importClause || isErased(statement)) continue;
    const { name, namedBindings } = statement.importClause;
    const specifiers = namedBindings && ts.isNamedImports(namedBindings) ? namedBindings.elements.filter(e => !e.isTypeOnly) : [];
    const unused = specifiers.filter(e => !values.has(e.name.text));
    const keepsNamespace = namedBindings && ts.isNamespaceImport(namedBindings) && values.has(namedBindings.name.text);
    const keepsDefault = name && values.has(name.text);
    if (!keepsDefault && !keepsNamespace && unused.length === specifiers.length) {
      // A semicolon stays: the line before may have none.
      edits.replace(statement.getStart(file), statement.end, ';');
      gone.add(statement);
      continue;
    }
    if (name && !keepsDefault) removeWithComma(edits, name.getStart(file), name.end);
    for (const specifier of unused) removeWithComma(edits, specifier.getStart(file), specifier.end);
  }
  return gone;
}

function removeWithComma(edits: Edits, start: number, end: number): void {
  edits.replace(start, end + (/^\s*,[ \t]*/.exec(edits.text.slice(end))?.[0].length ?? 0), '');
}
