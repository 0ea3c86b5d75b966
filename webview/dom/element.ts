/** @file Builds elements: tag, attributes, children. */

export type Child = Node | string | null;

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** An element. An attribute that is true is set empty, one that is false or null is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Attributes = {}, ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

/** Sets an attribute only where it differs: a screen reader takes a set attribute for news. */
export function setAttribute(target: Element, name: string, value: string): void {
  if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

/** The same for text. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}
