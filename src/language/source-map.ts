/** @file Source maps: from a place in lowered code back to the source, also through a second transform. */
import { decodedMap, encodedMap, LEAST_UPPER_BOUND, originalPositionFor, TraceMap, type SourceMapSegment } from '@jridgewell/trace-mapping';
import { HELPERS } from './helpers-name.js';

/** A line from 1, a column from 0, as source maps count. */
export interface MapPosition {
  readonly line: number;
  readonly column: number;
}

const GENERATED = new RegExp(`${HELPERS}[\\w.]*$`);

export class LoweredPositions {
  private readonly trace: TraceMap;
  private readonly lines: readonly string[];

  constructor(code: string, map: string) {
    this.trace = new TraceMap(map);
    this.lines = code.split('\n');
  }

  /** A place inside a helper's name, which no source text stands for, is that of the expression that follows: the operator's left operand. */
  original({ line, column }: MapPosition): MapPosition | null {
    const text = this.lines[line - 1];
    if (text === undefined) return null;
    const isGenerated = text.startsWith(HELPERS, column) || GENERATED.test(text.slice(0, column));
    const found = originalPositionFor(this.trace, isGenerated ? { line, column, bias: LEAST_UPPER_BOUND } : { line, column });
    if (found.line !== null) return found;
    const fallback = originalPositionFor(this.trace, { line, column });
    return fallback.line === null ? null : fallback;
  }
}

/** The map of a transform's output to the source, where the transform's input was lowered code. */
export function chainMaps(outputMap: string, input: LoweredPositions, path: string, source: string): string {
  const mappings = decodedMap(new TraceMap(outputMap)).mappings.map(line => line.flatMap((segment): SourceMapSegment[] => {
    if (segment.length === 1) return [segment];
    const original = input.original({ line: segment[2] + 1, column: segment[3] });
    return original ? [[segment[0], 0, original.line - 1, original.column]] : [];
  }));
  return stringify(mappings, path, source);
}

/** The same map for code with `length` more characters at its beginning. */
export function shiftFirstLine(map: string, length: number, path: string, source: string): string {
  const [first = [], ...rest] = decodedMap(new TraceMap(map)).mappings;
  const shifted = first.map(([column, ...place]) => [column + length, ...place] as SourceMapSegment);
  return stringify([shifted, ...rest as SourceMapSegment[][]], path, source);
}

function stringify(mappings: SourceMapSegment[][], path: string, source: string): string {
  const { mappings: encoded } = encodedMap(new TraceMap({ version: 3, names: [], sources: [path], mappings }));
  return JSON.stringify({ version: 3, sources: [path], sourcesContent: [source], names: [], mappings: encoded });
}
