/** @file Sources for the compiler on a machine with files: the text in the editors first, saved or not, then the disk. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceHost } from '../../language/index.js';
import { hasUsing } from '../../runtime/client/has-using.js';
import { openDocument, uriOf } from '../snippet-path.js';

export class EditorSourceHost implements SourceHost {
  readonly hasUsing = hasUsing;

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
