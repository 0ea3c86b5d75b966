/** @file The graph that a report describes: nodes with their roles, edges, and the layer of each node. */
import type { FunctionReport, RunReport, VariableReport } from '../../src/protocol/report.js';
import type { Group } from '../fold/group.js';
import { reachedBy } from './flow.js';
import { groupName } from './group-text.js';

/** What a Variable is to the reader. The output is where the graph is read from. */
export type VariableRole = 'leaf' | 'computed' | 'output' | 'unrecorded';

export interface VariableNode {
  readonly kind: 'variable';
  readonly id: string;
  readonly report: VariableReport;
  readonly role: VariableRole;
  /** Ids of the Functions that take it, in the order of their calls; one that takes it twice is here twice. */
  readonly consumers: readonly string[];
  /** Column in the direction of the flow; null for one that stands outside any graph. */
  readonly layer: number | null;
}

export interface FunctionNode {
  readonly kind: 'function';
  readonly id: string;
  readonly report: FunctionReport;
  readonly layer: number;
}

/** A group of nodes that is folded to one. */
export interface GroupNode {
  readonly kind: 'group';
  readonly id: string;
  readonly group: Group;
  /** First and last turn, from 0, where it stands for several of the loop `group`. */
  readonly turns: { readonly first: number; readonly last: number } | null;
  /** The first and the last of the layers of what is in it; null outside any graph. */
  readonly layer: number | null;
  readonly lastLayer: number | null;
  readonly variables: number;
  readonly functions: number;
  /** How many elements of its values and gradients are NaN or infinite. */
  readonly nonFinite: number;
  readonly bytes: number;
  /** The largest absolute value in its gradients, infinite where any is NaN or infinite; null without gradients. */
  readonly gradient: number | null;
}

/** A node of the report. */
export type GraphNode = VariableNode | FunctionNode;
/** What may be seen of a graph that folds. */
export type ShownNode = GraphNode | GroupNode;

export interface GraphEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Whether a backward pass sent a gradient along it, from its target to its source. */
  readonly gradient: boolean;
}

/** What is known by its id. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

export interface GraphModel<Node extends ShownNode = GraphNode> {
  /** Variables and Functions by generation, a generation's Variables before its Functions; those outside any graph last. */
  readonly nodes: readonly Node[];
  readonly edges: readonly GraphEdge[];
  readonly byId: Lookup<Node>;
}

/** What is to be seen of a graph; by id, what is folded away too. */
export type ShownModel = GraphModel<ShownNode>;

export const emptyModel: GraphModel = { nodes: [], edges: [], byId: new Map() };

function roleOf(variable: VariableReport, output: string | null): VariableRole {
  if (variable.state === 'leaf' || variable.state === 'unrecorded') return variable.state;
  return variable.id === output ? 'output' : 'computed';
}

/** A Variable while the graph is put together. */
type Draft = Omit<VariableNode, 'consumers' | 'layer'> & { consumers: string[]; layer: number | null };

/**
 * Builds the graph of a report. A generation is two layers: its Variables, then the Functions that have it. One pass over the report and
 * few tables, for all of a large run goes through here before anything of it is seen.
 */
export function buildGraph(report: RunReport): GraphModel {
  const byId = new Map<string, Draft | FunctionNode>();
  for (const variable of report.variables) {
    const layer = variable.state === 'unrecorded' ? null : 2 * variable.generation;
    byId.set(variable.id, { kind: 'variable', id: variable.id, report: variable, role: roleOf(variable, report.output), consumers: [], layer });
  }
  for (const func of report.functions) byId.set(func.id, { kind: 'function', id: func.id, report: func, layer: 2 * func.generation + 1 });

  const reached = reachedBy(report);
  const edges: GraphEdge[] = [];
  const connect = (id: string, source: string, target: string, variable: Draft): void => {
    // What was made under no-grad stands outside any graph, unless something takes it.
    variable.layer = 2 * variable.report.generation;
    edges.push({ id, source, target, gradient: reached.has(source) && reached.has(target) });
  };
  for (const { id, inputs, outputs } of report.functions) {
    // A truncated report names inputs that it does not hold.
    inputs.forEach((input, index) => {
      const variable = byId.get(input);
      if (variable?.kind !== 'variable') return;
      variable.consumers.push(id);
      connect(`${input} ${id} ${index}`, input, id, variable);
    });
    outputs.forEach((output, index) => {
      const variable = byId.get(output);
      if (variable?.kind === 'variable' && outputs.indexOf(output) === index) connect(`${id} ${output}`, id, output, variable);
    });
  }
  for (const { id, creator } of report.variables) {
    const variable = byId.get(id);
    const maker = creator === null ? undefined : byId.get(creator);
    if (variable?.kind !== 'variable' || maker?.kind !== 'function' || maker.report.outputs.includes(id)) continue;
    connect(`${maker.id} ${id}`, maker.id, id, variable);
  }
  const nodes = [...byId.values()].sort((a, b) => (a.layer ?? Infinity) - (b.layer ?? Infinity) || 0);
  return { nodes, edges, byId };
}

/** What the reader calls a node: a Variable's name or else its expression; a Function's class. */
export function nodeName(node: ShownNode): string {
  if (node.kind === 'group') return groupName(node);
  if (node.kind === 'function') return node.report.op;
  const { name, expression, state } = node.report;
  // A leaf that is written nowhere is a number that stood beside an operator.
  return name ?? expression ?? (state === 'leaf' ? 'constant' : 'unnamed');
}
