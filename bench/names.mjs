// @ts-check
/** @file Names on a command line: what of all there is to take. */
import { Failure } from '../scripts/tools/failure.mjs';

/**
 * @param {string | undefined} names with commas between; all where there are none
 * @param {readonly string[]} all
 * @param {string} option for what is said of a name that is none
 * @returns {string[]} those that are wanted, as they are ordered in `all`
 */
export function chosen(names, all, option) {
  if (names === undefined) return [...all];
  const wanted = names.split(',');
  const unknown = wanted.filter(name => !all.includes(name));
  if (unknown.length > 0) throw new Failure(`${option}: there is no ${unknown.join(', ')}. There are ${all.join(', ')}.`);
  return all.filter(name => wanted.includes(name));
}
