/** @file Volar's language plugin: a snippet as the TypeScript that its operators stand for. */
import type { CodeMapping, IScriptSnapshot, LanguagePlugin, VirtualCode } from '@volar/language-server';
import type {} from '@volar/typescript';
import ts from 'typescript';
import type { URI } from 'vscode-uri';
import { toVirtualCode } from '../language/virtual-code.js';
import type { ServerOptions } from './options.js';
import { adaptHost } from './snippet-host.js';

const languageId = 'dezero';

export function createSnippetLanguage(options: ServerOptions): LanguagePlugin<URI> {
  return {
    // Operators work in the `.ts` files that a snippet imports, too.
    getLanguageId: uri => uri.path.endsWith('.ts') && !uri.path.endsWith('.d.ts') ? languageId : undefined,
    createVirtualCode: (uri, language, snapshot) => language === languageId ? new SnippetCode(uri.path, snapshot) : undefined,
    typescript: {
      extraFileExtensions: [],
      getServiceScript: root => ({ code: root, extension: '.ts', scriptKind: ts.ScriptKind.TS }),
      // Deprecated without a successor: the only place where Volar lets a plugin choose the folder of TypeScript's lib files.
      resolveLanguageServiceHost: host => adaptHost(host, options),
    },
  };
}

class SnippetCode implements VirtualCode {
  readonly id = 'typescript';
  readonly languageId = 'typescript';
  readonly snapshot: IScriptSnapshot;
  readonly mappings: CodeMapping[];

  constructor(fileName: string, source: IScriptSnapshot) {
    const { text, mappings } = toVirtualCode(fileName, source.getText(0, source.getLength()));
    this.mappings = mappings;
    this.snapshot = ts.ScriptSnapshot.fromString(text);
  }
}
