/**
 * @file Groups by time, for what is still more than can be shown: the same call many times in a row, and else a part after the other.
 * Calls that follow each other are a group that no way leads out of and back into, whatever they take.
 */
import type { GraphModel } from '../model/graph.js';
import { groupTitle } from '../model/group-text.js';
import { grouped } from '../model/text.js';
import { commonGroup, groupsFrom, moveGroup, newGroup, type Group } from './group.js';

/** A group of more calls is divided. */
const MOST_CALLS = 160;
const LEAST_RUN = 12;
/** Parts of a group, and calls of the smallest part. */
const FEW = 40;

/** One call of a group: a Function of its own, or a group inside it. */
interface Call {
  readonly time: number;
  /** What it is a call of. */
  readonly name: string;
  /** Id of the Function; null for a group. */
  readonly id: string | null;
  readonly group: Group | null;
}

/** Divides the groups that hold more calls than can be shown. A loop is left alone: its turns are shown one by one. */
export function groupByTime(model: GraphModel, root: Group, groupOf: Map<string, Group>): void {
  // Listed before they are divided: what they are divided into needs no more.
  for (const group of groupsFrom(root)) {
    if (group.kind !== 'loop' && group.nodes.length + group.groups.length > MOST_CALLS) divide(model, group, groupOf);
  }
}

function divide(model: GraphModel, group: Group, groupOf: Map<string, Group>): void {
  const calls = callsOf(model, group);
  if (calls.length <= MOST_CALLS) return;
  /** By a Function's id, or by a group: what it is in now. */
  const partOf = new Map<string | Group, Group>();
  group.groups.length = 0;
  fill(group, runsOf(calls));
  const rest: string[] = [];
  for (const id of group.nodes) {
    const part = partOfNode(id) ?? group;
    if (part === group) rest.push(id);
    else {
      part.nodes.push(id);
      groupOf.set(id, part);
    }
  }
  group.nodes.length = 0;
  for (const id of rest) group.nodes.push(id);

  /** Puts runs of calls into a group, or into parts of it. */
  function fill(parent: Group, runs: readonly Call[][]): void {
    if (runs.length > MOST_CALLS) {
      const size = Math.ceil(runs.length / Math.min(FEW, Math.ceil(runs.length / FEW)));
      for (let from = 0; from < runs.length; from += size) {
        const own = runs.slice(from, from + size);
        const [first, last] = [from + 1, from + own.length].map(grouped);
        fill(part('part', `${first}–${last}`, own[0]![0]!, parent), own);
      }
      return;
    }
    for (const run of runs) {
      const [first] = run;
      if (run.length > 1) fill(part('run', first!.name, first!, parent), run.map(call => [call]));
      else put(first!, parent);
    }
  }

  function part(kind: 'run' | 'part', name: string, { id, group: inner }: Call, parent: Group): Group {
    return newGroup({ id: `${kind} ${id ?? inner!.id} ${parent.depth}`, kind, name }, parent);
  }

  function put({ id, group: inner }: Call, parent: Group): void {
    partOf.set(id ?? inner!, parent);
    if (inner) moveGroup(inner, parent);
  }

  /** Where a Function is; for a Variable, where it is made, or else around all that take it. */
  function partOfNode(id: string): Group | undefined {
    const node = model.byId.get(id);
    if (node?.kind !== 'variable') return partOf.get(id);
    if (node.report.creator !== null) return partOfCall(node.report.creator);
    let around: Group | undefined;
    for (const consumer of node.consumers) {
      const own = partOfCall(consumer) ?? group;
      around = around === undefined ? own : commonGroup(around, own);
    }
    return around;
  }

  function partOfCall(fn: string): Group | undefined {
    const known = partOf.get(fn);
    if (known) return known;
    for (let around = groupOf.get(fn); around; around = around.parent ?? undefined) {
      const own = partOf.get(around);
      if (own) return own;
    }
    return undefined;
  }
}

/** In the order of time. */
function callsOf(model: GraphModel, group: Group): Call[] {
  const calls = group.nodes.flatMap((id): Call | [] => {
    const node = model.byId.get(id);
    return node?.kind === 'function' ? { time: timeOf(id), name: node.report.op, id, group: null } : [];
  });
  for (const inner of group.groups) calls.push({ time: beginOf(model, inner), name: groupTitle(inner), id: null, group: inner });
  return calls.sort((a, b) => a.time - b.time);
}

/** A Function's number counts up with the calls. */
const timeOf = (id: string): number => Number(id.slice(1)) || 0;

/** When a group's first Function was called; leaves are there before. */
function beginOf(model: GraphModel, group: Group): number {
  let begin = Infinity;
  for (const { nodes } of groupsFrom(group)) {
    for (const id of nodes) if (model.byId.get(id)?.kind === 'function') begin = Math.min(begin, timeOf(id));
  }
  return Number.isFinite(begin) ? begin : -1;
}

/** Calls of the same, as long as no other comes between: together where they are many and not all there is, else one by one. */
function runsOf(calls: readonly Call[]): Call[][] {
  const runs: Call[][] = [];
  for (const call of calls) {
    const run = runs.at(-1);
    if (run?.[0]!.name === call.name) run.push(call);
    else runs.push([call]);
  }
  return runs.flatMap(run => run.length >= LEAST_RUN && runs.length > 1 ? [run] : run.map(call => [call]));
}
