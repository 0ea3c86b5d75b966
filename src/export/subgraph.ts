/** @file The part of a report that one Variable was made from. */
import type { RunReport } from '../protocol/report.js';

/** A report of the Variable `root`, all that it depends on, and nothing else. */
export function ancestors(report: RunReport, root: string): RunReport {
  const variables = new Map(report.variables.map(variable => [variable.id, variable]));
  const functions = new Map(report.functions.map(fn => [fn.id, fn]));
  const kept = new Set<string>();
  const pending = [root];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (kept.has(id)) continue;
    kept.add(id);
    const creator = variables.get(id)?.creator;
    if (creator) pending.push(creator);
    pending.push(...(functions.get(id)?.inputs ?? []));
  }
  const keptVariables = report.variables.filter(({ id }) => kept.has(id));
  const keptFunctions = report.functions.filter(({ id }) => kept.has(id));
  return {
    ...report,
    output: root,
    variables: keptVariables,
    functions: keptFunctions.map(fn => ({ ...fn, outputs: fn.outputs.filter(id => kept.has(id)) })),
    totals: {
      variables: keptVariables.length,
      functions: keptFunctions.length,
      bytes: keptVariables.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  };
}
