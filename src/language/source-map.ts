/** @file Source maps: from a place in lowered code back to the source, also through a second transform. */
import { decodedMap, encodedMap, GREATEST_LOWER_BOUND, LEAST_UPPER_BOUND, originalPositionFor, TraceMap, traceSegment, type SourceMapSegment } from '@jridgewell/trace-mapping';
import { HELPERS } from './helpers-name.js';

/** A line from 1, a column from 0, as source maps count. */
export interface MapPosition {
  readonly line: number;
  readonly column: number;
}

/** Text before a place inside a helper's name. */
const IN_HELPER = new RegExp(`${HELPERS}[\\w.]*$`);
/** Text between the beginning of what an operator's token became, and a place inside the helper's name there: `-a`, `t *= r`. */
const IN_TOKEN = new RegExp(`^ ?(= ?(${HELPERS}\\.bind\\(\\d+, )?)?(${HELPERS}[\\w.]*)?$`);

export class LoweredPositions {
  private readonly trace: TraceMap;
  private readonly lines: readonly string[];
  private source: readonly string[] | null = null;

  constructor(code: string, map: string) {
    this.trace = new TraceMap(map);
    this.lines = code.split('\n');
  }

  /**
   * A place inside a helper's name is that of the operator's token where the helper stands in the token's place, and else that of the
   * expression that follows, the operator's left operand: no source text stands for the name itself.
   */
  original({ line, column }: MapPosition): MapPosition | null {
    const text = this.lines[line - 1];
    if (text === undefined) return null;
    const isInHelper = text.startsWith(HELPERS, column) || IN_HELPER.test(text.slice(0, column));
    const token = isInHelper ? traceSegment(this.trace, line - 1, column) : null;
    const bias = isInHelper && !(token && IN_TOKEN.test(text.slice(token[0], column)) && this.isReplaced(token, text)) ? LEAST_UPPER_BOUND : GREATEST_LOWER_BOUND;
    const found = originalPositionFor(this.trace, { line, column, bias });
    return found.line === null ? null : found;
  }

  /** Whether the segment begins with other text than the source has there. */
  private isReplaced(segment: Readonly<SourceMapSegment>, text: string): boolean {
    if (segment.length === 1) return false;
    this.source ??= (this.trace.sourcesContent?.[0] ?? '').split('\n');
    const source = this.source[segment[2]];
    return source !== undefined && source[segment[3]] !== text[segment[0]];
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
