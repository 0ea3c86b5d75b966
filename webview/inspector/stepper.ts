/** @file Goes through the indices of an axis: a place to type one, and buttons for the ones before and after. */
import { element, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { grouped } from '../model/text.js';

export interface StepperOptions {
  /** What is stepped through: `Rows`, `Axis 0`. */
  readonly axis: string;
  /** Of what, as in `value of W`. */
  readonly of: string;
  /** Of the axis. */
  readonly length: number;
  /** How many indices are shown at once. */
  readonly size: number;
  /** The reader wants the indices from here on; it is one that there is. */
  moved(index: number): void;
}

export class Stepper {
  readonly root: HTMLElement;
  #index = 0;
  #input: HTMLInputElement;
  #extent = element('span', { class: 'stepper-extent', 'aria-live': 'polite' });
  #previous: HTMLElement;
  #next: HTMLElement;

  constructor(private readonly options: StepperOptions) {
    const { axis, of, length, size } = options;
    const one = size === 1;
    this.#input = element('input', {
      type: 'number', min: '0', max: String(length - 1), class: 'stepper-index',
      'aria-label': one ? `Index on ${axis} of ${of}` : `First of the ${axis} of ${of}`,
    });
    this.#input.style.width = `${String(length).length + 2}ch`;
    this.#input.addEventListener('change', () => { this.#move(this.#input.valueAsNumber); });
    this.#previous = this.#button('previous', `Previous ${axis} of ${of}`, -size);
    this.#next = this.#button('next', `Next ${axis} of ${of}`, size);
    this.root = element('div', { class: 'stepper', role: 'group', 'aria-label': `${axis} of ${of}` },
      element('span', { class: 'stepper-axis', 'aria-hidden': 'true' }, axis.toLowerCase()), this.#previous, this.#input, this.#extent, this.#next);
    this.index = 0;
  }

  /** The first index that is shown. */
  set index(index: number) {
    const { length, size } = this.options;
    this.#index = index;
    this.#input.value = String(index);
    const last = Math.min(index + size, length) - 1;
    setText(this.#extent, `${size === 1 ? '' : `–${grouped(last)} `}of ${grouped(length)}`);
    this.#previous.setAttribute('aria-disabled', String(index === 0));
    this.#next.setAttribute('aria-disabled', String(index + size >= length));
  }

  #button(kind: 'previous' | 'next', name: string, by: number): HTMLElement {
    const button = element('button', { type: 'button', class: `step step-${kind}`, 'aria-label': name, title: name }, icon('chevron'));
    // Not disabled at the end: that would take the focus from who stepped there.
    button.addEventListener('click', () => { if (button.getAttribute('aria-disabled') !== 'true') this.#move(this.#index + by); });
    return button;
  }

  #move(index: number): void {
    const { length, size, moved } = this.options;
    const nearest = Math.max(0, Math.min(Math.trunc(index), length - size));
    // What is no number is taken back.
    this.index = Number.isNaN(index) ? this.#index : nearest;
    if (!Number.isNaN(index)) moved(nearest);
  }
}
