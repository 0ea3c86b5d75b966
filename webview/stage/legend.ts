/** @file The legend: what the nodes are coloured by and what each colour, shape and border means; a press on one leaves it and others pressed alone. */
import { element, setText } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { colouringNames, colourings, type Bucket, type Colouring, type Tone } from '../model/colouring.js';
import { grouped } from '../model/text.js';
import type { Paint } from '../view/theme.js';

export interface LegendEvents {
  opened(open: boolean): void;
  coloured(colouring: Colouring): void;
  /** A class was pressed: it is to be picked, or no longer. */
  toggled(key: string): void;
}

export interface ShownLegend {
  readonly colouring: Colouring;
  /** With how many nodes of the picture are in each. */
  readonly classes: readonly { readonly bucket: Bucket; readonly count: number }[];
  readonly picked: ReadonlySet<string>;
  /** The colour of the arrows on edges that a gradient went along; null where there are none. */
  readonly gradient: string | null;
  paint(tone: Tone): Paint;
}

export class Legend {
  readonly root: HTMLElement;
  #button: HTMLButtonElement;
  #box: HTMLElement;
  #select: HTMLSelectElement;
  #list = element('ul', { class: 'legend-list' });
  #hint = element('p', { class: 'legend-hint' });

  constructor(private readonly events: LegendEvents) {
    this.#select = element('select', { id: 'colouring', title: 'Colour the nodes (C goes to the next)' },
      ...colourings.map(each => element('option', { value: each }, colouringNames[each])));
    this.#select.addEventListener('change', () => { events.coloured(colourings[this.#select.selectedIndex]!); });
    this.#box = element('div', { class: 'legend-box', id: 'legend', role: 'group', 'aria-label': 'Legend', hidden: true },
      element('p', { class: 'legend-by' }, element('label', { for: 'colouring' }, 'Colour by'), this.#select),
      this.#list, this.#hint);
    this.#button = element('button', {
      class: 'legend-button', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'legend',
    }, icon('chevron'), 'Legend');
    this.#button.addEventListener('click', () => {
      this.open = !this.open;
      events.opened(this.open);
    });
    this.root = element('div', { class: 'legend' }, this.#button, this.#box);
  }

  get open(): boolean {
    return !this.#box.hidden;
  }

  set open(open: boolean) {
    this.#box.hidden = !open;
    this.#button.setAttribute('aria-expanded', String(open));
  }

  /** Of what lies over the picture, in pixels. */
  get height(): number {
    return this.#box.offsetHeight;
  }

  show(shown: ShownLegend): void {
    this.#select.value = shown.colouring;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['bucket'] : undefined;
    this.#list.replaceChildren(
      ...shown.classes.filter(({ bucket, count }) => count > 0 || shown.picked.has(bucket.key)).map(each => this.#class(each, shown)),
      ...(shown.gradient === null ? [] : [arrow(shown.gradient)]),
    );
    setText(this.#hint, shown.picked.size === 0 ? 'Press a class to see it alone.' : 'Press again, or Escape, to see all.');
    if (focused !== undefined) this.#list.querySelector<HTMLElement>(`[data-bucket="${CSS.escape(focused)}"]`)?.focus();
  }

  #class({ bucket: { key, name, meaning, tone }, count }: ShownLegend['classes'][number], { picked, paint }: ShownLegend): HTMLElement {
    const swatch = element('span', { class: `swatch swatch-${tone === null ? key : 'tone'}`, 'aria-hidden': 'true' });
    if (tone !== null) {
      const { fill, border } = paint(tone);
      swatch.style.background = fill;
      swatch.style.borderColor = border;
    }
    const button = element('button', { type: 'button', class: 'legend-class', 'aria-pressed': String(picked.has(key)), 'data-bucket': key },
      swatch, name, element('span', { class: 'legend-count' }, grouped(count)));
    button.addEventListener('click', () => { this.events.toggled(key); });
    return element('li', {}, button, meaning === '' ? null : element('span', { class: 'legend-meaning' }, meaning));
  }
}

function arrow(colour: string): HTMLElement {
  const sign = icon('backArrow');
  sign.style.color = colour;
  return element('li', {}, element('span', { class: 'legend-arrow' }, sign, 'gradient'),
    element('span', { class: 'legend-meaning' }, 'an open arrow: backward sent one that way'));
}
