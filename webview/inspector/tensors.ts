/** @file Values and gradients in the details: as numbers or as a picture, with statistics and a histogram. */
import type { TensorPart } from '../../src/protocol/tensor-page.js';
import type { PanelState } from '../../src/protocol/panel.js';
import type { TensorSummary, VariableReport } from '../../src/protocol/report.js';
import { element } from '../dom/element.js';
import type { Post } from '../host.js';
import type { Keeper, TensorLook } from '../state.js';
import { withHeirs, type Successors } from '../model/successors.js';
import { onThemeChange } from '../view/theme.js';
import { histogram } from './histogram.js';
import { numberPages } from './number-pages.js';
import type { Pages } from './pages.js';
import { Picture } from './picture.js';
import { tensorText } from './section.js';
import { statistics } from './statistics.js';
import { placeIn, tableOf, type Place } from './table.js';
import type { Tensor, TensorHost } from './tensor.js';

export interface TensorsHost {
  readonly post: Post;
  readonly pages: Pages;
  readonly keeper: Keeper;
}

export class Tensors {
  /** Where the reader is in each tensor that was paged through. */
  #places = new Map<string, Place>();
  #uri: string | null = null;
  /** Shows each tensor of the details anew, in the look that is chosen. */
  #redraws: (() => void)[] = [];
  #pictures: Picture[] = [];

  constructor(private readonly host: TensorsHost) {
    onThemeChange(() => { for (const picture of this.#pictures) picture.paint(); });
  }

  /** The details are about to be built anew, of this state. */
  begin(state: PanelState): void {
    this.host.pages.begin(state);
    this.#redraws = [];
    this.#pictures = [];
    const uri = state.snippet?.uri ?? null;
    if (uri !== this.#uri) this.#places.clear();
    this.#uri = uri;
  }

  /** The Variables are of another run. */
  rename(successors: Successors): void {
    this.#places = withHeirs(this.#places, successors);
  }

  /** `name`: of the Variable. */
  section(variable: VariableReport, summary: TensorSummary, { part, name }: { readonly part: TensorPart; readonly name: string }): HTMLElement {
    const title = part === 'value' ? 'Value' : 'Gradient';
    const tensor: Tensor = { variable, part, summary, title: `${title} of ${name}`, name: `${title.toLowerCase()} of ${name}` };
    const size = variable.shape.reduce((product, length) => product * length, 1);
    const body = element('div');
    const host = this.#hostOf(tensor);
    const toggle = size > 1 ? this.#toggle(tensor) : null;
    const redraw = (): void => {
      body.replaceChildren(this.#body(tensor, host, size));
      for (const button of toggle?.children ?? []) button.setAttribute('aria-pressed', String(button.classList.contains(`look-${this.#look}`)));
    };
    this.#redraws.push(redraw);
    redraw();
    return element('section', {}, element('div', { class: 'tensor-title' }, element('h3', {}, title), toggle),
      body, statistics(summary, size), histogram(summary, tensor.name));
  }

  get #look(): TensorLook {
    return this.host.keeper.value.tensors;
  }

  #body(tensor: Tensor, host: TensorHost, size: number): HTMLElement {
    if (this.#look === 'picture' && size > 1) {
      const picture = new Picture(tensor, host);
      this.#pictures.push(picture);
      return picture.root;
    }
    return tensor.summary.data || size === 0 ? tensorText(tensor.summary.text, tensor.title) : numberPages(tensor, host);
  }

  #toggle({ name }: Tensor): HTMLElement {
    const button = (look: TensorLook, text: string): HTMLElement => {
      const made = element('button', { type: 'button', class: `look look-${look}`, 'aria-label': `${text} of ${name}` }, text);
      made.addEventListener('click', () => { this.#choose(look); });
      return made;
    };
    return element('div', { class: 'looks', role: 'group', 'aria-label': `Show ${name} as` }, button('numbers', 'Numbers'), button('picture', 'Picture'));
  }

  #choose(tensors: TensorLook): void {
    if (tensors === this.#look) return;
    this.host.keeper.keep({ tensors });
    this.#pictures = [];
    for (const redraw of this.#redraws) redraw();
  }

  #hostOf({ variable, part }: Tensor): TensorHost {
    const { post, pages } = this.host;
    const key = `${variable.id} ${part}`;
    const table = tableOf(variable.shape);
    const place = (): Place => placeIn(table, this.#places.get(key) ?? { leading: [], row: 0, column: 0 });
    return { post, pages, place, move: change => { this.#places.set(key, { ...place(), ...change }); } };
  }
}
