/** @file How long something took, for people. */

/** `0.4 ms`, `12 ms`, `1.3 s`. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds >= 999.5) return `${(milliseconds / 1000).toFixed(1)} s`;
  return `${milliseconds < 1 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}
