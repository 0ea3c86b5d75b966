/** @file Which groups are open, and the graph that is then to be seen: nodes, folded groups, and the edges between those. */
import type { GraphEdge, GraphModel, GraphNode, GroupNode, Lookup, ShownModel, ShownNode, VariableNode } from '../model/graph.js';
import { sizeOf } from '../model/gradient.js';
import type { Group } from './group.js';
import type { Structure } from './structure.js';

/** Which turn of an open loop is shown; those before and after it are folded to one node each. */
export type ShownTurn = number | 'all';

export interface Folds {
  isOpen(group: Group): boolean;
  /** Of a loop that is open; its turns count from 0. */
  turnOf(loop: Group): ShownTurn;
}

/** A group that is open, with what of it is to be seen. */
export interface OpenGroup {
  readonly group: Group;
  /** Ids of the nodes and folded groups in it and in the open groups inside it. */
  readonly members: readonly string[];
}

export interface FoldedGraph {
  /** What is to be seen. Its `byId` has all nodes, folded away or not, and the folded groups. */
  readonly model: ShownModel;
  /** Outer ones first. */
  readonly open: readonly OpenGroup[];
  /** Where a node is to be seen: itself, or the folded group that it is in. */
  standIn(id: string): string;
}

/** Turns of a loop that are shown as one node, before or after the one that is open. */
export function turnsId(loop: Group, side: 'before' | 'after'): string {
  return `${loop.id} ${side}`;
}

/** So many outputs of a folded loop are shown beside it. */
const MOST_OUTPUTS = 12;

/** A folded group while it is put together. */
interface Folding {
  readonly id: string;
  readonly group: Group;
  /** First and last turn, for a node that stands for several. */
  turns: { first: number; last: number } | null;
  layer: number;
  lastLayer: number;
  leafLayer: number;
  variables: number;
  functions: number;
  nonFinite: number;
  bytes: number;
  gradient: number | null;
}

/** Folds a graph. Whole groups, so that what is folded never has a way that leads out of it and back into it. */
export function foldGraph(full: GraphModel, structure: Structure, folds: Folds): FoldedGraph {
  const foldings = new Map<string, Folding>();
  /** By group: the folded group that it is in or is itself; null for one that is open. */
  const within = new Map<Group, Folding | null>([[structure.root, null]]);
  const folding = (id: string, group: Group): Folding => {
    let made = foldings.get(id);
    if (!made) foldings.set(id, made = { id, group, turns: null, layer: Infinity, lastLayer: 0, leafLayer: Infinity, variables: 0, functions: 0, nonFinite: 0, bytes: 0, gradient: null });
    return made;
  };
  for (const group of structure.groups) {
    const around = within.get(group.parent!)!;
    if (around !== null) within.set(group, around);
    else within.set(group, foldedTurn(group) ?? (folds.isOpen(group) ? null : folding(group.id, group)));
  }

  /** Where a turn of an open loop goes that is not the one to be shown. */
  function foldedTurn(group: Group): Folding | null {
    const shown = group.kind === 'turn' ? folds.turnOf(group.parent!) : 'all';
    if (shown === 'all' || group.turn === shown) return null;
    const made = folding(turnsId(group.parent!, group.turn! < shown ? 'before' : 'after'), group.parent!);
    made.turns = { first: Math.min(made.turns?.first ?? Infinity, group.turn!), last: Math.max(made.turns?.last ?? 0, group.turn!) };
    return made;
  }

  // A loop that gives its outputs away one by one has as many as turns: they fold with it.
  const given = new Map<Folding, string[]>();
  for (const node of full.nodes) {
    const maker = within.get(structure.groupOf.get(node.id)!) ? null : givenByLoop(node);
    const ids = maker && given.get(maker);
    if (ids) ids.push(node.id);
    else if (maker) given.set(maker, [node.id]);
  }
  const oneOfMany = new Map<string, Folding>();
  for (const [maker, ids] of given) if (ids.length > MOST_OUTPUTS) for (const id of ids) oneOfMany.set(id, maker);

  const standIns = new Map<string, string>();
  const shown: ShownNode[] = [];
  for (const node of full.nodes) {
    const made = within.get(structure.groupOf.get(node.id)!) ?? betweenTurns(node) ?? oneOfMany.get(node.id);
    standIns.set(node.id, made?.id ?? node.id);
    if (!made) {
      shown.push(node);
      continue;
    }
    if (node.kind === 'function') {
      made.functions += 1;
      made.layer = Math.min(made.layer, node.layer);
      made.lastLayer = Math.max(made.lastLayer, node.layer);
    } else {
      // Leaves stand at the beginning of every graph: a group begins where it begins to compute.
      if (node.layer !== null) made.leafLayer = Math.min(made.leafLayer, node.layer);
      made.variables += 1;
      made.bytes += node.report.bytes;
      made.nonFinite += (node.report.value?.nonFinite ?? 0) + (node.report.grad?.nonFinite ?? 0);
      if (node.report.grad) made.gradient = Math.max(made.gradient ?? 0, sizeOf(node.report.grad));
    }
  }

  /** The folded group that makes a Variable; null where its maker is to be seen. */
  function makerOf(node: VariableNode): Folding | null {
    const { creator } = node.report;
    return (creator === null ? null : within.get(structure.groupOf.get(creator)!)) ?? null;
  }

  /** What one turn gives to the next stands between them: it folds with them where both are folded to one node. */
  function betweenTurns(node: GraphNode): Folding | null {
    if (node.kind !== 'variable' || structure.groupOf.get(node.id)?.kind !== 'loop') return null;
    const maker = makerOf(node);
    return maker !== null && node.consumers.every(consumer => within.get(structure.groupOf.get(consumer)!) === maker) ? maker : null;
  }

  /** The folded loop that gives a Variable to other folded groups, and to nothing that is to be seen. */
  function givenByLoop(node: GraphNode): Folding | null {
    if (node.kind !== 'variable' || node.consumers.length === 0) return null;
    const maker = makerOf(node);
    if (maker?.group.kind !== 'loop') return null;
    return node.consumers.every(consumer => within.get(structure.groupOf.get(consumer)!)) ? maker : null;
  }

  const groups = [...foldings.values()].filter(({ variables, functions }) => variables + functions > 0).map(groupNode);
  const nodes = [...shown, ...groups].sort((a, b) => (a.layer ?? Infinity) - (b.layer ?? Infinity) || 0);
  const standIn = (id: string): string => standIns.get(id) ?? id;
  const folded = new Map(groups.map(group => [group.id, group]));
  const byId: Lookup<ShownNode> = { get: id => folded.get(id) ?? full.byId.get(id), has: id => folded.has(id) || full.byId.has(id) };
  return {
    model: { nodes, edges: mergeEdges(full.edges, standIn), byId },
    open: openGroups(structure, within, nodes),
    standIn,
  };
}

/** Where nodes and groups are to be seen: themselves, what they are folded into, or all that is to be seen of an open group. */
export function visibleIn({ model, open, standIn }: FoldedGraph, ids: readonly string[]): string[] {
  if (ids.length === 0) return [];
  const shown = new Set(model.nodes.map(({ id }) => id));
  const found = ids.flatMap(id => {
    const own = standIn(id);
    return shown.has(own) ? [own] : [...open.find(({ group }) => group.id === id)?.members ?? []];
  });
  return [...new Set(found)];
}

function groupNode({ layer, lastLayer, leafLayer, ...rest }: Folding): GroupNode {
  if (rest.functions > 0) return { kind: 'group', layer, lastLayer, ...rest };
  // What has no place in the flow, as values under no-grad, has none folded either.
  const own = Number.isFinite(leafLayer) ? leafLayer : null;
  return { kind: 'group', layer: own, lastLayer: own, ...rest };
}

/** Edges between what is to be seen: those between the same two are one, which carries a gradient if any of them does. */
function mergeEdges(edges: readonly GraphEdge[], standIn: (id: string) => string): GraphEdge[] {
  const merged = new Map<string, GraphEdge>();
  for (const edge of edges) {
    const [source, target] = [standIn(edge.source), standIn(edge.target)];
    if (source === edge.source && target === edge.target) {
      merged.set(edge.id, edge);
      continue;
    }
    if (source === target) continue;
    const id = `${source} > ${target}`;
    merged.set(id, { id, source, target, gradient: edge.gradient || merged.get(id)?.gradient === true });
  }
  return [...merged.values()];
}

function openGroups({ groups, groupOf, byId }: Structure, within: ReadonlyMap<Group, unknown>, nodes: readonly ShownNode[]): OpenGroup[] {
  const members = new Map<Group, string[]>(groups.filter(group => within.get(group) === null).map(group => [group, []]));
  for (const node of nodes) {
    // Turns that are folded to one node are in their loop; a folded group is in the one around it.
    const own = node.kind !== 'group' ? groupOf.get(node.id) : node.turns !== null ? node.group : byId.get(node.id)?.parent;
    for (let group = own ?? null; group !== null && group.parent !== null; group = group.parent) members.get(group)?.push(node.id);
  }
  return [...members].filter(([, ids]) => ids.length > 0).map(([group, ids]) => ({ group, members: ids }));
}
