/** @file Python's slice: a start, a stop and a step along one axis. */
import { indexErrors } from '../errors/indices.js';

/** Part of an axis, as `start:stop:step` between Python's brackets; null for what is left out. Made by {@link slice}. */
export class Slice {
  constructor(readonly start: number | null, readonly stop: number | null, readonly step: number | null) {
    for (const [name, value] of Object.entries({ start, stop, step })) {
      if (value === null || Number.isInteger(value)) continue;
      throw indexErrors.slicePart(name, value);
    }
    if (step === 0) throw indexErrors.sliceStep();
    Object.freeze(this);
  }

  /** Where it begins on an axis of `length` elements, its step, and how many it takes: as Python's `slice.indices`. */
  resolve(length: number): { readonly first: number; readonly step: number; readonly count: number } {
    const step = this.step ?? 1;
    const [lowest, highest] = step > 0 ? [0, length] : [-1, length - 1];
    const within = (value: number): number => Math.min(Math.max(value < 0 ? value + length : value, lowest), highest);
    const first = this.start === null ? (step > 0 ? lowest : highest) : within(this.start);
    const last = this.stop === null ? (step > 0 ? highest : lowest) : within(this.stop);
    return { first, step, count: Math.max(0, Math.ceil((last - first) / step)) };
  }

  toString(): string {
    return `slice(${String(this.start)}, ${String(this.stop)}, ${String(this.step)})`;
  }
}

/**
 * Part of an axis: `slice(1, 3)` is Python's `1:3`, `slice()` is `:`, `slice(1)` is `1:`, `slice(null, null, -1)` is `::-1`.
 * @throws TypeError for what is no integer, RangeError for a step of 0.
 */
export function slice(start: number | null = null, stop: number | null = null, step: number | null = null): Slice {
  return new Slice(start, stop, step);
}
