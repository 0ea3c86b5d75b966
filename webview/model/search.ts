/** @file Search in the graph: by name, expression or op, and by facts: `op:mul shape:2,3 state:leaf grad:dropped has:nan`. */
import type { TensorSummary, VariableReport } from '../../src/protocol/report.js';
import { nodeName, type GraphModel, type GraphNode } from './graph.js';
import { operatorSign } from './operators.js';

type Fits = (node: GraphNode, wanted: string) => boolean;

const ofVariable = (fits: (report: VariableReport, wanted: string) => boolean): Fits => (
  (node, wanted) => node.kind === 'variable' && fits(node.report, wanted)
);

/** What may stand before a colon. What is wanted comes in lower case. */
const facts: Readonly<Record<string, Fits>> = {
  name: (node, wanted) => nodeName(node).toLowerCase().includes(wanted),
  op: (node, wanted) => node.kind === 'function' && (node.report.op.toLowerCase().startsWith(wanted) || operatorSign(node.report.op) === wanted),
  line: (node, wanted) => String(node.report.line) === wanted,
  generation: (node, wanted) => String(node.report.generation) === wanted,
  // `2,3`, `(2,3)` and `2x3` are one shape.
  shape: ofVariable(({ shape }, wanted) => shape.join(',') === wanted.replace(/[()[\]]/g, '').replace(/[x×]/g, ',').replace(/,$/, '')),
  dtype: ofVariable(({ dtype }, wanted) => dtype !== null && dtype.startsWith(wanted)),
  state: (node, wanted) => node.kind === 'variable' && (node.role.startsWith(wanted) || node.report.state.startsWith(wanted)),
  grad: ofVariable(({ gradState }, wanted) => (wanted === 'none' ? gradState !== 'present' : gradState.startsWith(wanted))),
  has: ofVariable(({ value, grad }, wanted) => holds(value, wanted) || holds(grad, wanted)),
};

/** Whether a value or a gradient has NaN, or an infinity. */
function holds(tensor: TensorSummary | null, wanted: string): boolean {
  if (tensor === null || tensor.nonFinite === 0) return false;
  const { data = [], distribution } = tensor;
  if (wanted === 'nan') return data.includes('nan') || (distribution?.nan ?? 0) > 0;
  const infinities = (distribution?.positiveInfinity ?? 0) + (distribution?.negativeInfinity ?? 0);
  return wanted === 'inf' && (data.includes('inf') || data.includes('-inf') || infinities > 0);
}

interface Query {
  readonly text: string;
  readonly facts: readonly { readonly fits: Fits; readonly wanted: string }[];
}

function parseQuery(query: string): Query {
  const words: string[] = [];
  const found: { fits: Fits; wanted: string }[] = [];
  for (const word of query.trim().toLowerCase().split(/\s+/)) {
    const [, key = '', wanted = ''] = /^(\w+):(.+)$/.exec(word) ?? [];
    const fits = Object.hasOwn(facts, key) ? facts[key] : undefined;
    if (fits) found.push({ fits, wanted });
    else words.push(word);
  }
  return { text: words.join(' '), facts: found };
}

/** Ids of the nodes that match all of the query, those that begin with its text first, else in the graph's order. Empty for an empty query. */
export function searchGraph(model: GraphModel, query: string): string[] {
  const { text, facts: wantedFacts } = parseQuery(query);
  if (text === '' && wantedFacts.length === 0) return [];
  const first: string[] = [];
  const rest: string[] = [];
  for (const node of model.nodes) {
    if (!wantedFacts.every(({ fits, wanted }) => fits(node, wanted))) continue;
    const name = nodeName(node).toLowerCase();
    const sign = node.kind === 'function' ? operatorSign(node.report.op) : null;
    if (name.startsWith(text) || sign === text) first.push(node.id);
    else if (name.includes(text)) rest.push(node.id);
  }
  return [...first, ...rest];
}
