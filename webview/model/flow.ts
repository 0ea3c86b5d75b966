/** @file Where gradients went: backward passes send them against the edges, from the output to the leaves. */
import type { RunReport, VariableReport } from '../../src/protocol/report.js';

/** Whether a backward pass brought a gradient here, also where it was dropped after use. */
export function wasReached({ gradState }: VariableReport): boolean {
  return gradState === 'present' || gradState === 'dropped';
}

/** Ids of the Variables that a gradient reached, and of the Functions whose `backward` was given one: an edge between two of them carried it. */
export function reachedBy({ variables, functions }: RunReport): Set<string> {
  const reached = new Set<string>();
  for (const variable of variables) {
    if (!wasReached(variable)) continue;
    reached.add(variable.id);
    if (variable.creator !== null) reached.add(variable.creator);
  }
  for (const { id, outputs } of functions) if (outputs.some(output => reached.has(output))) reached.add(id);
  return reached;
}
