/** @file What is other than in the run before: of the same snippet, or after Backward of the same run. */
import type { TensorSummary } from '../../src/protocol/report.js';
import { groupsFrom } from '../fold/group.js';
import type { GraphModel, GraphNode, ShownNode } from './graph.js';
import type { Successors } from './successors.js';

export type Change = 'new' | 'other' | 'same';

export interface Changes {
  /** By id of a node; empty where there was no run before. */
  readonly of: ReadonlyMap<string, Change>;
  /** How many nodes of the run before there are no more. */
  readonly gone: number;
}

export const noChanges: Changes = { of: new Map(), gone: 0 };

export function changesBetween(before: GraphModel, now: GraphModel, successors: Successors): Changes {
  if (successors.size === 0) return noChanges;
  const of = new Map<string, Change>(now.nodes.map(({ id }) => [id, 'new']));
  let gone = 0;
  for (const [old, id] of successors) {
    if (id === null) gone += 1;
    else of.set(id, isSame(before.byId.get(old)!, now.byId.get(id)!) ? 'same' : 'other');
  }
  return { of, gone };
}

/** A Function is what it does; what it gives is in its Variables. */
function isSame(before: GraphNode, now: GraphNode): boolean {
  if (before.kind === 'function' || now.kind === 'function') return before.kind === now.kind;
  const [a, b] = [before.report, now.report];
  return a.dtype === b.dtype && a.shape.join() === b.shape.join() && a.gradState === b.gradState && isSameTensor(a.value, b.value) && isSameTensor(a.grad, b.grad);
}

/** As far as a report knows: of a large tensor its first numbers, its least, its greatest and its mean. */
function isSameTensor(a: TensorSummary | null, b: TensorSummary | null): boolean {
  if (a === null || b === null) return a === b;
  return a.text === b.text && Object.is(a.min, b.min) && Object.is(a.max, b.max) && Object.is(a.mean, b.mean) && a.nonFinite === b.nonFinite;
}

/** The change of a node, of a folded group that of all that is in it: new only where all is; null where there was no run before. */
export function changeOf(node: ShownNode, { of }: Changes): Change | null {
  if (node.kind !== 'group') return of.get(node.id) ?? null;
  const found = new Set<Change>();
  for (const { nodes } of groupsFrom(node.group)) {
    for (const id of nodes) {
      const change = of.get(id);
      if (change) found.add(change);
    }
  }
  return found.size > 1 ? 'other' : found.values().next().value ?? null;
}
