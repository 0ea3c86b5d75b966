/** @file Where the reader is: the groups around what is selected, the turn of a loop, and what folds and unfolds all. */
import type { FoldedGraph, ShownTurn } from '../fold/fold.js';
import { turnsOf, type Folding } from '../fold/folding.js';
import { pathTo } from '../fold/structure.js';
import type { Group } from '../fold/group.js';
import { textButton } from '../dom/buttons.js';
import { element, setAttribute, setText } from '../dom/element.js';
import { groupTitle } from '../model/group-text.js';
import { grouped, oneLine } from '../model/text.js';

export interface TrailEvents {
  /** A step of the trail; null: the graph as a whole. */
  chosen(group: Group | null): void;
  turned(loop: Group, turn: ShownTurn): void;
  foldAll(): void;
  unfoldAll(): void;
}

export interface ShownTrail {
  /** Outermost first. */
  readonly path: readonly Group[];
  /** The loop whose turns can be gone through, with those that the graph has; null where there is none. */
  readonly loop: { readonly group: Group; readonly turns: readonly number[]; readonly shown: ShownTurn } | null;
  readonly folds: boolean;
}

const NAME_LIMIT = 24;

/** The trail to what is selected. Without a loop around it, the turns are those of the first loop that is open, or of the first. */
export function trailOf(selection: readonly string[], folding: Folding, { open }: FoldedGraph): ShownTrail {
  const { structure } = folding;
  const [id] = selection;
  const own = id === undefined ? null : folding.groupOf(id);
  const path = id === undefined ? [] : [...pathTo(structure, own?.id ?? id), ...(own ? [own] : [])];
  const isLong = (group: Group): boolean => group.kind === 'loop' && turnsOf(group).length > 1;
  const loop = [...path].reverse().find(isLong) ?? open.map(({ group }) => group).find(isLong) ?? structure.groups.find(isLong);
  return {
    path,
    loop: loop ? { group: loop, turns: turnsOf(loop).map(({ turn }) => turn!), shown: folding.turnOf(loop) } : null,
    folds: structure.groups.length > 0,
  };
}

export class Trail {
  readonly root: HTMLElement;
  #steps = element('ol', { class: 'trail-steps' });
  #turns = element('div', { class: 'trail-turns', role: 'group', 'aria-label': 'Turn of the loop' });
  #loopName = element('span', { class: 'trail-loop' });
  #slider = element('input', { type: 'range', min: '0', step: '1', 'aria-label': 'Turn' });
  #number = element('output', { class: 'trail-number' });
  #all = textButton('All turns', 'Show all turns of the loop, each folded');
  #shown: ShownTrail = { path: [], loop: null, folds: false };
  #key = '';

  constructor(private readonly events: TrailEvents) {
    const foldAll = textButton('Fold all', 'Fold all groups (Shift+E)');
    const unfoldAll = textButton('Unfold all', 'Unfold all groups');
    foldAll.addEventListener('click', () => { events.foldAll(); });
    unfoldAll.addEventListener('click', () => { events.unfoldAll(); });
    this.#slider.addEventListener('input', () => { this.#turn(Number(this.#slider.value)); });
    this.#all.addEventListener('click', () => {
      const { loop } = this.#shown;
      if (loop) events.turned(loop.group, loop.shown === 'all' ? loop.turns.at(-1)! : 'all');
    });
    this.#turns.append(this.#loopName, this.#slider, this.#number, this.#all);
    this.root = element('nav', { class: 'trail', 'aria-label': 'Where you are', hidden: true }, this.#steps, this.#turns,
      element('div', { class: 'trail-all' }, foldAll, unfoldAll));
  }

  show(trail: ShownTrail): void {
    this.#shown = trail;
    this.root.hidden = !trail.folds;
    const key = trail.path.map(({ id }) => id).join('\n');
    if (key !== this.#key || this.#steps.childElementCount === 0) {
      this.#key = key;
      this.#steps.replaceChildren(...[null, ...trail.path].map((group, at) => this.#step(group, at === trail.path.length)));
    }
    const { loop } = trail;
    this.#turns.hidden = loop === null;
    if (!loop) return;
    const all = loop.shown === 'all';
    const at = all ? loop.turns.length - 1 : Math.max(0, loop.turns.indexOf(loop.shown));
    setText(this.#loopName, oneLine(groupTitle(loop.group), NAME_LIMIT));
    this.#slider.max = String(loop.turns.length - 1);
    this.#slider.value = String(at);
    const turn = loop.turns[at]! + 1;
    setAttribute(this.#slider, 'aria-valuetext', all ? 'all turns' : `turn ${turn}`);
    setText(this.#number, all ? `all ${grouped(loop.turns.length)} turns` : `turn ${grouped(turn)} of ${grouped(loop.turns.at(-1)! + 1)}`);
    setAttribute(this.#all, 'aria-pressed', String(all));
  }

  /** Goes on by some turns, as the keys do. */
  step(by: 1 | -1): void {
    const { loop } = this.#shown;
    if (!loop) return;
    const at = loop.shown === 'all' ? (by === 1 ? -1 : loop.turns.length) : loop.turns.indexOf(loop.shown);
    this.#turn(Math.min(loop.turns.length - 1, Math.max(0, at + by)));
  }

  #turn(at: number): void {
    const { loop } = this.#shown;
    const turn = loop?.turns[at];
    if (loop && turn !== undefined && turn !== loop.shown) this.events.turned(loop.group, turn);
  }

  #step(group: Group | null, isLast: boolean): HTMLElement {
    const name = group === null ? 'Graph' : oneLine(groupTitle(group), NAME_LIMIT);
    const step = textButton(name, group === null ? 'The whole graph' : `Select ${groupTitle(group)}`);
    if (isLast) step.setAttribute('aria-current', 'location');
    step.addEventListener('click', () => { this.events.chosen(group); });
    return element('li', {}, step);
  }
}
