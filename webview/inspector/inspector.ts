/** @file The details side: of the selected node, or of the whole run where none is selected. */
import type { PanelState } from '../../src/protocol/panel.js';
import type { RunReport } from '../../src/protocol/report.js';
import { setEnabled, toolButton } from '../dom/buttons.js';
import { element } from '../dom/element.js';
import type { Post } from '../host.js';
import type { Folding } from '../fold/folding.js';
import type { Group } from '../fold/group.js';
import type { GraphModel } from '../model/graph.js';
import type { Emphasis } from '../emphasis.js';
import type { Changes } from '../model/changes.js';
import type { Side } from '../model/relatives.js';
import type { Successors } from '../model/successors.js';
import type { Keeper } from '../state.js';
import { functionDetails } from './function.js';
import { groupDetails } from './group.js';
import { Links } from './links.js';
import type { Pages } from './pages.js';
import { runDetails } from './run.js';
import { section } from './section.js';
import { severalDetails } from './several.js';
import { Tensors } from './tensors.js';
import { variableDetails } from './variable.js';

export interface InspectorEvents {
  readonly post: Post;
  readonly pages: Pages;
  readonly keeper: Keeper;
  select(id: string): void;
  relatives(side: Side): void;
  /** The ways between the two nodes that are selected. */
  ways(): void;
  visit(by: 1 | -1): void;
  fold(group: Group, open: boolean): void;
  close(): void;
}

/** What the details are of. */
export interface Inspected {
  readonly state: PanelState;
  readonly full: GraphModel;
  readonly folding: Folding;
  readonly changes: Changes;
  /** Of nodes or groups. */
  readonly ids: readonly string[];
  readonly emphasis: Emphasis;
  /** Whether a node was selected before this one, or after it. */
  canVisit(by: 1 | -1): boolean;
}

export class Inspector {
  readonly root: HTMLElement;
  #content = element('div', { class: 'inspector-content' });
  #tensors: Tensors;
  #back: HTMLButtonElement;
  #forward: HTMLButtonElement;

  constructor(private readonly events: InspectorEvents) {
    this.#tensors = new Tensors(events);
    this.#back = toolButton({ name: 'Back', title: 'The node selected before ( < )', icon: 'back' }, () => { events.visit(-1); });
    this.#forward = toolButton({ name: 'Forward', title: 'The node selected after that ( > )', icon: 'forward' }, () => { events.visit(1); });
    const close = toolButton({ name: 'Close Details', title: 'Close details (Escape)', icon: 'close' }, () => { events.close(); });
    this.root = element('aside', { class: 'inspector', 'aria-label': 'Details' },
      element('div', { class: 'inspector-tools' }, this.#back, this.#forward, close), this.#content);
  }

  set open(open: boolean) {
    this.root.hidden = !open;
  }

  get open(): boolean {
    return !this.root.hidden;
  }

  /** The nodes are of another run: the reader stays at the same place of each tensor. */
  rename(successors: Successors): void {
    this.#tensors.rename(successors);
  }

  show(inspected: Inspected): void {
    const { report } = inspected.state;
    const focused = this.#focusedName();
    setEnabled(this.#back, inspected.canVisit(-1));
    setEnabled(this.#forward, inspected.canVisit(1));
    this.#tensors.begin(inspected.state);
    this.#content.replaceChildren(...(report ? this.#contentOf(inspected, report) : []));
    if (focused !== null) this.#refocus(focused);
  }

  #contentOf({ state, full, folding, changes, ids, emphasis }: Inspected, report: RunReport): HTMLElement[] {
    const links = new Links(full, report, this.events.post, id => { this.events.select(id); });
    const [id] = ids;
    const node = id === undefined ? undefined : full.byId.get(id);
    const group = id === undefined ? null : folding.groupOf(id);
    if (!node && !group) return runDetails(report, changes, links);
    const details = group ? this.#group(group, full, folding, links)
      : node!.kind === 'variable' ? variableDetails(node!, full, report, state, links, this.events.post, this.#tensors)
      : functionDetails(node!, links);
    details.push(this.#relatives(emphasis.relatives?.id === id ? emphasis.relatives?.side ?? null : null));
    const several = severalDetails(ids, full, folding, links, this.#ways(ids, emphasis));
    return several ? [several, ...details] : details;
  }

  #group(group: Group, full: GraphModel, folding: Folding, links: Links): HTMLElement[] {
    const isOpen = folding.isOpen(group);
    return groupDetails(group, full, isOpen, links, () => { this.events.fold(group, !isOpen); });
  }

  #ways([one, other]: readonly string[], emphasis: Emphasis): HTMLElement | null {
    if (one === undefined || other === undefined) return null;
    const button = element('button', { type: 'button', class: 'button button-secondary', 'aria-pressed': String(emphasis.showsWays(one, other)) }, 'Show the ways between');
    button.addEventListener('click', () => { this.events.ways(); });
    return button;
  }

  #relatives(shown: Side | null): HTMLElement {
    const button = (side: Side, text: string): HTMLElement => {
      const made = element('button', { type: 'button', class: 'button button-secondary', 'aria-pressed': String(shown === side) }, text);
      made.addEventListener('click', () => { this.events.relatives(side); });
      return made;
    };
    return section('Show only', element('div', { class: 'relatives' }, button('before', 'What it is made from'), button('after', 'What it goes into')));
  }

  /** A new state builds the details anew: who was on one of their buttons should be so still. */
  #focusedName(): string | null {
    const active = document.activeElement;
    return active && this.#content.contains(active) ? nameOf(active) : null;
  }

  #refocus(name: string): void {
    for (const button of this.#content.querySelectorAll<HTMLElement>('button, input, [tabindex]')) {
      if (nameOf(button) !== name) continue;
      button.focus();
      return;
    }
    this.root.querySelector<HTMLElement>('.inspector-tools button:last-child')?.focus();
  }
}

function nameOf(target: Element): string {
  return target.getAttribute('aria-label') ?? target.textContent;
}
