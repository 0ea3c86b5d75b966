/** @file Places of virtual code, as offsets of the source. */
import type { CodeMapping } from '@volar/language-core';

export interface SourceSpan {
  readonly start: number;
  readonly end: number;
}

/** Where an error that TypeScript reports in virtual code is in the source; null for what is not the user's to see. */
export function sourceSpan(mappings: readonly CodeMapping[], start: number, length: number, code: number): SourceSpan | null {
  const reporting = mappings.filter(({ data: { verification } }) => (typeof verification === 'object' ? verification.shouldReport?.(undefined, code) ?? true : !!verification));
  const from = sourceOffset(reporting, start, 'start');
  const to = sourceOffset(reporting, start + length, 'end');
  return from === null || to === null ? null : { start: from, end: Math.max(from, to) };
}

function sourceOffset(mappings: readonly CodeMapping[], offset: number, side: 'start' | 'end'): number | null {
  let beside: number | null = null;
  for (const { sourceOffsets, generatedOffsets, lengths, generatedLengths } of mappings) {
    const [source, at, length] = [sourceOffsets[0]!, generatedOffsets[0]!, lengths[0]!];
    const generatedLength = generatedLengths?.[0] ?? length;
    if (offset < at || offset > at + generatedLength) continue;
    const isKept = length === generatedLength;
    // Between two spans, a start belongs to the second and an end to the first.
    if (isKept && (side === 'start' ? offset < at + length : offset > at)) return source + offset - at;
    beside ??= isKept ? source + offset - at : side === 'start' ? source : source + length;
  }
  return beside;
}
