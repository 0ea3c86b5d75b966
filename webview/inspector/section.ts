/** @file The pieces that the details are made of: headings, facts, links to other nodes, long text. */
import { element, type Child } from '../dom/element.js';

/** A heading and what belongs to it. */
export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return element('section', {}, element('h3', {}, title), ...children);
}

/** Facts as terms and descriptions; one whose description is null is left out. */
export function facts(entries: readonly (readonly [term: string, description: Child])[]): HTMLElement {
  return element('dl', { class: 'facts' }, ...entries.filter(([, description]) => description !== null).map(([term, description]) => (
    element('div', {}, element('dt', {}, term), element('dd', {}, description))
  )));
}

/** The text of a tensor as NumPy prints it: line breaks stay, and what is too large scrolls. */
export function tensorText(text: string, name: string): HTMLElement {
  return element('pre', { class: 'tensor', tabindex: '0', role: 'region', 'aria-label': name }, text);
}

/** A link within the panel. */
export function linkButton(text: string, name: string, clicked: () => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'button button-link', 'aria-label': name }, text);
  button.addEventListener('click', clicked);
  return button;
}
