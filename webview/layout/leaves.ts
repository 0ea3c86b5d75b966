/** @file Where the leaves of a deep graph stand: beside their first use, not in one tall column at its beginning. */
import type { Ends } from './layers.js';

/** From this many generations on. In a smaller graph leaves stand where their generation, 0, has them. */
const DEEP = 12;

/**
 * Moves each leaf to the layer before the first that takes it: the weights of a deep network each stand by their own layer. A leaf of
 * a deep graph says that it is one by its look; its place need not.
 */
export function leavesBesideTheirUse(layers: (number | null)[], edges: readonly Ends[]): void {
  const depth = layers.reduce<number>((most, layer) => Math.max(most, layer ?? 0), 0);
  if (depth < 2 * DEEP) return;
  const firstUse = new Float64Array(layers.length).fill(Infinity);
  const isMade = new Uint8Array(layers.length);
  for (const { source, target } of edges) {
    isMade[target] = 1;
    firstUse[source] = Math.min(firstUse[source]!, layers[target]!);
  }
  firstUse.forEach((use, leaf) => { if (use < Infinity && !isMade[leaf] && use > layers[leaf]!) layers[leaf] = use - 1; });
}
