/** @file Shows what there is to say besides the graph: banners above it, or a page in its place. */
import { element } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { inVsCode, type Post } from '../host.js';
import type { Fix } from '../model/gradient.js';
import type { EmptyPage, Notice } from '../model/notices.js';

/** A button that posts a fix's message; null where nobody could do it. */
export function fixButton(fix: Fix, post: Post, look: 'primary' | 'secondary' | 'link'): HTMLButtonElement | null {
  if (!inVsCode && fix.message.type !== 'reveal') return null;
  const button = element('button', { type: 'button', class: `button button-${look}` }, fix.label);
  button.addEventListener('click', () => { post(fix.message); });
  return button;
}

export class Notices {
  readonly root = element('div', { class: 'notices' });
  #shown = '[]';

  constructor(private readonly post: Post) {}

  show(notices: readonly Notice[]): void {
    // The same banner is no news: built again it would be read aloud again, and lose the focus.
    const key = JSON.stringify(notices);
    if (key === this.#shown) return;
    this.#shown = key;
    this.root.replaceChildren(...notices.map(notice => this.#banner(notice)));
  }

  #banner({ kind, text, link, fix }: Notice): HTMLElement {
    return element('div', { class: `notice notice-${kind}`, role: kind === 'error' ? 'alert' : 'status' },
      icon(kind),
      element('div', { class: 'notice-text' }, text, link ? ' ' : null, link ? fixButton(link, this.post, 'link') : null),
      fix ? fixButton(fix, this.post, 'secondary') : null,
    );
  }
}

export class EmptyView {
  readonly root = element('div', { class: 'empty', hidden: true });
  #shown = '';

  constructor(private readonly post: Post) {}

  show(page: EmptyPage | null): void {
    this.root.hidden = page === null;
    const key = JSON.stringify(page);
    if (page === null || key === this.#shown) return;
    this.#shown = key;
    this.root.replaceChildren(
      element('h2', {}, page.title),
      element('p', {}, page.text),
      element('div', { class: 'buttons' }, ...page.buttons.map((fix, index) => fixButton(fix, this.post, index === 0 ? 'primary' : 'secondary'))),
    );
  }
}
