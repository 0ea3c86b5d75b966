/** @file The graph as a list to listen to: every node with its value and gradient, for the keyboard and for screen readers. */
import { element, setAttribute } from '../dom/element.js';
import type { FoldedGraph } from '../fold/fold.js';
import { heirOf, type Successors } from '../model/successors.js';
import type { Row } from './rows.js';

export interface TreeEvents {
  /** Enter on a node. */
  chosen(id: string): void;
  /** Space, Ctrl+Enter, or come to with Shift: to add it to what is selected, or to take it away. */
  toggled(id: string): void;
  /** The keyboard came to a node, or left the tree. */
  focused(id: string | null): void;
}

export class GraphTree {
  readonly root = element('div', {
    class: 'tree',
    role: 'tree',
    'aria-multiselectable': 'true',
    'aria-label': 'Nodes of the graph. Up and Down go through all, Left and Right along the edges, Enter selects, Space adds or takes away, E folds and unfolds.',
  });
  #items = new Map<string, HTMLElement>();
  #rows: readonly Row[] = [];
  /** By row: its place in the list. */
  #places = new Map<string, number>();
  /** Where the arrow keys along the flow lead. */
  #before = new Map<string, string>();
  #after = new Map<string, string>();
  #current: string | null = null;
  #selected: readonly string[] = [];

  constructor(private readonly events: TreeEvents) {
    this.root.addEventListener('keydown', event => { this.#key(event); });
    this.root.addEventListener('focusin', event => {
      const id = (event.target as HTMLElement).dataset['node'];
      if (id === undefined) return;
      this.#makeCurrent(id);
      this.events.focused(id);
    });
    this.root.addEventListener('focusout', event => {
      if (!this.root.contains(event.relatedTarget as Node | null)) this.events.focused(null);
    });
  }

  show(rows: readonly Row[], { model: { edges }, standIn }: FoldedGraph): void {
    this.#rows = rows;
    this.#places = new Map(rows.map(({ id }, place) => [id, place]));
    this.#before = new Map();
    this.#after = new Map();
    for (const { source, target } of edges) {
      if (!this.#before.has(target)) this.#before.set(target, source);
      if (!this.#after.has(source)) this.#after.set(source, target);
    }
    const before = this.#items;
    const hadFocus = this.isFocused;
    this.#items = new Map();
    const items: HTMLElement[] = [];
    for (const { id, text, level, expanded } of rows) {
      const item = before.get(id) ?? element('div', { role: 'treeitem', tabindex: '-1', 'data-node': id, 'aria-selected': 'false' });
      // No text: the browser would lay that of 10,000 out, which nobody sees.
      setAttribute(item, 'aria-label', text);
      setAttribute(item, 'aria-level', String(level));
      if (expanded === null) item.removeAttribute('aria-expanded');
      else setAttribute(item, 'aria-expanded', String(expanded));
      this.#items.set(id, item);
      items.push(item);
    }
    // Moving an element takes the focus from it: only where the list itself has changed.
    if (!sameOrder(this.root.children, items)) {
      const fragment = document.createDocumentFragment();
      for (const item of items) fragment.append(item);
      this.root.replaceChildren(fragment);
    }
    // Where its row has gone, on what it is folded into.
    const heir = this.#current === null ? undefined : standIn(this.#current);
    const current = [this.#current, heir].find(id => id !== null && id !== undefined && this.#items.has(id)) ?? rows[0]?.id;
    this.#current = null;
    if (current !== undefined) this.#makeCurrent(current);
    if (hadFocus && current !== undefined) this.focus(current);
  }

  /** The nodes are of another run: the keyboard stays on its own. */
  rename(successors: Successors): void {
    const heir = this.#current === null ? null : heirOf(this.#current, successors);
    if (heir === this.#current) return;
    this.#items.get(this.#current!)?.setAttribute('tabindex', '-1');
    this.#current = heir;
  }

  select(ids: readonly string[]): void {
    for (const id of this.#selected) this.#items.get(id)?.setAttribute('aria-selected', 'false');
    for (const id of ids) this.#items.get(id)?.setAttribute('aria-selected', 'true');
    this.#selected = ids;
    const [first] = ids;
    if (first !== undefined && this.#items.has(first)) this.#makeCurrent(first);
  }

  /** Moves the keyboard to a node: after a click there, so that the arrow keys go on from it. */
  focus(id: string | null): void {
    if (id !== null) this.#items.get(id)?.focus({ preventScroll: true });
  }

  get isFocused(): boolean {
    return this.root.contains(document.activeElement);
  }

  /** Only one item takes part in the Tab order. */
  #makeCurrent(id: string): void {
    if (this.#current === id) return;
    if (this.#current !== null) this.#items.get(this.#current)?.setAttribute('tabindex', '-1');
    this.#items.get(id)?.setAttribute('tabindex', '0');
    this.#current = id;
  }

  /** The node that Tab leads to. */
  get current(): string | null {
    return this.#current;
  }

  #key(event: KeyboardEvent): void {
    const id = this.#current;
    const at = id === null ? undefined : this.#places.get(id);
    if (id === null || at === undefined || event.altKey) return;
    const withCtrl = event.ctrlKey || event.metaKey;
    if (event.key === ' ' || (event.key === 'Enter' && withCtrl)) {
      event.preventDefault();
      this.events.toggled(id);
      // The keyboard stays on it, taken away or not.
      this.#makeCurrent(id);
      return;
    }
    if (withCtrl) return;
    const targets: Record<string, () => string | undefined> = {
      ArrowDown: () => this.#rows[at + 1]?.id,
      ArrowUp: () => this.#rows[at - 1]?.id,
      Home: () => this.#rows[0]?.id,
      End: () => this.#rows.at(-1)?.id,
      ArrowLeft: () => this.#before.get(id),
      ArrowRight: () => this.#after.get(id),
    };
    if (event.key === 'Enter') {
      event.preventDefault();
      this.events.chosen(id);
      return;
    }
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    const next = target();
    if (next === undefined) return;
    this.focus(next);
    if (event.shiftKey) {
      this.events.toggled(next);
      this.#makeCurrent(next);
    }
  }
}

function sameOrder(now: HTMLCollection, wanted: readonly Element[]): boolean {
  return now.length === wanted.length && wanted.every((item, index) => now[index] === item);
}
