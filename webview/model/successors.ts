/** @file Which nodes of a run are those of the run before. An id counts what a run made: after a line more, the same id is another node. */
import { diffArrays } from 'diff';
import type { GraphModel, GraphNode, VariableNode } from './graph.js';

/** Beyond so many differences the rest is told by name alone: two runs of two programs have no common order to look for. */
const MOST_EDITS = 2000;

/** By id of a node of the run before: the id that it has now; null where it is gone. */
export type Successors = ReadonlyMap<string, string | null>;

/**
 * What an id means now; null where that is gone. It may be of a node, or of a group whose id names nodes; a scope (`f1:0`) has its id from its own name.
 */
export function heirOf(id: string, successors: Successors): string | null {
  let isGone = false;
  const heir = id.replace(/(?<![\w/])[vf]\d+(?![\w:/])/g, node => {
    const now = successors.get(node);
    isGone ||= now === null;
    return now ?? node;
  });
  return isGone ? null : heir;
}

export function heirsOf(ids: readonly string[], successors: Successors): string[] {
  return ids.map(id => heirOf(id, successors)).filter(id => id !== null);
}

/** What was remembered by id, by the ids of now. */
export function withHeirs<T>(byId: ReadonlyMap<string, T>, successors: Successors): Map<string, T> {
  const now = new Map<string, T>();
  for (const [id, value] of byId) {
    const heir = heirOf(id, successors);
    if (heir !== null) now.set(heir, value);
  }
  return now;
}

/**
 * A Variable is the same where it comes in the same order with the same name and expression, or else has the same name; a Function where
 * it made the same Variable in the same way. (Myers: An O(ND) Difference Algorithm and Its Variations, 1986.)
 */
export function successorsOf(before: GraphModel, now: GraphModel): Successors {
  const successors = new Map<string, string | null>(before.nodes.map(({ id }) => [id, null]));
  const pair = (old: VariableNode, next: VariableNode): void => {
    successors.set(old.id, next.id);
    const [maker, nextMaker] = [makerOf(old, before), makerOf(next, now)];
    if (maker?.kind === 'function' && nextMaker?.kind === 'function' && maker.report.op === nextMaker.report.op) successors.set(maker.id, nextMaker.id);
  };
  const { same, gone, come } = align(variablesOf(before), variablesOf(now), ({ report }) => `${report.name ?? ''}\n${report.expression ?? ''}`);
  same.forEach(([old, next]) => { pair(old, next); });
  const byName = new Map<string, VariableNode[]>();
  for (const next of come) {
    const { name } = next.report;
    if (name !== null) byName.set(name, [...byName.get(name) ?? [], next]);
  }
  for (const old of gone) {
    const next = old.report.name === null ? undefined : byName.get(old.report.name)?.shift();
    if (next) pair(old, next);
  }
  return successors;
}

const makerOf = ({ report: { creator } }: VariableNode, { byId }: GraphModel): GraphNode | undefined => creator === null ? undefined : byId.get(creator);

/** In the order in which they were made. */
function variablesOf({ nodes }: GraphModel): VariableNode[] {
  const made = (node: VariableNode): number => Number(node.id.slice(1));
  return nodes.filter(node => node.kind === 'variable').sort((a, b) => made(a) - made(b));
}

interface Alignment<T> {
  readonly same: readonly (readonly [T, T])[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

function align<T>(before: readonly T[], now: readonly T[], keyOf: (each: T) => string): Alignment<T> {
  const hunks = diffArrays(before.map(keyOf), now.map(keyOf), { maxEditLength: MOST_EDITS });
  if (hunks === undefined) return { same: [], gone: before, come: now };
  const [same, gone, come]: [[T, T][], T[], T[]] = [[], [], []];
  let [left, right] = [0, 0];
  for (const { added, removed, count } of hunks) {
    for (let at = 0; at < count; at += 1) {
      if (added) come.push(now[right++]!);
      else if (removed) gone.push(before[left++]!);
      else same.push([before[left++]!, now[right++]!]);
    }
  }
  return { same, gone, come };
}
