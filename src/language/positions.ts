/** @file Where a place in a Program's code, a stack frame's say, is in the source. */
import type { ProgramFile } from '../protocol/program.js';
import { LoweredPositions } from './source-map.js';

const known = new WeakMap<ProgramFile, LoweredPositions>();

/**
 * Lines and columns count from 1. Inside the call of an operator's helper, which is where an error of the operator is thrown, it is the
 * beginning of the operator's expression. null for a place that is none of the code's.
 */
export function originalPosition(file: ProgramFile, line: number, column: number): { line: number; column: number } | null {
  let positions = known.get(file);
  if (!positions) known.set(file, positions = new LoweredPositions(file.code, file.map));
  const found = positions.original({ line, column: column - 1 });
  return found && { line: found.line, column: found.column + 1 };
}
