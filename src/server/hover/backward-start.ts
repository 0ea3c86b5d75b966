/** @file From which Variable a backward pass would have to start to reach another one. */
import type { RunReport, VariableReport } from '../../protocol/report.js';

/**
 * The run's output where it depends on `variable`, else the furthest value that does, `variable` itself included; null where nothing was
 * computed from it and it is no result itself: no backward pass reaches it.
 */
export function findBackwardStart(variable: VariableReport, report: RunReport): VariableReport | null {
  const dependents = collectDependents(variable.id, report);
  const starts = report.variables.filter(({ id, state }) => state === 'computed' && dependents.has(id));
  return starts.find(({ id }) => id === report.output) ?? starts.reduce<VariableReport | null>(furthest, null);
}

/** Ids of everything computed from `id`, and `id`. */
function collectDependents(id: string, report: RunReport): ReadonlySet<string> {
  const madeFrom = new Map<string, string[]>();
  for (const { inputs, outputs } of report.functions) {
    for (const input of inputs) {
      const made = madeFrom.get(input);
      if (made) made.push(...outputs);
      else madeFrom.set(input, [...outputs]);
    }
  }
  const found = new Set([id]);
  // A set gives what is added while it is walked.
  for (const next of found) for (const made of madeFrom.get(next) ?? []) found.add(made);
  return found;
}

/** The later of two of the same generation: a report lists them in the order of creation. */
function furthest(best: VariableReport | null, next: VariableReport): VariableReport {
  return best && best.generation > next.generation ? best : next;
}
