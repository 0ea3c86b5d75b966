/** @file Sources for the compiler on a machine with files: the text in the editors first, saved or not, then the disk. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Script } from 'node:vm';
import type { SourceHost } from '../../language/index.js';
import { openDocument, uriOf } from '../snippet-path.js';

export class EditorSourceHost implements SourceHost {
  /** The runner is a process of the same Node as this one. */
  readonly hasUsing = parses('{ using resource = null; }');

  read(file: string): string | undefined {
    const document = openDocument(uriOf(file));
    if (document) return document.getText();
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return undefined;
    }
  }

  resolve(from: string, specifier: string): string {
    return path.resolve(path.dirname(from), specifier);
  }
}

function parses(code: string): boolean {
  try {
    return new Script(code) instanceof Script;
  } catch {
    return false;
  }
}
