/**
 * @file The shapes of the nodes, which Cytoscape draws. It takes a second to take up 10,000 of them: they come a part a frame, those in the
 * middle of the window first, and the page answers in between.
 */
import type { Core } from 'cytoscape';
import type { Point } from '../layout/request.js';
import { emptyModel, type ShownModel } from '../model/graph.js';
import type { Focus, PlacedCard } from './cards.js';
import { classesOf, nodeElement } from './elements.js';

export type Mark = 'picked' | 'match' | 'focused';

/** So many are taken up in one frame. */
const AT_ONCE = 1500;

const nobody: ReadonlySet<string> = new Set();

export class Shapes {
  #model: ShownModel = emptyModel;
  #placed: ReadonlyMap<string, PlacedCard> = new Map();
  /** By id: what Cytoscape has, with the classes that it was given; marks are beside these. */
  #classes = new Map<string, string>();
  /** Ids of those that are still to come, the next one last. */
  #waiting: string[] = [];
  #frame = 0;
  #marks: Record<Mark, ReadonlySet<string>> = { picked: nobody, match: nobody, focused: nobody };
  #focus: Focus = null;

  constructor(private readonly cy: Core) {}

  /** Shows these in the place of those before, without marks. What stays, stays the same element; what is new comes nearest to `middle` first. */
  show(model: ShownModel, placed: ReadonlyMap<string, PlacedCard>, middle: Point): void {
    this.#model = model;
    this.#placed = placed;
    this.#marks = { picked: nobody, match: nobody, focused: nobody };
    this.#focus = null;
    const had = this.#classes;
    this.#classes = new Map();
    this.cy.batch(() => {
      for (const id of had.keys()) {
        const element = this.cy.getElementById(id);
        const stays = placed.get(id);
        if (!stays) {
          element.remove();
          continue;
        }
        const { card, position } = stays;
        element.classes(this.#noteClasses(id)).data({ width: card.width, height: card.height }).position({ ...position });
      }
    });
    this.#waiting = model.nodes.map(({ id }) => id).filter(id => !this.#classes.has(id)).reverse();
    if (this.#waiting.length > AT_ONCE) {
      const far = new Map(this.#waiting.map(id => [id, distance(placed.get(id)!.position, middle)]));
      this.#waiting.sort((a, b) => far.get(b)! - far.get(a)!);
    }
    this.#bring();
  }

  /** The same nodes with other states and colours, in the same places. The marks stay. */
  update(model: ShownModel, placed: ReadonlyMap<string, PlacedCard>): void {
    this.#model = model;
    this.#placed = placed;
    this.cy.batch(() => {
      for (const [id, was] of this.#classes) {
        const is = this.#noteClasses(id);
        if (was !== is) this.cy.getElementById(id).removeClass(was).addClass(is);
      }
    });
  }

  /** On their way to other places. */
  move(placed: ReadonlyMap<string, PlacedCard>): void {
    this.#placed = placed;
    this.cy.batch(() => {
      for (const id of this.#classes.keys()) this.cy.getElementById(id).position({ ...placed.get(id)!.position });
    });
  }

  mark(mark: Mark, ids: readonly string[]): void {
    const before = this.#marks[mark];
    const now = new Set(ids);
    this.#marks[mark] = now;
    this.cy.batch(() => {
      for (const id of before) if (!now.has(id)) this.cy.getElementById(id).removeClass(mark);
      for (const id of now) if (!before.has(id)) this.cy.getElementById(id).addClass(mark);
    });
  }

  /** Dims all but these; none for null. */
  focusOn(focus: Focus): void {
    this.#focus = focus;
    this.cy.batch(() => {
      for (const node of this.cy.nodes()) node.toggleClass('dimmed', focus !== null && !focus.has(node.id()));
    });
  }

  clear(): void {
    this.show(emptyModel, new Map(), { x: 0, y: 0 });
  }

  /** The classes that an element gets now, noted down. */
  #noteClasses(id: string): string {
    const classes = classesOf(this.#model.byId.get(id)!, this.#placed.get(id)!);
    this.#classes.set(id, classes);
    return classes;
  }

  /** Adds the next of those that wait, and more in the next frame. */
  #bring(): void {
    cancelAnimationFrame(this.#frame);
    const next = this.#waiting.splice(-AT_ONCE).reverse();
    if (next.length === 0) return;
    this.cy.add(next.map(id => nodeElement(this.#placed.get(id)!, `${this.#noteClasses(id)} ${this.#marksOf(id)}`)));
    if (this.#waiting.length > 0) this.#frame = requestAnimationFrame(() => { this.#bring(); });
  }

  #marksOf(id: string): string {
    const marks: string[] = (Object.keys(this.#marks) as Mark[]).filter(mark => this.#marks[mark].has(id));
    if (this.#focus !== null && !this.#focus.has(id)) marks.push('dimmed');
    return marks.join(' ');
  }
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
