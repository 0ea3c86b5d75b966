/** @file Buttons: of an icon, and of a text in a line of others. */
import { element, setAttribute } from './element.js';
import { icon, type IconName } from './icons.js';

export interface ButtonOptions {
  readonly name: string;
  readonly title: string;
  readonly icon: IconName;
  /** Shows the name beside the icon. */
  readonly text?: boolean;
  readonly toggle?: boolean;
}

/** A button of an icon. */
export function toolButton(options: ButtonOptions, click: () => void): HTMLButtonElement {
  const button = element('button', {
    type: 'button',
    class: 'tool',
    title: options.title,
    'aria-label': options.name,
    'aria-pressed': options.toggle ? 'false' : null,
  }, icon(options.icon), options.text ? element('span', { class: 'tool-text' }, options.name) : null);
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') !== 'true') click();
  });
  return button;
}

/** Not the attribute `disabled`: a button that has the focus when it is switched off would throw it away. */
export function setEnabled(button: HTMLButtonElement, enabled: boolean): void {
  setAttribute(button, 'aria-disabled', String(!enabled));
}

/** A button of a text, without a frame until it is pointed at. */
export function textButton(text: string, title: string): HTMLButtonElement {
  return element('button', { type: 'button', class: 'trail-button', title }, text);
}
