/** @file A group: nodes of the graph that belong together, and fold to one. */
import type { ScopeKind, SourceRange } from '../../src/protocol/report.js';

export type GroupKind = ScopeKind
  /** Functions that follow each other, each with one input that was computed. */
  | 'chain'
  /** Leaves that one Function takes, or one group. */
  | 'leaves'
  /** The same Function of one Variable, many times. */
  | 'fan'
  /** One call after the other of the same Function or function. */
  | 'run'
  /** Some of what comes one after the other, where that is more than can be shown. */
  | 'part';

export interface Group {
  /** The scope's, or else the group's kind and its first node. The same in every run of the same text. */
  readonly id: string;
  readonly kind: GroupKind;
  readonly name: string;
  /** null for the graph as a whole. */
  readonly parent: Group | null;
  readonly depth: number;
  readonly turn: number | null;
  readonly range: SourceRange | null;
  readonly groups: Group[];
  /** Ids of the nodes that are in this group and in none inside it. */
  readonly nodes: string[];
}

export function newGroup(part: Pick<Group, 'id' | 'kind' | 'name'> & Partial<Group>, parent: Group | null): Group {
  const group: Group = { turn: null, range: null, ...part, parent, depth: parent === null ? 0 : parent.depth + 1, groups: [], nodes: [] };
  parent?.groups.push(group);
  return group;
}

/** Puts a group into another. The caller takes it off the list that it was on. */
export function moveGroup(group: Group, parent: Group): void {
  (group as { parent: Group }).parent = parent;
  parent.groups.push(group);
  for (const each of groupsFrom(group)) (each as { depth: number }).depth = each.parent!.depth + 1;
}

/** A group and all that are inside it, outer ones first. */
export function groupsFrom(group: Group): Group[] {
  const found = [group];
  // One by one: a loop has more turns than a call may have arguments.
  for (const { groups } of found) for (const inner of groups) found.push(inner);
  return found;
}

/** The innermost group that is around both. */
export function commonGroup(a: Group, b: Group): Group {
  while (a !== b) {
    if (a.depth >= b.depth) a = a.parent!;
    else b = b.parent!;
  }
  return a;
}
