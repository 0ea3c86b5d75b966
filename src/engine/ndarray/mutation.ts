/** @file The clock of in-place writes, by which a Function can tell whether its data changed after its call. */

/**
 * Counts in-place writes to NDArrays. A write stores the new count as the array's `version`, so an array whose version is later
 * than the clock at some moment was written after that moment.
 */
export const mutations = { clock: 0 };
