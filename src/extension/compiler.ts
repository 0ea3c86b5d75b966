/** @file What turns a snippet's text into a Program. Each kind of host brings its own. */
import type { TextDocument } from 'vscode';
import type { Program } from '../protocol/program.js';
import type { RunMode, RunReport } from '../protocol/report.js';

export type Compiled =
  | { readonly ok: true; readonly program: Program }
  /** The text is no program; the report says where and why. */
  | { readonly ok: false; readonly report: RunReport };

export interface Compiler {
  /** Loads what compiling needs, ahead of time. */
  warm(): void;
  /** Compiles the text as it stands in the editors, saved or not. Throws only for a fault of its own. */
  compile(document: TextDocument, mode: RunMode): Compiled;
}
