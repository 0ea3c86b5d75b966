/** @file Reads options that are one switch, at run time too: a plain `false` in their place would otherwise be taken for none. */
import { datasetErrors } from '../errors/datasets.js';
import { checkOptions } from '../options.js';

/** The switch of this name; on unless it says otherwise. @throws TypeError for anything else than `{ name: boolean }`. */
export function switchOption(options: unknown, name: string, operation: string): boolean {
  if (typeof options !== 'object' || options === null) throw datasetErrors.noSwitch(operation, name, options);
  checkOptions(options, [name], operation);
  const value = (options as Record<string, unknown>)[name] ?? true;
  if (typeof value !== 'boolean') throw datasetErrors.noSwitch(operation, name, value);
  return value;
}
