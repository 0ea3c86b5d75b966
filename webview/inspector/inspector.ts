/** @file The details side: of the selected node, or of the whole run where none is selected. */
import type { PanelState } from '../../src/protocol/panel.js';
import type { RunReport } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import type { Post } from '../host.js';
import type { GraphModel } from '../model/graph.js';
import type { Relatives, Side } from '../model/relatives.js';
import { formatBytes, formatDuration } from '../model/text.js';
import { functionDetails } from './function.js';
import { Links } from './links.js';
import { facts, section } from './section.js';
import { variableDetails } from './variable.js';

export interface InspectorEvents {
  readonly post: Post;
  select(id: string): void;
  relatives(side: Side): void;
  close(): void;
}

export class Inspector {
  readonly root: HTMLElement;
  #content = element('div', { class: 'inspector-content' });

  constructor(private readonly events: InspectorEvents) {
    const close = element('button', { type: 'button', class: 'tool inspector-close', 'aria-label': 'Close Details', title: 'Close details (Escape)' }, icon('close'));
    close.addEventListener('click', () => { events.close(); });
    this.root = element('aside', { class: 'inspector', 'aria-label': 'Details' }, close, this.#content);
  }

  set open(open: boolean) {
    this.root.hidden = !open;
  }

  get open(): boolean {
    return !this.root.hidden;
  }

  show(model: GraphModel, state: PanelState, ids: readonly string[], focus: Relatives | null): void {
    const { report } = state;
    const focused = this.#focusedName();
    const content = report ? this.#contentOf(model, report, state, { ids, focus }) : [];
    this.#content.replaceChildren(...content);
    if (focused !== null) this.#refocus(focused);
  }

  #contentOf(model: GraphModel, report: RunReport, state: PanelState, { ids, focus }: { readonly ids: readonly string[]; readonly focus: Relatives | null }): HTMLElement[] {
    const links = new Links(model, report, this.events.post, id => { this.events.select(id); });
    const nodes = ids.map(id => model.byId.get(id)).filter(node => node !== undefined);
    const [node] = nodes;
    if (!node) return this.#runDetails(report, links);
    const details = node.kind === 'variable'
      ? variableDetails(node, report, state, links, this.events.post)
      : functionDetails(node, links);
    if (nodes.length > 1) details.push(section('Also on this line', links.list(nodes.slice(1).map(each => each.id))));
    details.push(this.#relatives(focus?.id === node.id ? focus.side : null));
    return details;
  }

  #relatives(shown: Side | null): HTMLElement {
    const button = (side: Side, text: string): HTMLElement => {
      const made = element('button', { type: 'button', class: 'button button-secondary', 'aria-pressed': String(shown === side) }, text);
      made.addEventListener('click', () => { this.events.relatives(side); });
      return made;
    };
    return section('Show only', element('div', { class: 'relatives' }, button('before', 'What it is made from'), button('after', 'What it goes into')));
  }

  #runDetails(report: RunReport, links: Links): HTMLElement[] {
    const { totals, mode, variables } = report;
    const withGrad = variables.filter(each => each.gradState === 'present').length;
    const modes = [mode.retainGrad ? 'Retain Grad' : null, mode.noGrad ? 'No-Grad' : null].filter(each => each !== null);
    return [
      element('header', { class: 'title' }, element('p', { class: 'kind' }, 'Run'), element('h2', {}, report.ok ? 'Finished' : 'Failed')),
      section('Graph', facts([
        ['Variables', totals.variables.toLocaleString('en')],
        ['Functions', totals.functions.toLocaleString('en')],
        ['with gradient', withGrad.toLocaleString('en')],
        ['memory', formatBytes(totals.bytes)],
        ['output', report.output === null ? 'none' : links.list([report.output])],
      ])),
      section('Run', facts([
        ['took', formatDuration(report.durationMs)],
        ['modes', modes.length === 0 ? 'none' : modes.join(', ')],
      ])),
      element('p', { class: 'reason' }, 'Select a node to see its value, its gradient and its line.'),
    ];
  }

  /** A new state builds the details anew: who was on one of their buttons should be so still. */
  #focusedName(): string | null {
    const active = document.activeElement;
    return active && this.#content.contains(active) ? nameOf(active) : null;
  }

  #refocus(name: string): void {
    for (const button of this.#content.querySelectorAll<HTMLElement>('button, [tabindex]')) {
      if (nameOf(button) !== name) continue;
      button.focus();
      return;
    }
    this.root.querySelector<HTMLElement>('.inspector-close')?.focus();
  }
}

function nameOf(target: Element): string {
  return target.getAttribute('aria-label') ?? target.textContent;
}
