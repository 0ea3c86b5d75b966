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

  /** `./a` means `./a`, `./a.ts`, `./a.dz.ts` or, as TypeScript has it for `./a.js`, `./a.ts`: the first that there is. */
  resolve(from: string, specifier: string): string {
    const file = path.resolve(path.dirname(from), specifier);
    const candidates = [file, `${file}.ts`, `${file}.dz.ts`, file.replace(/\.js$/, '.ts')];
    return candidates.find(candidate => this.read(candidate) !== undefined) ?? file;
  }
}

function parses(code: string): boolean {
  try {
    return new Script(code) instanceof Script;
  } catch {
    return false;
  }
}
