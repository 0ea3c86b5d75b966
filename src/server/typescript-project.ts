/** @file One TypeScript project for each workspace folder, with the snippets' own compiler options and no tsconfig. */
import { createLanguageServiceEnvironment } from '@volar/language-server/lib/project/simpleProject';
import { createUriConverter, getWorkspaceFolder } from '@volar/language-server/lib/project/typescriptProject';
import { createTypeScriptLS, type TypeScriptProjectLS } from '@volar/language-server/lib/project/typescriptProjectLs';
import type { LanguageServer, LanguageServerProject } from '@volar/language-server';
import ts from 'typescript';
import { URI } from 'vscode-uri';
import { snippetCompilerOptions } from './compiler-options.js';
import { createSnippetLanguage } from './language-plugin.js';
import type { ServerOptions } from './options.js';

/**
 * Volar's own project looks for a tsconfig first. A run never does, so here too a snippet means the same in any folder:
 * a tsconfig beside it can neither break it nor pull the files of a whole workspace into its program.
 */
export function createSnippetProject(options: ServerOptions): LanguageServerProject {
  const projects = new Map<string, Promise<TypeScriptProjectLS>>();
  let server: LanguageServer;
  let uriConverter: ReturnType<typeof createUriConverter>;

  const open = (folder: URI) => createTypeScriptLS(
    ts, undefined, snippetCompilerOptions(options), server, createLanguageServiceEnvironment(server, [folder]), folder, uriConverter,
    () => ({ languagePlugins: [createSnippetLanguage(options)] }),
  );

  /** Volar leaves a file in the program for good, once it was open: each would make every later check slower and keep its memory. */
  const forget = async (uri: URI) => {
    const project = await projects.get(getWorkspaceFolder(uri, server.workspaceFolders).toString());
    if (!project || server.documents.get(uri)) return; // it may be open again
    const { fileNames } = project.getCommandLine();
    const place = fileNames.indexOf(uriConverter.asFileName(uri));
    if (place >= 0) fileNames.splice(place, 1);
    project.languageService.context.language.scripts.delete(uri);
  };

  return {
    setup(started) {
      server = started;
      uriConverter = createUriConverter(server.workspaceFolders.all);
      server.documents.onDidClose(({ document }) => void forget(URI.parse(document.uri)));
      server.fileWatcher.onDidChangeWatchedFiles(() => void server.languageFeatures.requestRefresh(false));
    },
    async getLanguageService(uri) {
      const folder = getWorkspaceFolder(uri, server.workspaceFolders);
      const key = folder.toString();
      let opening = projects.get(key);
      if (!opening) projects.set(key, opening = open(folder));
      const project = await opening;
      if (server.documents.get(uri)) project.tryAddFile(uriConverter.asFileName(uri));
      return project.languageService;
    },
    async getExistingLanguageServices() {
      const opened = await Promise.all(projects.values());
      return opened.map(project => project.languageService);
    },
    reload() {
      for (const opening of projects.values()) void opening.then(project => project.dispose());
      projects.clear();
    },
  };
}
