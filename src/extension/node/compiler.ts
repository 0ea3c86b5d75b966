/** @file The compiler in a Node host: the language bundle, TypeScript included, loaded when it is first needed. */
import type { TextDocument } from 'vscode';
import type * as LanguageRoom from '../../language/index.js';
import type { RunMode } from '../../protocol/report.js';
import { reportOfProblems } from '../../runtime/client/failure-report.js';
import type { Compiled, Compiler } from '../compiler.js';
import { pathOf } from '../snippet-path.js';
import { loadBundle } from './load-bundle.js';
import { EditorSourceHost } from './source-host.js';

type Language = typeof LanguageRoom;

export class NodeCompiler implements Compiler {
  readonly #bundle: string;
  readonly #host = new EditorSourceHost();
  #language: Language | null = null;

  /** `bundle` is the path of dist/language.js. TypeScript takes longer to load than an activation may: hence a bundle of its own. */
  constructor(bundle: string) {
    this.#bundle = bundle;
  }

  warm(): void {
    this.#load();
  }

  compile(document: TextDocument, mode: RunMode): Compiled {
    const { compileProgram, ProgramError } = this.#load();
    try {
      return { ok: true, program: compileProgram(pathOf(document.uri), this.#host) };
    } catch (error) {
      if (error instanceof ProgramError) return { ok: false, report: reportOfProblems(error.problems, mode) };
      throw error;
    }
  }

  #load(): Language {
    this.#language ??= loadBundle<Language>(this.#bundle);
    return this.#language;
  }
}
