/** @file The graph as a list to listen to: every node with its value and gradient, for the keyboard and for screen readers. */
import { element, setText } from '../dom/element.js';
import type { GraphModel, GraphNode } from '../model/graph.js';
import { spokenNode } from '../model/spoken.js';

export interface TreeEvents {
  /** Enter or Space on a node. */
  chosen(id: string): void;
  /** The keyboard came to a node, or left the tree. */
  focused(id: string | null): void;
}

/** The nodes that the arrow keys along the flow lead to. */
function neighbour(node: GraphNode, model: GraphModel, where: 'before' | 'after'): string | undefined {
  const ids = node.kind === 'function'
    ? (where === 'before' ? node.report.inputs : node.report.outputs)
    : (where === 'before' ? [node.report.creator] : node.consumers);
  return ids.find(id => id !== null && model.byId.has(id)) ?? undefined;
}

export class GraphTree {
  readonly root = element('div', {
    class: 'tree',
    role: 'tree',
    'aria-label': 'Nodes of the graph. Up and Down go through all, Left and Right along the edges, Enter selects.',
  });
  #items = new Map<string, HTMLElement>();
  #model: GraphModel | null = null;
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

  show(model: GraphModel): void {
    this.#model = model;
    const before = this.#items;
    this.#items = new Map();
    const fragment: HTMLElement[] = [];
    for (const node of model.nodes) {
      const item = before.get(node.id) ?? element('div', {
        role: 'treeitem', tabindex: '-1', 'data-node': node.id, 'aria-selected': 'false', 'aria-level': '1',
      });
      setText(item, spokenNode(node, model));
      this.#items.set(node.id, item);
      fragment.push(item);
    }
    // Moving an element takes the focus from it: only where the list itself has changed.
    if (!sameOrder(this.root.children, fragment)) this.root.replaceChildren(...fragment);
    const current = this.#current !== null && this.#items.has(this.#current) ? this.#current : model.nodes[0]?.id;
    this.#current = null;
    if (current !== undefined) this.#makeCurrent(current);
  }

  select(ids: readonly string[]): void {
    for (const id of this.#selected) this.#items.get(id)?.setAttribute('aria-selected', 'false');
    for (const id of ids) this.#items.get(id)?.setAttribute('aria-selected', 'true');
    this.#selected = ids;
    const [first] = ids;
    if (first !== undefined && this.#items.has(first)) this.#makeCurrent(first);
  }

  /** Moves the keyboard to a node: after a click there, so that the arrow keys go on from it. */
  focus(id: string): void {
    this.#items.get(id)?.focus({ preventScroll: true });
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
    const node = id === null ? undefined : this.#model?.byId.get(id);
    if (!node || event.ctrlKey || event.metaKey || event.altKey) return;
    const nodes = this.#model!.nodes;
    const at = nodes.indexOf(node);
    const targets: Record<string, () => string | undefined> = {
      ArrowDown: () => nodes[at + 1]?.id,
      ArrowUp: () => nodes[at - 1]?.id,
      Home: () => nodes[0]?.id,
      End: () => nodes.at(-1)?.id,
      ArrowLeft: () => neighbour(node, this.#model!, 'before'),
      ArrowRight: () => neighbour(node, this.#model!, 'after'),
    };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.events.chosen(node.id);
      return;
    }
    const target = targets[event.key];
    if (!target) return;
    event.preventDefault();
    const next = target();
    if (next !== undefined) this.focus(next);
  }
}

function sameOrder(now: HTMLCollection, wanted: readonly Element[]): boolean {
  return now.length === wanted.length && wanted.every((item, index) => now[index] === item);
}
