/** @file Checks options at run time too: a mistyped one would otherwise count for nothing, without a word. */
import { indexErrors } from './errors/indices.js';

/**
 * @param otherwise  What else may stand in their place, for the text of the error.
 * @throws TypeError for what is no object, and for an option of another name.
 */
export function checkOptions(options: unknown, names: readonly string[], operation: string, otherwise = ''): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) throw indexErrors.noOptions(operation, options, wanted(names, otherwise));
  for (const key of Object.keys(options)) if (!names.includes(key)) throw indexErrors.unknownOption(operation, key, wanted(names, otherwise));
}

function wanted(names: readonly string[], otherwise: string): string {
  return `{ ${names.join(', ')} }${otherwise === '' ? '' : `, or ${otherwise}`}`;
}
