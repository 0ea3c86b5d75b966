/** @file Reads options that are one switch, at run time too: a plain `false` in their place would otherwise be taken for none. */
import { datasetErrors } from '../errors/datasets.js';
import { indexErrors } from '../errors/indices.js';

/** The switch of this name; on unless it says otherwise. @throws TypeError for anything else than `{ name: boolean }`. */
export function switchOption(options: unknown, name: string, operation: string): boolean {
  if (typeof options !== 'object' || options === null) throw datasetErrors.noSwitch(operation, name, options);
  const unknown = Object.keys(options).find(key => key !== name);
  if (unknown !== undefined) throw indexErrors.unknownOption(operation, unknown, `{ ${name} }`);
  const value = (options as Record<string, unknown>)[name] ?? true;
  if (typeof value !== 'boolean') throw datasetErrors.noSwitch(operation, name, value);
  return value;
}
