/** @file What folds: the groups of a graph, by the scopes of its run and, where those are large, by the shape of what is in them. */
import type { RunReport } from '../../src/protocol/report.js';
import type { FunctionNode, GraphModel, VariableNode } from '../model/graph.js';
import { commonGroup, groupsFrom, newGroup, type Group } from './group.js';
import { groupByTime } from './parts.js';
import { groupByShape } from './shapes.js';

export interface Structure {
  readonly root: Group;
  /** Each after the one around it; without the root. */
  readonly groups: readonly Group[];
  readonly byId: ReadonlyMap<string, Group>;
  /** The innermost group of a node. */
  readonly groupOf: ReadonlyMap<string, Group>;
}

/** Builds the groups of a graph. */
export function buildStructure(model: GraphModel, report: RunReport): Structure {
  const counts = functionsByScope(report);
  const root = newGroup({ id: '', kind: 'function', name: '' }, null);
  const ofScope = new Map<string, Group>();
  const turns = turnsByLoop(report);
  for (const { id, parent, kind, name, turn, range } of report.scopes) {
    const around = (parent === null ? undefined : ofScope.get(parent)) ?? root;
    const isTurn = kind === 'turn';
    // What would fold one Function, or all that the group around it folds, is not worth a group.
    const isTrivial = isTurn ? turns.get(parent ?? '') === 1
      : kind !== 'layer' && (counts.get(id) ?? 0) < 2 || (around !== root && kind !== 'loop' && counts.get(id) === counts.get(around.id));
    ofScope.set(id, isTrivial ? around : newGroup({ id, kind, name, turn, range }, around));
  }
  const groupOf = new Map<string, Group>();
  for (const node of model.nodes) {
    const group = node.kind === 'function' ? scopeGroup(node) : variableGroup(node);
    groupOf.set(node.id, group);
    group.nodes.push(node.id);
  }
  groupByShape(model, root, groupOf);
  groupByTime(model, root, groupOf);
  const groups = groupsFrom(root).slice(1);
  return { root, groups, byId: new Map(groups.map(group => [group.id, group])), groupOf };

  function scopeGroup({ report: { scope } }: FunctionNode | VariableNode): Group {
    return (scope === null ? undefined : ofScope.get(scope)) ?? root;
  }

  /** What a call or a turn gives to what comes after it stands outside of it, as its output; and so does what it gives to nobody. */
  function variableGroup(node: VariableNode): Group {
    if (node.report.creator === null) return scopeGroup(node);
    if (node.consumers.length === 0) return root;
    return node.consumers.reduce((group, id) => {
      const consumer = model.byId.get(id);
      return consumer?.kind === 'function' ? commonGroup(group, scopeGroup(consumer)) : group;
    }, scopeGroup(node));
  }
}

/** How many Functions each scope holds, in the scopes inside it too. */
function functionsByScope({ scopes, functions }: RunReport): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { scope } of functions) if (scope !== null) counts.set(scope, (counts.get(scope) ?? 0) + 1);
  // Each comes after the one around it.
  for (let at = scopes.length - 1; at >= 0; at -= 1) {
    const { id, parent } = scopes[at]!;
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + (counts.get(id) ?? 0));
  }
  return counts;
}

function turnsByLoop({ scopes }: RunReport): Map<string, number> {
  const turns = new Map<string, number>();
  for (const { kind, parent } of scopes) if (kind === 'turn' && parent !== null) turns.set(parent, (turns.get(parent) ?? 0) + 1);
  return turns;
}

/** The groups around a node or a group, the outermost first, itself not. */
export function pathTo({ byId, groupOf }: Structure, id: string): Group[] {
  const path: Group[] = [];
  for (let at = groupOf.get(id) ?? byId.get(id)?.parent ?? null; at !== null && at.parent !== null; at = at.parent) path.unshift(at);
  return path;
}
