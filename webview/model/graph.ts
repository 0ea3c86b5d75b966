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

export interface GraphModel<Node extends ShownNode = GraphNode> {
  /** Variables and Functions by generation, a generation's Variables before its Functions; those outside any graph last. */
  readonly nodes: readonly Node[];
  readonly edges: readonly GraphEdge[];
  readonly byId: ReadonlyMap<string, Node>;
}

/** What is to be seen of a graph; by id, what is folded away too. */
export type ShownModel = GraphModel<ShownNode>;

export const emptyModel: GraphModel = { nodes: [], edges: [], byId: new Map() };

function collectEdges(report: RunReport): GraphEdge[] {
  const variables = new Map(report.variables.map(each => [each.id, each]));
  const functions = new Set(report.functions.map(each => each.id));
  const reached = reachedBy(report);
  const edges: GraphEdge[] = [];
  const made = new Set<string>();
  const add = (id: string, source: string, target: string): void => {
    edges.push({ id, source, target, gradient: reached.has(source) && reached.has(target) });
  };
  const addOutput = (source: string, target: string): void => {
    const id = `${source} ${target}`;
    if (made.has(id)) return;
    made.add(id);
    add(id, source, target);
  };
  for (const func of report.functions) {
    // A truncated report names inputs that it does not hold.
    func.inputs.forEach((input, index) => {
      if (variables.has(input)) add(`${input} ${func.id} ${index}`, input, func.id);
    });
    for (const output of func.outputs) if (variables.has(output)) addOutput(func.id, output);
  }
  for (const { id, creator } of report.variables) {
    if (creator !== null && functions.has(creator)) addOutput(creator, id);
  }
  return edges;
}

function roleOf(variable: VariableReport, output: string | null): VariableRole {
  if (variable.state === 'leaf' || variable.state === 'unrecorded') return variable.state;
  return variable.id === output ? 'output' : 'computed';
}

/** Builds the graph of a report. A generation is two layers: its Variables, then the Functions that have it. */
export function buildGraph(report: RunReport): GraphModel {
  const edges = collectEdges(report);
  const consumers = new Map<string, string[]>();
  const connected = new Set<string>();
  const functionIds = new Set(report.functions.map(each => each.id));
  for (const { source, target } of edges) {
    connected.add(source).add(target);
    if (!functionIds.has(target)) continue;
    const list = consumers.get(source);
    if (list) list.push(target);
    else consumers.set(source, [target]);
  }
  const variables = report.variables.map((variable): VariableNode => ({
    kind: 'variable',
    id: variable.id,
    report: variable,
    role: roleOf(variable, report.output),
    consumers: consumers.get(variable.id) ?? [],
    layer: variable.state === 'unrecorded' && !connected.has(variable.id) ? null : 2 * variable.generation,
  }));
  const functions = report.functions.map((func): FunctionNode => ({
    kind: 'function', id: func.id, report: func, layer: 2 * func.generation + 1,
  }));
  const nodes = [...variables, ...functions].sort((a, b) => (a.layer ?? Infinity) - (b.layer ?? Infinity) || 0);
  return { nodes, edges, byId: new Map(nodes.map(node => [node.id, node])) };
}

/** What the reader calls a node: a Variable's name or else its expression; a Function's class. */
export function nodeName(node: ShownNode): string {
  if (node.kind === 'group') return groupName(node);
  if (node.kind === 'function') return node.report.op;
  const { name, expression, state } = node.report;
  // A leaf that is written nowhere is a number that stood beside an operator.
  return name ?? expression ?? (state === 'leaf' ? 'constant' : 'unnamed');
}
