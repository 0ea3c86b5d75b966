/** @file The rows of the accessible tree: what is to be seen of the graph, open groups with their nodes below them. */
import type { FoldedGraph } from '../fold/fold.js';
import type { Group } from '../fold/group.js';
import type { Structure } from '../fold/structure.js';
import { spokenNode, spokenOpen } from '../model/spoken.js';

export interface Row {
  readonly id: string;
  readonly text: string;
  /** From 1. */
  readonly level: number;
  /** null for what does not fold. */
  readonly expanded: boolean | null;
}

/** In the order of the flow; a group stands where its first node does. */
export function rowsOf({ model, open }: FoldedGraph, { root }: Structure): Row[] {
  const innermost = new Map<string, Group>();
  // Outer ones come first: the last that has it is the innermost.
  for (const { group, members } of open) for (const id of members) innermost.set(id, group);
  const isOpen = new Set(open.map(({ group }) => group));
  const children = new Map<Group, (string | Group)[]>([[root, []]]);
  const listOf = (group: Group): (string | Group)[] => {
    const known = children.get(group);
    if (known) return known;
    const made: (string | Group)[] = [];
    children.set(group, made);
    let around = group.parent!;
    while (around !== root && !isOpen.has(around)) around = around.parent!;
    listOf(around).push(group);
    return made;
  };
  for (const { id } of model.nodes) listOf(innermost.get(id) ?? root).push(id);

  const rows: Row[] = [];
  // A stack of our own: scopes nest as deep as a recursion goes.
  const stack: { readonly item: string | Group; readonly level: number }[] = [];
  const pushAll = (group: Group, level: number): void => {
    for (const item of [...children.get(group)!].reverse()) stack.push({ item, level });
  };
  pushAll(root, 1);
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { item, level } = next;
    if (typeof item === 'string') {
      const node = model.byId.get(item)!;
      rows.push({ id: item, text: spokenNode(node, model), level, expanded: node.kind === 'group' ? false : null });
    } else {
      rows.push({ id: item.id, text: spokenOpen(item), level, expanded: true });
      pushAll(item, level + 1);
    }
  }
  return rows;
}
