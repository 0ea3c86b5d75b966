/** @file Search in the graph: by name, expression or op. */
import { nodeName, type GraphModel } from './graph.js';
import { operatorSign } from './operators.js';

/** Ids of the nodes that match, those that begin with the query first, else in the graph's order. Empty for an empty query. */
export function searchGraph(model: GraphModel, query: string): string[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  const first: string[] = [];
  const rest: string[] = [];
  for (const node of model.nodes) {
    const name = nodeName(node).toLowerCase();
    const sign = node.kind === 'function' ? operatorSign(node.report.op) : null;
    if (name.startsWith(wanted) || sign === wanted) first.push(node.id);
    else if (name.includes(wanted)) rest.push(node.id);
  }
  return [...first, ...rest];
}
