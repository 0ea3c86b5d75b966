/** @file What the reader has opened and closed, remembered by group; what opens by itself, so that a graph of any size begins readable. */
import { emptyModel, type GraphModel } from '../model/graph.js';
import { groupTitle } from '../model/group-text.js';
import { heirsOf, withHeirs, type Successors } from '../model/successors.js';
import { grouped } from '../model/text.js';
import { foldGraph, type FoldedGraph, type Folds, type ShownTurn } from './fold.js';
import type { Group } from './group.js';
import { pathTo, type Structure } from './structure.js';

/** So many nodes are taken in at one look; a graph with more of them begins folded. */
const READABLE = 80;
/** More are not put on the screen at once: the page would stand still for seconds, and nobody reads them. */
export const MOST_SHOWN = 12_000;

/** What was asked for would show more nodes than the panel draws. All is folded as it was. */
export class TooManyNodes extends Error {
  constructor(count: number) {
    super(`That would show ${grouped(count)} nodes at once; the panel draws up to ${grouped(MOST_SHOWN)}. Unfold a part, or go through the turns of a loop.`);
  }
}

/** What the reader has chosen for one snippet. */
export interface KeptFolds {
  readonly open: readonly string[];
  readonly closed: readonly string[];
  /** By id of a loop. */
  readonly turns: Readonly<Record<string, ShownTurn>>;
}

export const noFolds: KeptFolds = { open: [], closed: [], turns: {} };

const emptyGroup: Group = { id: '', kind: 'function', name: '', parent: null, depth: 0, turn: null, range: null, groups: [], nodes: [] };
export const emptyStructure: Structure = { root: emptyGroup, groups: [], byId: new Map(), groupOf: new Map() };

export class Folding implements Folds {
  #full: GraphModel = emptyModel;
  #structure: Structure = emptyStructure;
  #byDefault = new Set<Group>();
  #open = new Set<string>();
  #closed = new Set<string>();
  #turns = new Map<string, ShownTurn>();
  #graph: FoldedGraph = { model: emptyModel, open: [], standIn: id => id };

  /** Takes up what was chosen for the snippet that is shown from now on. */
  restore({ open, closed, turns }: KeptFolds): void {
    this.#open = new Set(open);
    this.#closed = new Set(closed);
    this.#turns = new Map(Object.entries(turns));
  }

  /** The groups are of another run of the snippet. */
  rename(successors: Successors): void {
    this.#open = new Set(heirsOf([...this.#open], successors));
    this.#closed = new Set(heirsOf([...this.#closed], successors));
    this.#turns = withHeirs(this.#turns, successors);
  }

  /** Folds the graph that is shown as it was when this was kept. */
  foldAs(kept: KeptFolds): string {
    this.restore(kept);
    this.#fold();
    return '';
  }

  get kept(): KeptFolds {
    return { open: [...this.#open], closed: [...this.#closed], turns: Object.fromEntries(this.#turns) };
  }

  get structure(): Structure {
    return this.#structure;
  }

  get graph(): FoldedGraph {
    return this.#graph;
  }

  /** The group of an id: one that folds, or the loop whose turns are folded to the node of that id; null for any other. */
  groupOf(id: string): Group | null {
    const node = this.#graph.model.byId.get(id);
    return this.#structure.byId.get(id) ?? (node?.kind === 'group' ? node.group : null);
  }

  /** Takes up a graph. */
  show(full: GraphModel, structure: Structure): void {
    this.#full = full;
    this.#structure = structure;
    this.#byDefault = openByDefault(structure);
    this.#fold();
    // A loop may have many more turns than when its folds were chosen.
    if (this.#graph.model.nodes.length > MOST_SHOWN) this.foldAs(noFolds);
  }

  isOpen(group: Group): boolean {
    if (this.#open.has(group.id)) return true;
    return !this.#closed.has(group.id) && this.#byDefault.has(group);
  }

  turnOf(loop: Group): ShownTurn {
    const chosen = this.#turns.get(loop.id);
    const turns = turnsOf(loop);
    if (chosen === 'all' || turns.length <= MOST_TURNS) return 'all';
    const [first, last] = [turns[0]!.turn!, turns.at(-1)!.turn!];
    // The last: its result is what the graph is read from.
    return chosen === undefined ? last : Math.min(last, Math.max(first, chosen));
  }

  /**
   * Opens or folds a group, and says so. Opened, a turn is the one that its loop shows.
   * @throws TooManyNodes, as all that opens something
   */
  set(group: Group, open: boolean): string {
    this.#change(() => {
      (open ? this.#open : this.#closed).add(group.id);
      (open ? this.#closed : this.#open).delete(group.id);
      if (open) this.#showOwnTurn(group);
    });
    return `${groupTitle(group)} is ${open ? 'unfolded' : 'folded'}.`;
  }

  /** Opens or folds a group by its id, for a node the group that it is in, and says so. */
  toggle(id: string | null): string {
    const node = id === null ? undefined : this.#graph.model.byId.get(id);
    if (node?.kind === 'group' && node.turns !== null) {
      this.showTurn(node.group, node.turns.last);
      return `Turn ${node.turns.last + 1} is shown.`;
    }
    const group = id === null ? null : this.#structure.byId.get(id) ?? pathTo(this.#structure, id).at(-1);
    return group ? this.set(group, !this.isOpen(group)) : 'It is in no group.';
  }

  setAll(open: boolean): string {
    const { groups } = this.#structure;
    const ids = groups.map(({ id }) => id);
    this.#change(() => {
      this.#open = new Set(open ? ids : []);
      this.#closed = new Set(open ? [] : ids);
      this.#turns = new Map(open ? groups.filter(({ kind }) => kind === 'loop').map(({ id }) => [id, 'all']) : []);
    });
    return open ? 'All groups are unfolded.' : 'All groups are folded.';
  }

  /** Shows a turn of a loop, opened. The trail says which. */
  showTurn(loop: Group, turn: ShownTurn): string {
    this.#change(() => {
      this.#turns.set(loop.id, turn);
      this.#openGroup(loop);
      const shown = loop.groups.find(group => group.turn === turn);
      if (shown) this.#openGroup(shown);
    });
    return '';
  }

  /** Opens what a node is in. */
  reveal(id: string): string {
    this.#change(() => {
      for (const group of pathTo(this.#structure, id)) {
        this.#openGroup(group);
        this.#showOwnTurn(group);
      }
    });
    return '';
  }

  #showOwnTurn({ kind, parent, turn }: Group): void {
    if (kind === 'turn' && this.turnOf(parent!) !== 'all') this.#turns.set(parent!.id, turn!);
  }

  #openGroup({ id }: Group): void {
    this.#open.add(id);
    this.#closed.delete(id);
  }

  /** Changes what is open, unless that shows too much. */
  #change(change: () => void): void {
    const before = { folds: this.kept, graph: this.#graph };
    change();
    this.#fold();
    const count = this.#graph.model.nodes.length;
    if (count <= MOST_SHOWN || count <= before.graph.model.nodes.length) return;
    this.restore(before.folds);
    this.#graph = before.graph;
    throw new TooManyNodes(count);
  }

  #fold(): void {
    this.#graph = foldGraph(this.#full, this.#structure, this);
  }
}

/** A loop of so few turns is open with all of them. */
const MOST_TURNS = 3;

/** Asked for by every turn of a loop: counted once. */
const knownTurns = new WeakMap<Group, readonly Group[]>();

export function turnsOf(loop: Group): readonly Group[] {
  let found = knownTurns.get(loop);
  if (!found) knownTurns.set(loop, found = loop.groups.filter(({ kind }) => kind === 'turn'));
  return found;
}

/** All groups of a graph that is small; else those that fit, the outer ones first. */
function openByDefault({ root, groups, groupOf }: Structure): Set<Group> {
  if (groupOf.size <= READABLE) return new Set(groups);
  const open = new Set<Group>();
  let shown = root.nodes.length + root.groups.length;
  const waiting = [...root.groups];
  for (const group of waiting) {
    const turns = turnsOf(group);
    const isLong = turns.length > MOST_TURNS;
    // Of a long loop one turn is shown, between two nodes for the rest.
    const inside = isLong ? group.nodes.length / turns.length + 2 : group.nodes.length + group.groups.length;
    // Parts of what is alike tell no more than the whole.
    if (shown + inside - 1 > READABLE || group.groups.some(({ kind }) => kind === 'part')) continue;
    shown += inside - 1;
    open.add(group);
    if (isLong) waiting.push(turns.at(-1)!, ...group.groups.filter(({ kind }) => kind !== 'turn'));
    else waiting.push(...group.groups);
  }
  return open;
}
