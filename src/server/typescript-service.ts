/** @file TypeScript's language features for snippets: which of Volar's are shown, and what generated code must not show in them. */
import type { LanguageServicePlugin } from '@volar/language-server';
import type { LanguageService } from '@volar/language-service';
import ts from 'typescript';
import { URI } from 'vscode-uri';
import { create as createSemanticPlugin, type Provide } from 'volar-service-typescript/lib/plugins/semantic';
import { HELPERS } from '../language/helpers-name.js';
import { diagnose } from './diagnostics.js';
import { skipHelperSignatures } from './signature-help.js';

export function createTypeScriptService(): LanguageServicePlugin {
  const base = createSemanticPlugin(ts, { disableAutoImportCache: true });
  const { completionProvider, definitionProvider, typeDefinitionProvider, implementationProvider, referencesProvider } = base.capabilities;
  const { documentHighlightProvider, signatureHelpProvider, hoverProvider, diagnosticProvider } = base.capabilities;
  return {
    ...base,
    // Named one by one: what edits (rename, quick fixes, formatting) or paints (tokens, inlay hints) would write or show generated code.
    capabilities: defined({
      completionProvider, definitionProvider, typeDefinitionProvider, implementationProvider, referencesProvider,
      documentHighlightProvider, signatureHelpProvider, hoverProvider, diagnosticProvider,
    }),
    create(context) {
      const instance = base.create(context);
      const provide = instance.provide as Provide;
      const languageService = provide['typescript/languageService']();
      skipHelperSignatures(languageService);
      return {
        ...instance,
        provideDiagnostics(document) {
          // Only virtual code: a plain `.ts` file belongs to the editor's own TypeScript.
          const uri = URI.parse(document.uri);
          if (!context.decodeEmbeddedDocumentUri(uri)) return [];
          return diagnose(document, context, { languageService, fileName: provide['typescript/documentFileName'](uri) });
        },
        async provideCompletionItems(document, position, completion, token) {
          const list = await instance.provideCompletionItems?.(document, position, completion, token);
          return list && { ...list, items: list.items.filter(item => item.label !== HELPERS) };
        },
      };
    },
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

function defined<T extends object>(capabilities: T): Defined<T> {
  return Object.fromEntries(Object.entries(capabilities).filter(([, value]) => value !== undefined)) as Defined<T>;
}

/** TypeScript's own language service behind Volar's; its files are virtual code. */
export function typeScriptOf({ context }: LanguageService): ts.LanguageService | undefined {
  return context.inject<Provide, 'typescript/languageService'>('typescript/languageService');
}
