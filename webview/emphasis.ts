/** @file What stands out of the picture while the rest is faint: relatives of a node or the ways between two, and what is picked in the legend. */
import type { Drawing } from './drawing.js';
import { relativesOf, waysBetween, type Relatives, type Side } from './model/relatives.js';
import { spokenClasses, spokenRelatives, spokenWays } from './model/spoken.js';
import { heirOf, heirsOf, type Successors } from './model/successors.js';
import type { Focus } from './view/cards.js';

export class Emphasis {
  #relatives: Relatives | null = null;
  #ways: readonly [string, string] | null = null;
  /** Keys of the legend's classes. */
  #classes: ReadonlySet<string> = new Set();

  get relatives(): Relatives | null {
    return this.#relatives;
  }

  get classes(): ReadonlySet<string> {
    return this.#classes;
  }

  get isOn(): boolean {
    return this.#relatives !== null || this.#ways !== null || this.#classes.size > 0;
  }

  clear(): void {
    this.#relatives = null;
    this.#ways = null;
    this.#classes = new Set();
  }

  /** The nodes are of another run. */
  rename(successors: Successors): void {
    const id = this.#relatives && heirOf(this.#relatives.id, successors);
    this.#relatives = this.#relatives && id !== null ? { id, side: this.#relatives.side } : null;
    const [one, other] = heirsOf(this.#ways ?? [], successors);
    this.#ways = one !== undefined && other !== undefined ? [one, other] : null;
  }

  /** The relatives of a node, or all nodes again where those were shown. */
  toggleRelatives(id: string, side: Side): void {
    const isShown = this.#relatives?.id === id && this.#relatives.side === side;
    this.#relatives = isShown ? null : { id, side };
    this.#ways = null;
  }

  /** The ways between two nodes, or all nodes again where those were shown. */
  toggleWays(one: string, other: string): void {
    const isShown = this.showsWays(one, other);
    this.#ways = isShown ? null : [one, other];
    this.#relatives = null;
  }

  showsWays(one: string, other: string): boolean {
    return this.#ways !== null && this.#ways.includes(one) && this.#ways.includes(other);
  }

  /** One class of the legend more, or one less. */
  toggleClass(key: string): void {
    const classes = new Set(this.#classes);
    if (!classes.delete(key)) classes.add(key);
    this.#classes = classes;
  }

  /** Other classes have taken the place of those that were picked. */
  clearClasses(): void {
    this.#classes = new Set();
  }

  /** Ids of the nodes that stand out, null for all; and what is to be said of them. What the graph has no more is forgotten. */
  of(drawing: Drawing): { readonly nodes: Focus; readonly said: string } {
    const has = (id: string): boolean => drawing.has(id);
    if (this.#relatives && !has(this.#relatives.id)) this.#relatives = null;
    if (this.#ways && !this.#ways.every(has)) this.#ways = null;
    const [around, saidOfAround] = this.#around(drawing);
    if (this.#classes.size === 0) return { nodes: around, said: saidOfAround ?? 'All nodes are shown.' };
    const picked = drawing.buckets.filter(({ key }) => this.#classes.has(key));
    const ids = drawing.inClasses(picked);
    const nodes = new Set(around === null ? ids : ids.filter(id => around.has(id)));
    const said = spokenClasses(picked.map(({ name }) => name), nodes.size, drawing.shown.model.nodes.length);
    return { nodes, said: saidOfAround === null ? said : `${saidOfAround} ${said}` };
  }

  #around(drawing: Drawing): [nodes: Focus, said: string | null] {
    const { model, standIn } = drawing.shown;
    const name = (id: string) => model.byId.get(standIn(id))!;
    if (this.#relatives) {
      const node = name(this.#relatives.id);
      const nodes = relativesOf(model, node.id, this.#relatives.side);
      return [nodes, spokenRelatives(node, this.#relatives.side, nodes.size - 1)];
    }
    if (this.#ways) {
      const [one, other] = this.#ways.map(name) as [ReturnType<typeof name>, ReturnType<typeof name>];
      const nodes = waysBetween(model, one.id, other.id);
      // Where there is no way, the two still stand out: the reader sees which were meant.
      return [nodes.size === 0 ? new Set([one.id, other.id]) : nodes, spokenWays(one, other, nodes.size)];
    }
    return [null, null];
  }
}
