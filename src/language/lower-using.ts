/**
 * @file `using` for hosts without it. A block becomes `{ const u = __dz.scope(); try { … } catch (e) { u.fail(e) } finally { u.close() } }`.
 *
 * At a module's top level no `try` can stand around imports and exports. There the scope is opened before the first statement and
 * closed after the last one; when the module throws in between, the runtime closes the scopes that are still open.
 */
import ts from 'typescript';
import type { LoweringContext } from './lower-operators.js';
import { HELPERS } from './helpers-name.js';

/** What stands for one block's `using` declarations. */
export interface LoweredScope {
  readonly name: string;
  readonly isAsync: boolean;
  /** Before the block's statements, and after them. */
  readonly before: string;
  readonly after: string;
}

export function isUsing(list: ts.VariableDeclarationList): boolean {
  const kind = list.flags & ts.NodeFlags.BlockScoped;
  return kind === ts.NodeFlags.Using || kind === ts.NodeFlags.AwaitUsing;
}

export function isAwaitUsing(list: ts.VariableDeclarationList): boolean {
  return (list.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.AwaitUsing;
}

/** The `using` declarations among a block's own statements. */
export function usingDeclarations(statements: readonly ts.Statement[]): ts.VariableDeclarationList[] {
  return statements.flatMap(statement => (ts.isVariableStatement(statement) && isUsing(statement.declarationList) ? [statement.declarationList] : []));
}

/** `number` is one that no other scope of the file has. */
export function lowerScope(lists: readonly ts.VariableDeclarationList[], number: number, where: 'block' | 'module'): LoweredScope {
  const name = `${HELPERS}_u${number}`;
  const error = `${HELPERS}_e${number}`;
  const isAsync = lists.some(isAwaitUsing);
  const close = isAsync ? `await ${name}.closeAsync();` : `${name}.close();`;
  const open = `const ${name} = ${HELPERS}.scope();`;
  if (where === 'module') return { name, isAsync, before: open, after: `; ${close}` };
  return {
    name,
    isAsync,
    before: `${open} try {`,
    after: `} catch (${error}) { ${name}.fail(${error}); } finally { ${close} }`,
  };
}

/** `using x = e` becomes `const x = u.use(e)`: the keyword here, the call around the initialiser in {@link openUse}. */
export function replaceUsingKeyword({ edits, file }: LoweringContext, list: ts.VariableDeclarationList): void {
  const start = list.getStart(file);
  const keyword = /^(?:await\s+)?using/.exec(edits.text.slice(start, list.declarations[0]!.getStart(file)));
  edits.replace(start, start + (keyword?.[0].length ?? 0), 'const');
}

export function openUse(scope: LoweredScope, list: ts.VariableDeclarationList): string {
  return `${scope.name}.${isAwaitUsing(list) ? 'useAsync' : 'use'}(`;
}
