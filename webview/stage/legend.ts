/** @file The legend: what shapes, borders and words mean. Closed until it is asked for. */
import { element } from '../dom/element.js';
import { icon } from '../dom/icons.js';

const entries: readonly (readonly [kind: string, name: string, meaning: string])[] = [
  ['leaf', 'Leaf', 'a Variable that the snippet made'],
  ['computed', 'Computed', 'the output of a Function'],
  ['output', 'Output', 'double border: where backward began, or would'],
  ['dropped', 'grad dropped', 'dashed border: backward used it and let it go'],
  ['unrecorded', 'not recorded', 'dotted border: made under no-grad'],
  ['freed', 'freed', 'no rule reads its value and nobody held it: the word stands for it'],
  ['function', 'Function', 'a box: one recorded call'],
  ['group', 'Folded group', 'a stack: a call, a Layer, a loop; E or a double click opens it'],
];

export class Legend {
  readonly root: HTMLElement;
  #button: HTMLButtonElement;
  #list: HTMLElement;

  constructor(private readonly toggled: (open: boolean) => void) {
    this.#list = element('dl', { class: 'legend-list', id: 'legend', hidden: true }, ...entries.map(([kind, name, meaning]) => (
      element('div', {},
        element('dt', {}, element('span', { class: `swatch swatch-${kind}`, 'aria-hidden': 'true' }), name),
        element('dd', {}, meaning),
      )
    )));
    this.#button = element('button', {
      class: 'legend-button', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'legend',
    }, icon('chevron'), 'Legend');
    this.#button.addEventListener('click', () => {
      this.open = !this.open;
      this.toggled(this.open);
    });
    this.root = element('div', { class: 'legend' }, this.#button, this.#list);
  }

  get open(): boolean {
    return !this.#list.hidden;
  }

  set open(open: boolean) {
    this.#list.hidden = !open;
    this.#button.setAttribute('aria-expanded', String(open));
  }
}
