/** @file Which Variables of a run can be differentiated, and which of them one means most likely. */
import type { RunReport, VariableReport } from '../protocol/report.js';

/** The output, then the newest first, leaves last: what one differentiates is at the end of a graph. */
export function differentiable({ variables, output }: RunReport): VariableReport[] {
  const rank = ({ id, state }: VariableReport) => (id === output ? 0 : state === 'leaf' ? 3 : state === 'unrecorded' ? 2 : 1);
  return variables
    .filter(variable => variable.dtype !== null)
    .reverse()
    .sort((a, b) => rank(a) - rank(b) || b.generation - a.generation);
}
